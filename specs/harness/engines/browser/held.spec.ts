import { createServer } from 'node:http';
import { expect, test } from '../../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../../servers/loopback.ts';
import { judgeTarget } from '../../judge-target.ts';

test('an unsafe method is not sent, and its verdict says what it rests on', async ({ cors, corsHarness }) => {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(request.method ?? '');
    response.setHeader('Vary', 'Origin');
    if (request.headers.origin === 'http://app.example') {
      response.setHeader('Access-Control-Allow-Origin', 'http://app.example');
      response.setHeader('Access-Control-Allow-Methods', 'PUT');
    }
    response.end();
  });
  const target = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      target,
      trustedOrigins: ['http://app.example'],
      routes: [{ path: '/', methods: ['POST', 'PUT'] }],
    });
    expect([...new Set(log)].sort()).toEqual(['GET', 'OPTIONS']);
    const readable = verdicts.filter(({ check }) => check === 'readable');
    expect(readable.map(({ method, status, held, seen }) => ({ method, status, held, seen }))).toEqual([
      {
        method: 'POST',
        status: 'inapplicable',
        held: false,
        seen: 'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent; declare send: true to judge it.',
      },
      {
        method: 'PUT',
        status: 'conforms',
        held: true,
        seen: 'The CORS-preflight request is granted; the actual request was held, so its response was not judged.',
      },
    ]);
  } finally {
    await closeServer(server);
  }
});
