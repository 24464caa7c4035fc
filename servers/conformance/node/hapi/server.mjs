import Hapi from '@hapi/hapi';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  headers: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const server = Hapi.server({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  routes: { cors: process.env.INTENT === 'declared' ? declared : true },
});
server.route([
  {
    method: 'GET',
    path: '/items',
    handler: (request, h) => h.response(['carried out']).header('X-Total-Count', '5'),
  },
  { method: ['PUT', 'DELETE'], path: '/items', handler: () => ['carried out'] },
  {
    method: 'GET',
    path: '/vary',
    handler: (request, h) => h.response(['carried out']).header('Vary', 'Accept-Language'),
  },
  { method: 'GET', path: '/moved', handler: (request, h) => h.redirect('/items') },
  {
    method: 'GET',
    path: '/boom',
    handler: () => {
      throw new Error('uncaught');
    },
  },
]);
await server.start();
