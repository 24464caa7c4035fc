export default async function routes(app) {
  app.get('/items', (request, reply) => {
    reply.header('X-Total-Count', '2').send([{ id: 1 }, { id: 2 }]);
  });
  app.put('/items/1', (request, reply) => {
    reply.send({ id: 1, ...request.body });
  });
  app.delete('/items/1', (request, reply) => {
    reply.send({ deleted: 1 });
  });
  app.get('/boom', async () => {
    throw new Error('an uncaught exception');
  });
}
