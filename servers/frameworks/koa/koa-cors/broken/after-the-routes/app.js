import cors from '@koa/cors';
import Koa from 'koa';
import router from './routes.js';

const allowedOrigins = {{origins as js}};

const app = new Koa();

app.use(router.routes());
app.use(router.allowedMethods());

// Before everything that can answer. It sends Vary: Origin on every answer.
app.use(
  cors({
    origin: (ctx) => (allowedOrigins.includes(ctx.get('Origin')) ? ctx.get('Origin') : ''),
    allowMethods: {{methods as js}},
    {{if requestHeaders}} allowHeaders: {{requestHeaders as js}},
    {{unless requestHeaders}} // An empty list would allow every name; this one is allowed without being listed.
    {{unless requestHeaders}} allowHeaders: ['Accept'],
    {{if exposedHeaders}} exposeHeaders: {{exposedHeaders as js}},
    {{if credentials}} credentials: true,
    {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
  }),
);

// Koa's own error handler would throw the headers away, Vary among them.
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.status = error.status ?? 500;
    ctx.body = { error: error.expose ? error.message : 'internal error' };
    ctx.app.emit('error', error, ctx);
  }
});

export default app;
