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
