import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import { closeServer, listenOnLoopback } from '../loopback.ts';

export interface DemoApi {
  readonly origin: string;
  close(): Promise<void>;
}

const trustedOrigins: ReadonlySet<string> = new Set(['https://app.example.com', 'https://admin.example.com']);

/** Starts the small, correct API that is judged when no target is given: what the sample `cors.policy.ts` declares. */
export async function startDemoApi(): Promise<DemoApi> {
  const token = randomUUID();
  const app = express();
  app.disable('x-powered-by');
  app.use('/status', (_request, response) => {
    response.set('Access-Control-Allow-Origin', '*').json({ status: 'ok' });
  });
  app.use(
    '/users/:id',
    cors(['GET', 'PUT', 'DELETE'], ['content-type', 'authorization', 'x-request-id'], [], null),
  );
  app.use('/users', cors(['GET', 'POST'], ['content-type'], ['x-total-count'], 600));
  app.use('/login', cors(['POST'], ['content-type'], [], null));
  app.use('/private', cors(['GET'], ['authorization'], [], null));
  app.use(cors(['GET'], [], [], null));
  app.get('/users', (_request, response) => {
    response.set('X-Total-Count', '1').json([{ id: 42, name: 'Ada' }]);
  });
  app.post('/users', (_request, response) => void response.status(201).json({ id: 43 }));
  app.all('/users/:id', (request, response) => {
    if (request.params.id === '42') response.json({ id: 42, name: 'Ada' });
    else response.status(404).json({ error: 'unknown user' });
  });
  app.post('/login', express.json(), (request: Request<object, unknown, unknown>, response) => {
    const isUser = JSON.stringify(request.body) === '{"user":"ada","password":"lovelace-1815"}';
    response.set('Cache-Control', 'no-store');
    if (isUser) response.json({ token });
    else response.status(403).json({ error: 'unknown user' });
  });
  app.get('/private', (request, response) => {
    if (request.get('Authorization') === `Bearer ${token}`) response.json({ secret: 42 });
    else response.status(401).json({ error: 'unauthenticated' });
  });
  app.use((_request, response) => void response.status(404).json({ error: 'not found' }));
  const server = createServer(app);
  const port = await listenOnLoopback(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => closeServer(server),
  };
}

/** Makes the CORS protocol by hand, for one path: headers for trusted origins alone, `Vary: Origin` for all. */
function cors(
  methods: readonly string[],
  requestHeaders: readonly string[],
  exposedHeaders: readonly string[],
  maxAgeSeconds: number | null,
) {
  return (request: Request, response: Response, next: NextFunction): void => {
    // A path below this one has rules of its own, which have set the headers already.
    if (response.locals['cors'] === true) return next();
    response.locals['cors'] = true;
    response.vary('Origin');
    const origin = request.get('Origin');
    const isPreflight =
      request.method === 'OPTIONS' && request.get('Access-Control-Request-Method') !== undefined;
    if (origin !== undefined && trustedOrigins.has(origin)) {
      response.set('Access-Control-Allow-Origin', origin);
      response.set('Access-Control-Allow-Credentials', 'true');
      if (isPreflight) {
        response.set('Access-Control-Allow-Methods', methods.join(', '));
        if (requestHeaders.length > 0)
          response.set('Access-Control-Allow-Headers', requestHeaders.join(', '));
        if (maxAgeSeconds !== null) response.set('Access-Control-Max-Age', String(maxAgeSeconds));
      } else if (exposedHeaders.length > 0) {
        response.set('Access-Control-Expose-Headers', exposedHeaders.join(', '));
      }
    }
    if (isPreflight) response.status(204).end();
    else next();
  };
}
