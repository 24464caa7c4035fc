export default async function routes(app) {
  app.get('/items', (request, reply) => {
    // As event streams do: what is written to reply.raw has none of the headers of reply.
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'application/json', 'x-total-count': '2' });
    reply.raw.end('[{"id":1},{"id":2}]');
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
