// Stands for the platform: hands each request to the handler, and answers for it if it throws.
import { createServer } from 'node:http';
import worker from './worker.js';

const server = createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method,
    headers: incoming.headers,
    body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
  });
  const response = await worker.fetch(request, {}).catch(() => new Response('error 1101', { status: 500 }));
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
