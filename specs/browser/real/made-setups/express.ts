import cors, { type CorsOptions } from 'cors';
import express, { type Express, type RequestHandler } from 'express';
import { admin, app, type MadeSetup, type MadeSetups } from './made-setup.ts';

const allowed = [app, admin];
const options: CorsOptions = {
  origin: allowed,
  credentials: true,
  methods: ['GET', 'POST'],
  allowedHeaders: ['content-type', 'authorization'],
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};

const policy: MadeSetup['policy'] = {
  trustedOrigins: allowed,
  unknownPath: false,
  routes: [
    {
      path: '/items',
      methods: ['GET', 'POST'],
      credentials: 'include',
      requestHeaders: ['content-type', 'authorization'],
      exposedHeaders: ['x-total-count'],
      preflightCacheSeconds: 600,
      body: { contentType: 'application/json', text: '{}' },
      errors: [{ name: 'boom', path: '/boom', status: 500 }],
    },
  ],
};

/** Makes an API behind these layers. */
function withRoutes(...layers: readonly RequestHandler[]): Express {
  const api = express();
  for (const layer of layers) api.use(layer);
  api.get('/items', (_, response) => void response.set('X-Total-Count', '2').json([1, 2]));
  api.post('/items', (_, response) => void response.status(201).json({}));
  api.get('/boom', (_, response) => void response.status(500).json({}));
  return api;
}

const inOrder = (): Express => withRoutes(cors(options));

const withoutPreflightLayer: RequestHandler = (request, response, next) => {
  if (request.headers.authorization === undefined) response.status(401).json({});
  else next();
};

/** Answers as a layer by hand that forgets Vary, although caches may keep what it lets through. */
const byHand: RequestHandler = ({ method, headers: { origin } }, response, next) => {
  if (origin !== undefined && allowed.includes(origin)) {
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'x-total-count',
    });
  }
  response.set('Cache-Control', 'public, max-age=60');
  if (method !== 'OPTIONS') {
    next();
    return;
  }
  response
    .set({
      'Access-Control-Allow-Methods': 'GET,POST',
      'Access-Control-Allow-Headers': 'content-type,authorization',
      'Access-Control-Max-Age': '600',
    })
    .status(204)
    .end();
};

/** Makes an API whose error handler sends what it likes, without what was set before. */
function errorsOutside(): Express {
  const api = express();
  api.use(cors(options));
  api.get('/items', (_, response) => void response.set('X-Total-Count', '2').json([1, 2]));
  api.post('/items', (_, response) => void response.status(201).json({}));
  api.get('/boom', (_, response) => {
    for (const name of response.getHeaderNames()) if (name !== 'x-powered-by') response.removeHeader(name);
    response.status(500).json({});
  });
  return api;
}

/** Makes an API that redirects to the path with a slash, before the layer. */
function slash(isRedirected: boolean): Express {
  const api = express();
  if (isRedirected) {
    api.use((request, response, next) => {
      if (request.method === 'OPTIONS' || request.path !== '/items') next();
      else response.redirect(301, '/items/');
    });
  }
  api.use(cors(options));
  api.get(['/items', '/items/'], (_, response) => void response.set('X-Total-Count', '2').json([1, 2]));
  return api;
}

const inSession: MadeSetup['policy'] = {
  trustedOrigins: [app],
  unknownPath: false,
  routes: [{ path: '/me', methods: ['GET'], credentials: 'include', status: 401 }],
};

/** Makes an API of sessions, to which nobody is signed in. */
function me(origin: CorsOptions['origin']): Express {
  const api = express();
  api.use(cors({ origin: origin ?? true, credentials: true, methods: ['GET'], allowedHeaders: [] }));
  api.get('/me', (_, response) => void response.status(401).json({ error: 'unauthenticated' }));
  return api;
}

const mistaken: MadeSetup['policy']['routes'][number] = {
  path: '/items',
  methods: ['GET'],
  credentials: 'include',
  requestHeaders: ['content-type', 'authorization'],
};

