import { createServer } from 'node:http';
import cors from 'cors';
import express, { type Express } from 'express';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import type { RunningServer } from '../real/settings.ts';

/** The application behind. */
export type BackendId = keyof typeof backends;

const listed = { origin: ['https://app.example.com', 'https://admin.example.com'] };
const allowList = cors({ ...listed, methods: ['GET'], allowedHeaders: ['authorization'] });

const backends = {
  /** It knows nothing of CORS. */
  silent: withRoutes(express()),
  /** It has the package `cors`, with an allow list. */
  cors: withRoutes(express().use(allowList)),
  /** The same, and caches may keep its answers. */
  cacheable: withRoutes(
    express()
      .use((_, response, next) => {
        response.set('Cache-Control', 'public, max-age=60');
        next();
      })
      .use(allowList),
  ),
  /** It has the same for uploads: 201 for a form with a photo, 422 for one without. */
  uploads: express()
    .use(cors({ ...listed, methods: ['POST'], allowedHeaders: [] }))
    .post('/photos', express.raw({ type: 'multipart/form-data', limit: '5mb' }), ({ body }, response) => {
      const isWhole = Buffer.isBuffer(body) && body.includes('name="photo"; filename="cat.png"');
      response.status(isWhole ? 201 : 422).json({});
    }),
  /** It lets everybody in by itself. */
  open: withRoutes(express().use(cors())),
};

/** Starts the application on loopback. */
export async function startBackend(id: BackendId): Promise<Pick<RunningServer, 'origin' | 'close'>> {
  const server = createServer(backends[id]);
  const port = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

function withRoutes(server: Express): Express {
  return server
    .get('/items', (_, response) => void response.json([1, 2]))
    .put('/items', (_, response) => void response.json({}))
    .get('/crash', (request) => void request.socket.destroy())
    .get('/late', (request, response) => {
      // Longer than whoever is in front waits.
      const timer = setTimeout(() => response.end(), 5_000);
      request.socket.once('close', () => clearTimeout(timer));
    });
}
