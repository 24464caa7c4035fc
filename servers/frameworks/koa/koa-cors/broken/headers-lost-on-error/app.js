import cors from '@koa/cors';
import Koa from 'koa';
import router from './routes.js';

const allowedOrigins = {{origins as js}};

const app = new Koa();

// Before everything that can answer. It sends Vary: Origin on every answer.
app.use(
  cors({
    origin: (ctx) => (allowedOrigins.includes(ctx.get('Origin')) ? ctx.get('Origin') : ''),
    keepHeadersOnError: false,
    allowMethods: {{methods as js}},
    {{if requestHeaders}} allowHeaders: {{requestHeaders as js}},
    {{unless requestHeaders}} // An empty list would allow every name; this one is allowed without being listed.
    {{unless requestHeaders}} allowHeaders: ['Accept'],
    {{if exposedHeaders}} exposeHeaders: {{exposedHeaders as js}},
    {{if credentials}} credentials: true,
    {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
  }),
);

app.use(router.routes());
app.use(router.allowedMethods());

export default app;
