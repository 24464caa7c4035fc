import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { getHeader } from '../../../src/fetch-standard/header-list.ts';
import { askByHttp } from '../../../src/sketch/ask.ts';

test('an API is asked with the headers as they are given, no redirect is followed, and a closed port is told', async () => {
  const asked: string[] = [];
  const server = createServer(({ method, url, headers: { origin } }, response) => {
    asked.push(`${method} ${url} ${origin}`);
    response.writeHead(302, { Location: '/elsewhere', 'Access-Control-Allow-Origin': origin ?? '' });
    response.end('x'.repeat(100_000));
  });
  const port = await listenOnLoopback(server);
  const url = `http://127.0.0.1:${port}/users?page=2`;
  const answer = await askByHttp('OPTIONS', url, [['Origin', 'https://app.example.com']]);
  const headers = typeof answer === 'string' ? [] : answer.headers;
  expect(getHeader(headers, 'access-control-allow-origin')).toBe('https://app.example.com');
  expect(typeof answer === 'string' ? answer : answer.status).toBe(302);
  expect(asked).toEqual(['OPTIONS /users?page=2 https://app.example.com']);
  await closeServer(server);
  expect(await askByHttp('GET', url, [])).toBe('ECONNREFUSED');
});

const app = 'https://app.example.com';

test('the handshake of a WebSocket is answered by its status, whether it opens or not', async () => {
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('upgrade', ({ headers }, socket) => {
    const isOwn = headers.origin === app;
    socket.end(
      isOwn
        ? 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
        : 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n',
    );
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server)}/socket`;
  try {
    const statuses = await Promise.all(
      [app, 'https://untrusted.test'].map((origin) =>
        askByHttp('GET', url, [
          ['Origin', origin],
          ['Connection', 'Upgrade'],
          ['Upgrade', 'websocket'],
        ]),
      ),
    );
    expect(statuses.map((answer) => (typeof answer === 'string' ? answer : answer.status))).toEqual([
      101, 403,
    ]);
  } finally {
    await closeServer(server);
  }
});
