import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { expect, test, type Cors } from '../../../fixtures/test.ts';
import type { Verdict } from '../../../src/model.ts';
import { runTarget, type RunningEngine } from '../../../src/run/run-target.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';

const app = 'http://app.example.test';
const admin = 'http://admin.example.test';
const elsewhere = 'http://app.example.net';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

interface Server {
  readonly trusted: readonly string[];
  readonly headers: OutgoingHttpHeaders;
}

/**
 * Resolves to the verdicts on Vary of an API that never sends it: what each came to, and what was seen where a cache
 * showed it.
 */
async function judged(cors: Cors, engine: RunningEngine, { trusted, headers }: Server): Promise<Verdict[]> {
  const server = createServer(({ headers: { origin } }, response) => {
    const allowed = trusted.find((one) => one === origin);
    if (allowed !== undefined) response.setHeader('Access-Control-Allow-Origin', allowed);
    response.writeHead(200, headers).end(gif);
  });
  const policy = resolvedPolicy({
    target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
    trustedOrigins: trusted,
    routes: [{ path: '/', methods: ['GET'] }],
    unknownPath: false,
  });
  // The check of Vary alone: each page more is an engine started again, in some.
  const plans = deriveCases(policy, engine.harness.engine.id).map((plan) => {
    const checks = plan.checks.filter(({ id }) => id.includes(' vary ') && !id.endsWith('on the preflight'));
    const probed = JSON.stringify(checks);
    const probes = plan.probes.filter(({ key }) => probed.includes(JSON.stringify(key)));
    return { ...plan, checks, probes, bookends: null };
  });
  try {
    return (await runTarget(plans, policy, engine, cors.openPage)).flat();
  } finally {
    await closeServer(server);
  }
}

const cameTo = (verdicts: readonly Verdict[]): unknown[] =>
  verdicts.map(({ status, diagnosis, kind, seen, url }) => [
    status,
    diagnosis,
    kind,
    // Which answers lack it each engine says by those that it sees.
    diagnosis === 'cached-copy-of-another-origin' ? seen.replaceAll(url, '{url}') : null,
  ]);

const hazard = ['violates', 'vary-origin-missing', 'hazard', null];

const met = (page: string, copy: string, from: string): unknown[] => [
  'violates',
  'cached-copy-of-another-origin',
  'refusal',
  `A cache answers GET {url} for a page at ${page} with the copy that was made for another request: ${copy}. Without Vary: Origin it may. Seen: the copy in the browser's own cache, left by ${from}, with no request on the wire.`,
];

const lifetimes: readonly [title: string, headers: OutgoingHttpHeaders][] = [
  ['max-age', { 'Cache-Control': 'private, max-age=600' }],
  ['Expires', { Expires: new Date(Date.now() + 600_000).toUTCString() }],
  ['Last-Modified alone', { 'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }],
];

for (const [title, headers] of lifetimes) {
  test(`two trusted pages of one site that a cache keeps together meet a missing Vary (${title})`, async ({
    cors,
    corsHarness,
  }) => {
    const verdicts = await judged(cors, corsHarness, { trusted: [app, admin], headers });
    expect(cameTo(verdicts)).toEqual([
      met(app, `Access-Control-Allow-Origin: ${admin}`, `a page at ${admin}, of the same site`),
    ]);
    const [verdict] = verdicts;
    expect(
      verdict?.exchanges.map(({ purpose, requestHeaders }) => [purpose, originOf(requestHeaders)]),
    ).toContainEqual(['actual', admin]);
    expect(verdict?.console).not.toEqual([]);
  });
}

const originOf = (headers: Verdict['exchanges'][number]['requestHeaders']): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'origin')?.[1];

const unmet: readonly [title: string, server: Server][] = [
  ['what says nothing of how long it may be kept', { trusted: [app, admin], headers: {} }],
  [
    'what has to be asked for each time',
    { trusted: [app, admin], headers: { 'Cache-Control': 'no-cache', ETag: '"1"' } },
  ],
  [
    'two pages of different sites',
    { trusted: [app, elsewhere], headers: { 'Cache-Control': 'max-age=600' } },
  ],
];

for (const [title, server] of unmet) {
  test(`a missing Vary stays a hazard: ${title}`, async ({ cors, corsHarness }) => {
    expect(cameTo(await judged(cors, corsHarness, server))).toEqual([hazard]);
  });
}

const image = { 'Content-Type': 'image/gif', 'Cache-Control': 'max-age=600' };

test('a page meets it that shows an image and then fetches it, where the engine keeps one copy for both', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, { trusted: [app], headers: image });
  expect(cameTo(verdicts)).toEqual([
    // Firefox does not answer a request with Origin by a copy that was made for one without.
    corsHarness.harness.engine.id === 'firefox'
      ? hazard
      : met(
          app,
          'no Access-Control-Allow-Origin',
          'an image without the attribute crossorigin, on the same page',
        ),
  ]);
});

test('what is no image is not shown as one', async ({ cors, corsHarness }) => {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=600' };
  expect(cameTo(await judged(cors, corsHarness, { trusted: [app], headers }))).toEqual([hazard]);
});
