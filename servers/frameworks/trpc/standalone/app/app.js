import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import cors from 'cors';
import { createContext, router } from './router.js';

const allowedOrigins = {{origins as js}};

const allow = cors({
  origin: allowedOrigins,
  methods: {{methods as js}},
  allowedHeaders: {{requestHeaders as js}},
  {{if exposedHeaders}} exposedHeaders: {{exposedHeaders as js}},
  {{if credentials}} credentials: true,
  {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
});

export default createHTTPHandler({
  router,
  createContext,
  middleware(req, res, next) {
    res.setHeader('Vary', 'Origin');
    // The package alone would still send everybody the other CORS headers, and answer every OPTIONS request.
    if (allowedOrigins.includes(req.headers.origin)) return allow(req, res, next);
    next();
  },
  // tRPC writes a Vary of its own over that of the middleware, and appends to it what stands here.
  responseMeta: () => ({ headers: new Headers({ Vary: 'Origin' }) }),
});
