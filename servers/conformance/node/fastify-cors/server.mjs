import cors from '@fastify/cors';
import fastify from 'fastify';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const app = fastify();
await app.register(cors, process.env.INTENT === 'declared' ? declared : {});
app.get('/items', (request, reply) => reply.header('X-Total-Count', '5').send(['carried out']));
app.put('/items', () => ['carried out']);
app.delete('/items', () => ['carried out']);
app.get('/vary', (request, reply) => reply.header('Vary', 'Accept-Language').send(['carried out']));
app.get('/moved', (request, reply) => reply.redirect('/items'));
app.get('/boom', () => {
  throw new Error('uncaught');
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
