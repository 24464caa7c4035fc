import { Hono } from 'hono';
import { cors } from 'hono/cors';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const allow = cors({
  origin: allowedOrigins,
  allowMethods: {{methods as js}},
  {{if requestHeaders}} allowHeaders: {{requestHeaders as js}},
  {{unless requestHeaders}} // An empty list would allow every name; this one is allowed without being listed.
  {{unless requestHeaders}} allowHeaders: ['Accept'],
  {{if exposedHeaders}} exposeHeaders: {{exposedHeaders as js}},
  {{if credentials}} credentials: true,
  {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
});

const app = new Hono();

app.use('/items/1', async (c, next) => {
  // The middleware alone would send everybody the other CORS headers, and answer every OPTIONS request.
  if (allowedOrigins.includes(c.req.header('Origin'))) return allow(c, next);
  await next();
  c.header('Vary', 'Origin', { append: true });
});

app.route('/', routes);

export default app;
