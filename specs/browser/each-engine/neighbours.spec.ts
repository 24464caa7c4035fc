import { createServer as createTlsServer } from 'node:https';
import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { expect, test } from '../../../fixtures/test.ts';
import { makeCertificate } from '../../../servers/certificates.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { ProbeRequest } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import type { ProbePage } from '../../../src/probe/probe.ts';
import { authorityOf } from '../../../src/fetch-standard/urls.ts';
import { hearWitnesses, type Testimony } from '../../../src/judge/witnesses.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import { refusesHttpOnLoopback } from '../../../src/engines/quirk-flags.ts';

const put: Partial<ProbeRequest> = { method: 'PUT' };
const arrived: string[] = [];
const servers: Server[] = [];
let api = '';
let untrusted = '';
let closed = '';

test.beforeAll(async () => {
  const plain = createServer((request, response) => {
    arrived.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const shared = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' };
    if (request.url === '/reset') request.socket.resetAndDestroy();
    else if (request.url === '/garbage') request.socket.end('garbage\r\n\r\n');
    else if (request.url === '/elsewhere') {
      response.writeHead(302, { ...shared, Location: 'http://elsewhere.test/' }).end();
    } else if (request.url !== '/silent') response.writeHead(204, shared).end();
  });
  const secure = createTlsServer(await makeCertificate(['127.0.0.1']), (_request, response) =>
    response.end(),
  );
  const gone = createServer();
  servers.push(plain, secure);
  api = `http://127.0.0.1:${await listenOnLoopback(plain)}`;
  untrusted = `https://127.0.0.1:${await listenOnLoopback(secure)}`;
  closed = `http://127.0.0.1:${await listenOnLoopback(gone)}`;
  await closeServer(gone);
});
test.afterAll(() => Promise.all(servers.map(closeServer)));

/** Resolves to what the witnesses say of a request from a page at `origin`. */
async function testimony(
  openPage: (authorities: readonly string[]) => Promise<ProbePage>,
  definition: Engine,
  url: string,
  init: Partial<ProbeRequest> = {},
  origin = 'http://app.example',
): Promise<Testimony> {
  const page = await openPage([api, untrusted, closed].map(authorityOf));
  await page.moveTo(origin);
  // Only what never answers has to be waited for in full.
  const timeoutMs = url.endsWith('/silent') ? 2_000 : 20_000;
  const [observation] = await page.probe([probeRequest(url, init)], { timeoutMs, bodyTimeoutMs: 500 });
  if (observation === undefined) throw new Error('The page returned no observation.');
  return hearWitnesses(observation, definition, new Set([api, untrusted, closed].map(authorityOf)));
}

for (const init of [{}, put]) {
  const method = init.method ?? 'GET';
  test(`${method}: a failure of the network is never called CORS`, async ({
    cors,
    corsHarness: { definition },
  }) => {
    const seen: Record<string, Testimony> = {};
    for (const url of [closed, untrusted, `${api}/reset`, `${api}/silent`]) {
      seen[url.replace(api, '')] = await testimony(cors.openPage, definition, `${url}`, init);
    }
    expect(seen).toEqual({
      [closed]: { kind: 'neighbour', diagnosis: 'connection-refused', value: 'ECONNREFUSED' },
      [untrusted]: { kind: 'neighbour', diagnosis: 'tls-failure', value: 'tls DEPTH_ZERO_SELF_SIGNED_CERT' },
      '/reset': { kind: 'neighbour', diagnosis: 'connection-reset', value: 'ECONNRESET' },
      '/silent': { kind: 'neighbour', diagnosis: 'response-timeout', value: '2000' },
    });
  });
}

test('an answer that is no HTTP is known as that', async ({ cors, corsHarness: { definition } }) => {
  expect(await testimony(cors.openPage, definition, `${api}/garbage`)).toEqual({
    kind: 'neighbour',
    diagnosis: 'response-invalid',
    value: 'unreadable',
  });
});

test('a redirect to another host is not followed', async ({ cors, corsHarness: { definition } }) => {
  expect(await testimony(cors.openPage, definition, `${api}/elsewhere`)).toEqual({
    kind: 'neighbour',
    diagnosis: 'redirect-elsewhere',
    value: 'elsewhere elsewhere.test:80',
  });
});

test('an unsafe method that is held is granted by its CORS-preflight request alone', async ({
  cors,
  corsHarness: { definition },
}) => {
  const before = arrived.length;
  expect(await testimony(cors.openPage, definition, `${api}/held`, { ...put, held: true })).toEqual({
    kind: 'granted',
    quirks: [],
  });
  expect(arrived.slice(before)).toEqual(['OPTIONS /held']);
});

test('http on loopback is mixed content for a secure page in WebKit alone', async ({
  cors,
  corsHarness: { definition },
}) => {
  expect(await testimony(cors.openPage, definition, `${api}/`, {}, 'https://app.example')).toEqual(
    refusesHttpOnLoopback(definition)
      ? { kind: 'neighbour', diagnosis: 'mixed-content', value: 'MixedContent' }
      : { kind: 'shared', quirks: [] },
  );
});
