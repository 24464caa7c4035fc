import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  allowMethods: ['GET', 'PUT', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposeHeaders: ['x-total-count'],
  maxAge: 600,
};
const app = new Hono();
app.use(process.env.INTENT === 'declared' ? cors(declared) : cors());
app.get('/items', (context) => {
  context.header('X-Total-Count', '5');
  return context.json(['carried out']);
});
app.put('/items', (context) => context.json(['carried out']));
app.delete('/items', (context) => context.json(['carried out']));
app.get('/vary', (context) => {
  context.header('Vary', 'Accept-Language');
  return context.json(['carried out']);
});
app.get('/moved', (context) => context.redirect('/items'));
app.get('/boom', () => {
  throw new Error('uncaught');
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
