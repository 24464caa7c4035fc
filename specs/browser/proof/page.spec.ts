import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import type { ResponseRule } from '../../../src/probe/response-rule.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { expectedOf, proposals, tryProposal } from './proposals.ts';

const openToAll: ResponseRule = ({ purpose, origin, headers }) => ({
  status: purpose === 'preflight' ? 200 : 201,
  headers: [
    ...headers,
    ['Access-Control-Allow-Origin', origin ?? '*'],
    ['Access-Control-Allow-Methods', 'PUT'],
  ],
});

async function serverWithoutCors() {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(request.method ?? '');
    response.statusCode = request.method === 'OPTIONS' ? 405 : 200;
    response.setHeader('X-Kept', ['1', '2']);
    response.end('text');
  });
  const authority = `127.0.0.1:${await listenOnLoopback(server)}`;
  return { log, authority, close: () => closeServer(server) };
}

test('the browser judges what it is given, and the API gets real requests', async ({ cors }) => {
  const server = await serverWithoutCors();
  try {
    const page = await cors.openPage([server.authority]);
    const rewriting = await page.rewriting((response) =>
      response.url.startsWith(`http://${server.authority}/`) ? openToAll(response) : null,
    );
    if (rewriting === null) throw new Error('Chromium rewrites responses.');
    await rewriting.moveTo('https://app.example.com');
    const put = probeRequest(`http://${server.authority}/`, { method: 'PUT' });
    const [given] = await rewriting.probe([put]);
    expect(given?.outcome.kind).toBe('response');
    expect(
      given?.exchanges.map(({ purpose, method, response }) => [
        purpose,
        method,
        response?.status,
        response?.headers.filter(([name]) => /^(access-control|x-kept)/i.test(name)),
      ]),
    ).toEqual(
      (['preflight', 'actual'] as const).map((purpose) => [
        purpose,
        purpose === 'preflight' ? 'OPTIONS' : 'PUT',
        purpose === 'preflight' ? 200 : 201,
        [
          ['X-Kept', '1'],
          ['X-Kept', '2'],
          ['Access-Control-Allow-Origin', 'https://app.example.com'],
          ['Access-Control-Allow-Methods', 'PUT'],
        ],
      ]),
    );
    // The page itself is as it was, once it has forgotten what it was given.
    await page.clearCaches();
    const [own] = await page.probe([put]);
    expect(own?.refusal?.code).toBe('PreflightMissingAllowOriginHeader');
    expect(server.log).toEqual(['OPTIONS', 'PUT', 'OPTIONS']);
  } finally {
    await server.close();
  }
});

test('the canary stops a rule under which CORS refuses nothing', async ({ cors }) => {
  const page = await cors.openPage([]);
  const opened = page.rewriting(openToAll).then(
    () => null,
    (error: unknown) => String(error),
  );
  expect(await opened).toBe(
    'CanaryError: A request that needs one CORS-preflight request made the server see OPTIONS, PUT: something between the browser and the network answers for it. Remove route(), routeFromHAR() and proxy credentials from the context.',
  );
});

for (const title of ['an echo of every origin opens too much', 'the allow list is proved'] as const) {
  test(`in the browser as by the standard, ${title}`, async ({ cors, corsHarness }) => {
    const proposal = proposals[title];
    expect(await tryProposal(cors, corsHarness, proposal, noLookalikes)).toEqual(expectedOf(proposal));
  });
}
