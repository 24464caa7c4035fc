import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { PolicyInput, RouteInput } from '../../../src/policy/types.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeTarget } from '../../support/judge-target.ts';

/** Starts a server that grants everything to everybody, and writes down what arrives. */
async function generousServer() {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(request.method ?? '');
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader(
      'Access-Control-Allow-Methods',
      request.headers['access-control-request-method'] ?? '',
    );
    response.setHeader(
      'Access-Control-Allow-Headers',
      request.headers['access-control-request-headers'] ?? '',
    );
    response.setHeader('Vary', 'Origin');
    response.end();
  });
  const port = await listenOnLoopback(server);
  return { log, origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'];

const promise = (target: string, route: Pick<RouteInput, 'methods' | 'send'>): PolicyInput => ({
  target,
  trustedOrigins: ['https://app.example.com'],
  routes: [{ path: '/', requestHeaders: ['content-type'], credentials: 'include', ...route }],
  unknownPath: false,
});

test('no unsafe method reaches the API, although the API would take it', async ({ cors, corsHarness }) => {
  const server = await generousServer();
  try {
    const verdicts = await judgeTarget(
      cors,
      corsHarness,
      promise(server.origin, { methods: ['GET', ...unsafe] }),
      {
        lookalikes: noLookalikes,
      },
    );
    expect(new Set(server.log)).toEqual(new Set(['GET', 'HEAD', 'OPTIONS']));
    const held = verdicts.filter((verdict) => verdict.check === 'readable' && verdict.held);
    expect(held.map(({ method, status }) => `${method} ${status}`)).toEqual(
      unsafe.map((method) => `${method} conforms`),
    );
  } finally {
    await server.close();
  }
});

test('with send: true they are sent from trusted origins, and from no other', async ({
  cors,
  corsHarness,
}) => {
  const server = await generousServer();
  try {
    await judgeTarget(cors, corsHarness, promise(server.origin, { methods: unsafe, send: true }), {
      lookalikes: noLookalikes,
    });
    const sent = server.log.filter((method) => method !== 'OPTIONS' && method !== 'GET');
    expect(sent.sort()).toEqual([...unsafe].sort());
  } finally {
    await server.close();
  }
});
