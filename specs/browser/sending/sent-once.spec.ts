import type { ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../../fixtures/test.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { runTarget, type RunningEngine } from '../../../src/run/run-target.ts';
import { isSafe } from '../../../src/plan/safe-methods.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';
import { startRecordingServer } from './recording-server.ts';

const trusted = ['http://app.example', 'http://admin.example'];

const policyFor = (target: string, methods: readonly string[]): PolicyInput => ({
  target,
  trustedOrigins: trusted,
  routes: [
    {
      path: '/items',
      methods: [...methods],
      requestHeaders: ['x-token'],
      headers: { 'x-token': 'right' },
      preflightCacheSeconds: 600,
      send: true,
      errors: [{ name: 'wrong token', method: 'PUT', headers: { 'x-token': 'wrong' }, status: 401 }],
    },
  ],
  unknownPath: false,
  limits: { probeTimeoutMs: 3_000 },
});

/** Makes only the requests of trusted pages, as no other one is ever sent with an unsafe method. */
async function judgeForTrusted(cors: Cors, engine: RunningEngine, input: PolicyInput): Promise<void> {
  const policy = resolvedPolicy(input);
  const plans = deriveCases(policy, engine.harness.engine.id).map((plan) => {
    const checks = plan.checks.filter(
      ({ check, originRole }) => check !== 'vary' && originRole === 'trusted',
    );
    const probes = plan.probes.filter(({ page }) => trusted.includes(page.origin));
    return { ...plan, checks, probes };
  });
  await runTarget(plans, policy, engine, cors.openPage);
}

/** Returns the requests of unsafe methods that the plan of the policy sends. */
function planned(input: PolicyInput): string[] {
  return deriveCases(resolvedPolicy(input))
    .flatMap(({ probes }) => probes)
    .filter(({ request }) => !request.held && !isSafe(request.method))
    .map(({ page, request }) => {
      const token = request.headers.find(([name]) => name === 'x-token')?.[1] ?? 'none';
      return `${request.method} /items from ${page.origin} with ${token}`;
    })
    .sort();
}

/** What an API may answer an unsafe request with, that could move a harness or a browser to send it again. */
const answers = {
  'an ordinary answer': (response) => response.end(),
  'an answer that a cache may store': (response) =>
    response.writeHead(200, { 'Cache-Control': 'max-age=600', ETag: '"1"' }).end('stored'),
  'status 304': (response) => response.writeHead(304).end(),
  'a challenge': (response) => response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="api"' }).end(),
  'status 503 with Retry-After': (response) => response.writeHead(503, { 'Retry-After': '0' }).end(),
  'a body that breaks off': (response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('begun', () => response.destroy());
  },
  'status 425': (response) => response.writeHead(425).end(),
} as const satisfies Readonly<Record<string, (response: ServerResponse) => void>>;

/** What moves Chromium to send again of its own accord, beneath everything that can be held. */
const repeatedByChromium: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'a kept connection that breaks': (response) => response.destroy(),
  'status 408': (response) => response.writeHead(408, { Connection: 'close' }).end(),
  'status 421': (response) => response.writeHead(421).end(),
};

for (const [what, answer] of Object.entries({ ...answers, ...repeatedByChromium })) {
  test(`an unsafe request is sent as often as it is planned: ${what}`, async ({ cors, corsHarness }) => {
    test.skip(
      corsHarness.harness.engine.id === 'chromium' && what in repeatedByChromium,
      'Chromium repeats it on the wire: https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc',
    );
    const server = await startRecordingServer(trusted, answer);
    try {
      const policy = policyFor(server.origin, ['GET', 'POST', 'PUT', 'DELETE']);
      await judgeForTrusted(cors, corsHarness, policy);
      expect([...server.unsafe].sort()).toEqual(planned(policy));
    } finally {
      await server.close();
    }
  });
}

test('from a page that is not trusted no unsafe request is sent', async ({ cors, corsHarness }) => {
  const server = await startRecordingServer(trusted, answers['an ordinary answer']);
  try {
    const policy = policyFor(server.origin, ['GET', 'POST', 'PUT', 'DELETE']);
    await judgeTarget(cors, corsHarness, policy, { lookalikes: noLookalikes });
    expect([...server.unsafe].sort()).toEqual(planned(policy));
  } finally {
    await server.close();
  }
});

test('whether the CORS-preflight cache is used is seen without sending an unsafe request again', async ({
  cors,
  corsHarness,
}) => {
  const server = await startRecordingServer(trusted, (response) => response.end());
  try {
    const policy = policyFor(server.origin, ['PUT']);
    const verdicts = await judgeTarget(cors, corsHarness, policy, { lookalikes: noLookalikes });
    expect([...server.unsafe].sort()).toEqual(planned(policy));
    expect(server.unsafe.filter((line) => line.endsWith('with right')).sort()).toEqual([
      'PUT /items from http://admin.example with right',
      'PUT /items from http://app.example with right',
    ]);
    const cache = verdicts.filter(({ check }) => check === 'preflight-cache');
    expect(cache.map(({ status, seen }) => ({ status, seen }))).toEqual(
      trusted.map(() => ({
        status: 'conforms',
        seen: 'The CORS-preflight response may be reused for 600 s, and is reused.',
      })),
    );
  } finally {
    await server.close();
  }
});
