import { cors } from '@elysiajs/cors';
import { node } from '@elysiajs/node';
import { Elysia } from 'elysia';

const app = new Elysia({ adapter: node() }).use(
  cors({
    origin: ['https://app.example.com', 'https://admin.example.com'],
    methods: ['GET', 'PUT', 'DELETE'],
    allowedHeaders: ['content-type', 'authorization'],
    credentials: true,
    exposeHeaders: ['x-total-count'],
    maxAge: 600,
  }),
);
app.get('/items', ({ set }) => {
  set.headers['x-total-count'] = '5';
  return ['carried out'];
});
app.put('/items', () => ['carried out']);
app.delete('/items', () => ['carried out']);
app.get('/vary', ({ set }) => {
  set.headers.vary = 'Accept-Language';
  return ['carried out'];
});
app.get('/moved', ({ redirect }) => redirect('/items'));
app.get('/boom', () => {
  throw new Error('uncaught');
});
app.listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' });
