import { Readable } from 'node:stream';
import cors from '@fastify/cors';
import Fastify from 'fastify';

const fault = process.env.FAULT ?? '';
const page = 'https://app.example.com';
const app = Fastify();
const originOf = { 'any origin': true, 'star with credentials': '*' };
await app.register(cors, {
  origin: originOf[fault] ?? ((origin, told) => told(null, origin === page)),
  credentials: fault !== 'no credentials',
});

async function* events(id) {
  if (fault === 'headers with the first event') await new Promise(() => {});
  yield `retry: 100\nid: ${id}\ndata: hello\n\n`;
  if (fault === 'endless') await new Promise(() => {});
}

app.get('/events', (request, reply) => {
  const last = request.headers['last-event-id'];
  const headers = { 'Content-Type': fault === 'not a stream' ? 'application/json' : 'text/event-stream' };
  if (fault === 'ends for good' && last !== undefined) return reply.code(204).send();
  const isHijacked = fault === 'hijacked' || (fault === 'hijacked when resumed' && last !== undefined);
  if (!isHijacked) return reply.headers(headers).send(Readable.from(events(Number(last ?? 0) + 1)));
  reply.hijack();
  reply.raw.writeHead(200, headers);
  Readable.from(events(2)).pipe(reply.raw);
});

await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`listening on ${app.server.address().port}`);
