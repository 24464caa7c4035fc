import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { planCommand } from '../../../src/cli/plan.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import type { RouteInput, SessionInput } from '../../../src/policy/policy.ts';
import { runCommand } from '../../support/run-command.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';

const planOf = async (
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<readonly string[]> =>
  (
    await runCommand(planCommand, args, {
      env: { CORS_TARGET_URL: 'http://127.0.0.1:8080/items', CORS_ORIGIN: 'https://app.example.com', ...env },
    })
  ).lines;

const help = 'cors-conformance plan --help lists the options.';

const isSent = (line: string): boolean => line.endsWith(', sent');

test('the plan names each unsafe request that reaches the API', async () => {
  const lines = await planOf({ CORS_METHODS: 'GET,PUT', CORS_SEND: '1' });
  expect((await planOf({ CORS_METHODS: 'GET,PUT', CORS_SEND: '1' }, ['--all'])).filter(isSent).length).toBe(
    1,
  );
  expect(lines.filter(isSent)).toEqual([
    '  PUT http://127.0.0.1:8080/items from https://app.example.com, credentials "omit", sent',
  ]);
  expect(lines.at(-1)).toBe(
    'Requests of unsafe methods that reach the API, each once in each engine: PUT. One whose connection breaks before an answer, or that is answered 408 or 421, Chromium itself may send again.',
  );
});

test('in Japanese, every line of the plan is', async () => {
  const [, ...lines] = await planOf({ CORS_METHODS: 'GET,PUT', CORS_SEND: '1' }, ['--lang', 'ja']);
  expect(lines.slice(0, 2)).toEqual([
    '/items：125 件のリクエスト（他に最大 115 件）、245 件のチェック',
    '(unknown path)：1 件のリクエスト、1 件のチェック',
  ]);
  expect(lines.filter((line) => !/[\u3040-\u30ff]/.test(line))).toEqual([]);
});

test('a path that the API does not have is asked for, unless the policy leaves it out', async () => {
  const unknown = (lines: readonly string[]): string[] =>
    lines.filter((line) => line.includes('unknown path') || line.includes('unknown-path'));
  expect(unknown(await planOf({}, ['--all']))).toEqual([
    '(unknown path): 1 request, 1 check',
    '  GET http://127.0.0.1:8080/cors-conformance-unknown-path from https://app.example.com, credentials "omit"',
  ]);
  expect(unknown(await planOf({ CORS_UNKNOWN_PATH: '0' }, ['--all']))).toEqual([]);
});

test('whether an error that the policy declares says Vary is judged as well', () => {
  const policy = resolvedPolicy({
    target: 'http://127.0.0.1:8080',
    trustedOrigins: ['https://app.example.com'],
    routes: [
      {
        path: '/items',
        methods: ['GET'],
        headers: { authorization: 'Bearer right' },
        requestHeaders: ['authorization'],
        errors: [
          { name: 'missing', path: '/items/0', status: 404 },
          // Without its header this is the route's own answer.
          { name: 'unauthenticated', headers: { authorization: null }, status: 401 },
        ],
      },
    ],
  });
  const checks = deriveCases(policy).flatMap((plan) => plan.checks);
  expect(checks.filter(({ check }) => check === 'vary').map(({ url, detail }) => [url, detail])).toEqual([
    ['http://127.0.0.1:8080/items', ''],
    ['http://127.0.0.1:8080/items/0', 'missing'],
    ['http://127.0.0.1:8080/items', 'on the preflight'],
  ]);
});

test('the plan names none where all are held', async () => {
  const lines = await planOf({ CORS_METHODS: 'GET,PUT' });
  expect(lines.filter(isSent)).toEqual([]);
  expect(lines.slice(-3)).toEqual([
    'A request that is safe or held is made again where a cache answered it, where an answer set a cookie, or for a proof.',
    'More may come, safe or held, only to find a cause: where a trusted page may have got the copy of a shared cache, its request again and at an address that no cache knows (a query of ours) and, if it was a copy, all that is asked of that route at such addresses; where Vary: Origin is missing from an answer that browsers keep, two requests for it with the cache left as it is.',
    'Of each finding, the request of its curl line is made once without a browser, if its method is GET, HEAD or OPTIONS; where its answer differs from what the browser saw, up to five times more, with header lines of the browser.',
  ]);
});

test('the plan refuses what the run refuses, in the same words', async () => {
  expect(await planOf({ CORS_ENGINES: 'chrome' })).toEqual([
    'exit code 2',
    'CORS_ENGINES names "chrome", which is none of chromium, firefox, webkit. Write all for every engine.',
    help,
  ]);
  expect(await planOf({ CORS_METHODS: 'patch' })).toEqual([
    'exit code 2',
    'CORS_METHODS "patch" is sent as it is written, and is another method than "PATCH": write "PATCH".',
  ]);
});

const usage = `Usage: cors-conformance plan [--all]

Says what the target suite would ask, and asks nothing. What it is asked about is said by the policy (cors.policy.ts) and by the variables of the environment that the suite itself reads.

  --all           list every request
  --lang <name>   en or ja; without it CORS_LANG, and without that the locale (LC_ALL, LC_MESSAGES, LANG)
  --help, -h      print this`;

for (const help of ['--help', '-h']) {
  test(`the plan is not made where ${help} asks how to use it`, async () => {
    expect((await planOf({}, [help])).join('\n')).toBe(`exit code 0\n${usage}`);
  });
}

test('the plan takes no other argument', async () => {
  expect(await planOf({}, ['/items', '--all', '--json'])).toEqual([
    'exit code 2',
    '"/items" is too much: plan takes options alone.',
    '--json is no option of plan.',
    help,
  ]);
});

test('a plan of many routes and unsafe requests can be read, and --all lists every request', async ({}, testInfo) => {
  const route = { methods: ['GET', 'PUT', 'DELETE'], credentials: 'include', send: true };
  const policy = {
    target: 'https://api.example.com',
    trustedOrigins: ['https://app.example.com', 'https://admin.example.com'],
    routes: Array.from({ length: 40 }, (_, index) => ({ path: `/items/${index}`, ...route })),
  };
  writeFileSync(testInfo.outputPath('cors.policy.json'), JSON.stringify(policy));
  const linesOf = async (...args: string[]): Promise<readonly string[]> =>
    (await runCommand(planCommand, args, { cwd: testInfo.outputDir })).out;
  const [lines, whole] = [await linesOf(), await linesOf('--all')];
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(lines.filter((line) => / more( routes)?$/.test(line))).toEqual([
    'and 11 more routes',
    '  and 145 more',
  ]);
  expect(lines.filter(isSent).length).toBe(15);
  expect(lines.filter((line) => line.startsWith('/items/'))).toEqual(
    whole.filter((line) => line.startsWith('/items/')).slice(0, 30),
  );
  expect(whole.filter(isSent).length).toBe(160);
});

test('one method of one path is asked with two queries, under a name for each', () => {
  const route = { path: '/search', methods: ['GET'] };
  const plans = deriveCases(
    resolvedPolicy({
      target: 'https://api.example.com',
      trustedOrigins: ['https://app.example.com'],
      routes: [
        { ...route, query: 'q=1' },
        { ...route, query: 'q=2' },
        { ...route, methods: ['PUT'] },
      ],
      unknownPath: false,
    }),
  );
  expect(plans.map((plan) => [plan.route, plan.checks[0]?.url])).toEqual([
    ['/search', 'https://api.example.com/search?q=1'],
    ['/search?q=2', 'https://api.example.com/search?q=2'],
    ['/search?', 'https://api.example.com/search'],
  ]);
  const ids = plans.flatMap(({ checks }) => checks.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('secrets of a query stand in no name, id or address of the plan, and routes stay apart', () => {
  const routes = ['one', 'two', 'six'].map((user) => ({
    path: '/me',
    methods: ['GET'],
    query: `token=s3cr3t-${user}`,
  }));
  const plans = deriveCases(
    resolvedPolicy({
      target: 'https://api.example.com',
      trustedOrigins: ['https://app.example.com'],
      unknownPath: false,
      routes,
    }),
  );
  expect(plans.map(({ route }) => route)).toEqual([
    '/me',
    '/me?token=[redacted]',
    '/me?token=[redacted] (2)',
  ]);
  expect(
    plans
      .flatMap(({ checks }) => checks)
      .filter((check) => JSON.stringify({ ...check, expectation: null }).includes('s3cr3t')),
  ).toEqual([]);
  expect(new Set(plans.flatMap(({ checks }) => checks.map(({ id }) => id))).size).toBe(
    plans.flatMap(({ checks }) => checks).length,
  );
  expect(plans.map(({ probes: [first] }) => first?.request.url)).toEqual(
    routes.map(({ query }) => `https://api.example.com/me?${query}`),
  );
});

test('what an element asks for is asked for so from each page beside fetch(), and a font never with credentials', () => {
  const lines = (as: 'image' | 'font', credentials: 'omit' | 'include'): string[] => {
    const policy = resolvedPolicy({
      target: 'https://api.example.test',
      trustedOrigins: ['https://app.example.com'],
      routes: [{ path: '/file', methods: ['GET'], as, credentials }],
      unknownPath: false,
    });
    const [plan] = deriveCases(policy);
    const asked = (plan?.checks ?? []).filter(
      ({ detail, originRole }) =>
        detail.startsWith('as a') && (originRole === 'trusted' || originRole === 'untrusted'),
    );
    return asked.map(({ id }) => id);
  };
  expect(lines('image', 'include')).toEqual([
    'readable GET /file https://app.example.com include as an image',
    'redirect-free GET /file https://app.example.com include as an image',
    'unreadable GET /file https://untrusted.test same-origin as an image',
    'unreadable GET /file https://untrusted.test include as an image',
  ]);
  expect(lines('font', 'omit')).toEqual([
    'readable GET /file https://app.example.com same-origin as a font',
    'redirect-free GET /file https://app.example.com same-origin as a font',
    'unreadable GET /file https://untrusted.test same-origin as a font',
  ]);
});

/** Returns the checks on requests of trusted pages to one route that has a session. */
function signedIn(session: SessionInput, route: Partial<RouteInput>): string[] {
  const policy = resolvedPolicy({
    target: 'https://api.example.test',
    trustedOrigins: ['https://app.example.com'],
    sessions: { user: session },
    routes: [{ path: '/orders', methods: ['GET'], credentials: 'include', session: 'user', ...route }],
    unknownPath: false,
  });
  return deriveCases(policy).flatMap(({ checks }) =>
    checks
      .filter(({ check }) => check === 'readable' || check === 'session' || check === 'cross-site-post')
      .map(({ check, method, detail }) => [check, method, detail].join(' ').trim()),
  );
}

const page = [{ method: 'POST', path: '/login' }];

test('a request without headers is made only where no header carries the session', () => {
  const route = { requestHeaders: ['authorization'] };
  const full = ['readable GET', 'session GET'];
  const bareToo = ['readable GET without request headers', ...full];
  const headersFrom = { authorization: { body: '/token' } };
  expect([
    signedIn({ page }, route),
    signedIn({ page, headersFrom }, route),
    signedIn({ open: true }, route),
    signedIn({ storageState: 'user.json' }, route),
  ]).toEqual([bareToo, full, full, bareToo]);
});

test('a POST without a CORS-preflight request is asked about that any site can send with the session', () => {
  const asked = (route: Partial<RouteInput>): boolean =>
    signedIn({ page }, { methods: ['POST'], ...route }).includes('cross-site-post POST');
  const form = { contentType: 'application/x-www-form-urlencoded', text: 'a=1' };
  const json = { contentType: 'application/json', text: '{}' };
  expect([
    asked({}),
    asked({ body: form }),
    asked({ body: form, send: true }),
    asked({ body: json, requestHeaders: ['content-type'] }),
    asked({ body: form, requestHeaders: ['x-csrf-token'] }),
    asked({ methods: ['PUT'] }),
  ]).toEqual([true, true, true, false, false, false]);
});
