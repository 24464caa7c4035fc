import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeServer } from '../../support/judge-server.ts';
import { noWaiting } from '../../support/no-waiting.ts';
import type { Judging } from '../../support/judge-target.ts';

const trusted = 'https://app.example.com';
const windowMs = 10_000;

interface Limiter {
  /** How many requests are answered in ten seconds. */
  readonly most?: number;
  /** Whether what answers the others knows of CORS. */
  readonly isRight?: boolean;
  readonly sparesPreflights?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly allowHeaders?: string;
}

/** Judges an API that keeps its promise, behind a limit on requests; also what the run told, and how often it was refused. */
async function judged(
  cors: Cors,
  engine: RunningEngine,
  { most = 7, isRight = false, sparesPreflights = false, headers = {}, status = 429, allowHeaders }: Limiter,
  change: Partial<PolicyInput> = {},
  deadline?: number,
) {
  const told: string[] = [];
  const pacing = noWaiting(told);
  const timing: Judging = { pacing, ...(deadline === undefined ? {} : { deadline }) };
  let window = 0;
  let asked = 0;
  let refused = 0;
  const share = ({ method, headers: { origin } }: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('Vary', 'Origin');
    if (origin !== trusted) return;
    response.setHeader('Access-Control-Allow-Origin', origin);
    if (method === 'OPTIONS' && allowHeaders !== undefined) {
      response.setHeader('Access-Control-Allow-Headers', allowHeaders);
    }
  };
  const policy = { trustedOrigins: [trusted], routes: [{ path: '/', methods: ['GET'] }], ...change };
  const verdicts = await judgeServer(
    cors,
    engine,
    policy,
    (request, response) => {
      const now = Math.floor(pacing.clock.now() / windowMs);
      asked = now === window ? asked + 1 : 1;
      window = now;
      const isLimited = asked > most && (!sparesPreflights || request.method !== 'OPTIONS');
      if (!isLimited || isRight) share(request, response);
      if (isLimited) {
        refused += 1;
        response.writeHead(status, headers);
      }
      response.end();
    },
    timing,
  );
  const wrong = verdicts.filter(({ status: found }) => found !== 'conforms' && found !== 'inapplicable');
  const lines = wrong.map(
    ({ check, diagnosis, status: found, origin, seen }) =>
      `${check} ${diagnosis ?? found} ${origin}: ${seen.replace(/http:\/\/127\.0\.0\.1:\d+/, '')}`,
  );
  return { lines: [...new Set(lines)], told, refused };
}

const missing = `readable origin-missing ${trusted}: The response to GET / has no Access-Control-Allow-Origin header (status 429). This is what the API answers where it limits requests; asked again later, it answered otherwise.`;

test('a limit whose answers lack CORS headers is a finding, and the run goes on more slowly', async ({
  cors,
  corsHarness,
}) => {
  const { lines, told, refused } = await judged(cors, corsHarness, { headers: { 'Retry-After': '10' } });
  expect(lines).toEqual([missing]);
  expect(told[0]).toMatch(
    /^the API limits requests \(status 429\): waiting 10 s, then one request in \S+ s$/,
  );
  // It is met a few times, until the pace is found.
  expect(told.length).toBeLessThan(4);
  expect(refused).toBeLessThan(20);
});

test('a limit that answers CORS-preflight requests, too, is met without what needs one', async ({
  cors,
  corsHarness,
}) => {
  const declared = { path: '/', methods: ['GET'], requestHeaders: ['x-request-id'] };
  for (const route of [declared, { ...declared, headers: { 'x-request-id': 'a1b2c3' } }]) {
    const limiter = { allowHeaders: 'x-request-id', headers: { 'Retry-After': '10' } };
    const { lines } = await judged(cors, corsHarness, limiter, { routes: [route] });
    expect(lines).toEqual([missing]);
  }
});

test('an address that is limited for ever is given up, and costs the others no time', async ({
  cors,
  corsHarness,
}) => {
  const told: string[] = [];
  const pacing = noWaiting(told);
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    { trustedOrigins: [trusted], routes: ['/', '/down'].map((path) => ({ path, methods: ['GET'] })) },
    ({ url, headers: { origin } }, response) => {
      response.setHeader('Vary', 'Origin');
      if (origin === trusted) response.setHeader('Access-Control-Allow-Origin', origin);
      // As a proxy says of an application that it does not reach.
      if (url === '/down') response.writeHead(503, { 'Retry-After': '5' });
      response.end();
    },
    { pacing },
  );
  expect(told.length).toBe(6);
  // Six times five seconds, and what lies between them at the slower pace.
  expect(pacing.clock.now()).toBeLessThan(40_000);
  const statuses = (path: string): string[] => [
    ...new Set(verdicts.filter(({ route }) => route === path).map(({ status }) => status)),
  ];
  expect([statuses('/').sort(), statuses('/down').includes('inconclusive')]).toEqual([['conforms'], true]);
});

test('a limit that says nothing of how long it lasts is waited for longer each time', async ({
  cors,
  corsHarness,
}) => {
  const { lines, told } = await judged(cors, corsHarness, {});
  expect(lines).toEqual([missing]);
  expect(told[0]).toContain('waiting 1 s');
});

test('a limit whose answers are shared with the trusted page is no finding', async ({
  cors,
  corsHarness,
}) => {
  const { lines, told } = await judged(cors, corsHarness, {
    isRight: true,
    headers: { 'Retry-After': 'Thu, 01 Jan 1970 00:00:10 GMT', Date: 'Thu, 01 Jan 1970 00:00:00 GMT' },
  });
  expect(lines).toEqual([]);
  expect(told[0]).toContain('waiting 10 s');
});

test('status 503 with Retry-After is such an answer, and without it is none', async ({
  cors,
  corsHarness,
}) => {
  const later = await judged(cors, corsHarness, {
    isRight: true,
    status: 503,
    headers: { 'Retry-After': '10' },
  });
  expect(later.lines).toEqual([]);
  const down = await judged(cors, corsHarness, { isRight: true, status: 503 });
  expect(down.told).toEqual([]);
});

test('what the run has no time to wait for is said, and the finding is kept', async ({
  cors,
  corsHarness,
}) => {
  const { lines, told } = await judged(
    cors,
    corsHarness,
    { headers: { 'Retry-After': '3600' } },
    {},
    600_000,
  );
  const late =
    'The API limits requests (status 429), and the time limit of the run was reached before it would have answered this one, at one request in 20 s; raise limits.runTimeoutMs in the policy, or have the API answer more requests of this machine.';
  expect([...new Set(lines.map((line) => line.replace(/^.*?: /, '')))]).toEqual([
    missing
      .replace(/^.*?: /, '')
      .replace('asked again later, it answered otherwise', 'the run had no time to ask again'),
    late,
  ]);
  expect(told).toEqual([]);
});

test('a limit that is declared is the answer that was expected', async ({ cors, corsHarness }) => {
  const routes = [
    { path: '/', methods: ['GET'], errors: [{ name: 'too many', path: '/often', status: 429 }] },
  ];
  const { lines, told } = await judged(
    cors,
    corsHarness,
    { most: 0, isRight: true, sparesPreflights: true },
    {
      routes: routes.map((route) => ({ ...route, status: 429 })),
      unknownPath: false,
    },
  );
  expect({ lines, told }).toEqual({ lines: [], told: [] });
});
