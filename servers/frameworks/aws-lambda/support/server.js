// Stands for the gateway: payload format 2.0 in, its answer out, and its own answer for a failed function.
import { createServer } from 'node:http';
import { handler } from './handler.js';

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pathname, search } = new URL(request.url, 'http://gateway');
  const event = {
    version: '2.0',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: request.headers,
    requestContext: { http: { method: request.method, path: pathname } },
    body: chunks.length > 0 ? String(Buffer.concat(chunks)) : undefined,
    isBase64Encoded: false,
  };
  const answer = await handler(event).catch(() => ({
    statusCode: 500,
    headers: { 'Content-Type': 'application/json' },
    body: '{"message":"Internal Server Error"}',
  }));
  response.writeHead(answer.statusCode, answer.headers);
  response.end(answer.body);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