/** The package `cors` in Express, set up as people do. */
export const ofExpress: MadeSetups = {
  'an origin is compared by its end': {
    source: 'https://portswigger.net/web-security/cors#errors-parsing-origin-headers',
    reported: () =>
      withRoutes(
        cors({
          ...options,
          origin: (origin, decide) => decide(null, origin?.endsWith('example.com') === true),
        }),
      ),
    corrected: inOrder,
    policy,
    lookalikes: ['https://untrustedexample.com', 'https://untrusted.example.com', 'http://app.example.com'],
    right: [
      'critical origin-suffix-trusted on /items; answered by Express (application); to act: back end; 4 files',
      'medium vary-origin-missing on /items; answered by Express (application); to act: back end; 4 files',
      'low preflight-vary-origin-missing on /items; answered by Express (application); to act: back end; 4 files',
    ],
  },
  'every origin is reflected, and nobody is signed in': {
    source: 'https://github.com/expressjs/cors#configuration-options',
    reported: () => me(true),
    corrected: () => me(app),
    policy: inSession,
    right: [
      'critical any-origin-with-credentials on /me; answered by Express (application); to act: back end; 4 files',
    ],
  },
  'a redirect for a slash comes before the layer': {
    source: 'https://expressjs.com/en/5x/api.html#express.router',
    reported: () => slash(true),
    corrected: () => slash(false),
    policy: {
      trustedOrigins: allowed,
      unknownPath: false,
      routes: [
        {
          path: '/items',
          methods: ['GET'],
          credentials: 'include',
          requestHeaders: ['content-type', 'authorization'],
          exposedHeaders: ['x-total-count'],
        },
      ],
    },
    right: [
      'high resource-redirect-refused on /items; answered by Express (application); to act: back end, front end; no file',
    ],
    cures: [
      'Call {target}/items/: the two addresses differ in a slash at the end alone. Have clients call the final URL',
    ],
  },
  'a layer by hand forgets Vary, and caches may keep the answers': {
    source: 'https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches',
    reported: () => withRoutes(byHand),
    corrected: inOrder,
    policy,
    right: [
      'medium vary-origin-missing on /items; answered by Express (application); to act: back end; 4 files',
      'low preflight-vary-origin-missing on /items; answered by Express (application); to act: back end; 4 files',
    ],
    curls: [
      `curl --include --header 'Origin: https://app.example.com' --header 'content-type: application/json' --header "authorization: $TOKEN" '/items': same Put the value of authorization in place of $TOKEN: no report shows it.`,
      `curl --include --request OPTIONS --header 'Access-Control-Request-Method: GET' --header 'Access-Control-Request-Headers: authorization,content-type' --header 'Origin: https://app.example.com' '/items': same Put the value of authorization in place of $TOKEN: no report shows it.`,
    ],
  },
  'a check for a token stands before the layer': {
    source: 'expressjs/cors#225',
    reported: () => withRoutes(withoutPreflightLayer, cors(options)),
    corrected: () => withRoutes(cors(options), withoutPreflightLayer),
    policy: {
      ...policy,
      routes: [
        {
          path: '/items',
          methods: ['GET'],
          credentials: 'include',
          requestHeaders: ['content-type', 'authorization'],
          exposedHeaders: ['x-total-count'],
          headers: { authorization: 'Bearer s3cret' },
        },
      ],
    },
    right: [
      'high preflight-origin-missing on /items; answered by Express (application); to act: back end; 4 files',
    ],
  },
  'an error handler takes away what the layer has set': {
    source: 'https://expressjs.com/en/guide/error-handling.html',
    reported: errorsOutside,
    corrected: inOrder,
    policy,
    right: ['high origin-missing on /items; answered by Express (application); to act: back end; no file'],
    cures: [
      'The CORS layer is there: the answer to GET /items (status 200) carries its headers. This response does not pass it. Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front. In Express, look for this: A cors() on a path, a router or a route reaches no other one, and not the 404: call app.use(cors(…)) on the application itself, first. An error handler that takes all headers away before it answers (removeHeader) takes those of cors() as well: leave Vary and Access-Control-… there. Send Access-Control-Allow-Origin',
    ],
  },
  'credentials with the wildcard of cors()': {
    source: 'https://github.com/expressjs/cors#simple-usage-enable-all-cors-requests',
    reported: () => withRoutes(cors()),
    corrected: inOrder,
    policy,
    right: [
      'high origin-wildcard-with-credentials on /items; answered by Express (application); to act: back end, front end; 4 files',
      'high preflight-origin-wildcard-with-credentials on /items; answered by Express (application); to act: back end, front end; 4 files',
      'high any-origin on /items; answered by Express (application); to act: back end; 4 files',
    ],
  },
  'a header of the response is not exposed': {
    source: 'https://github.com/expressjs/cors#configuration-options',
    reported: () => withRoutes(cors({ ...options, exposedHeaders: [] })),
    corrected: inOrder,
    policy,
    right: [
      'medium response-header-not-exposed on /items; answered by Express (application); to act: back end; 4 files',
    ],
  },
  'the policy is mistaken in its paths, and forgets a token': {
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/404',
    reported: () => {
      const api = inOrder();
      api.get('/me', (_, response) => void response.status(401).json({}));
      return api;
    },
    policy: {
      trustedOrigins: allowed,
      unknownPath: false,
      routes: ['/itemz', '/me', '/boom'].map((path) => ({ ...mistaken, path })),
    },
    right: [],
    unsure: [
      'status GET /boom: The declared requests are answered with status 500, and the policy declares an ok status: of the answer that it is about nothing was seen. The API, or what is behind it, is probably down or fails: look at its log, and run again.',
      'status GET /itemz: The declared requests are answered with status 404, and the policy declares an ok status: of the answer that it is about nothing was seen. The path is probably mistyped, or a path parameter names what does not exist: correct path, pathParameters and query.',
      'status GET /me: The declared requests are answered with status 401, and the policy declares an ok status: of the answer that it is about nothing was seen. The request probably lacks a token or a session. Give a token in the headers of the route, such as headers: { authorization: `Bearer ${process.env.API_TOKEN}` }, with "authorization" in its requestHeaders; or declare in sessions how pages sign in, and name that session in the route (docs/sessions.md): pages start without cookies. If this is what pages get, write that status for the route, or in CORS_STATUS.',
    ],
  },
};
