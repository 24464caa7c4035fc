import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import { findingsOf } from '../../../reports/read/findings.ts';
import { routeReadings } from '../../../reports/read/reading.ts';
import { routeLines } from '../../../reports/terminal/route-lines.ts';
import { plainPaint } from '../../../reports/terminal/paint.ts';
import { collect } from '../../../reports/collect/collect.ts';
import type { Report, Verdict } from '../../../src/model.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { judgeServer } from '../../support/judge-server.ts';
import { standardEngine } from '../../support/standard-page.ts';

const app = 'https://app.example.com';

const judged = (
  policy: Partial<PolicyInput>,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Verdict[]> =>
  judgeServer(
    standardEngine.harness,
    standardEngine,
    {
      trustedOrigins: [app],
      routes: [{ path: '/items', methods: ['GET', 'PUT'] }],
      unknownPath: false,
      ...policy,
    },
    (request, response) => {
      response.setHeader('Vary', 'Origin');
      response.statusCode = request.method === 'OPTIONS' ? 204 : 200;
      answer(request, response);
      response.end();
    },
  );

const isPreflight = ({ method }: IncomingMessage): boolean => method === 'OPTIONS';

function allow({ headers }: IncomingMessage, response: ServerResponse): void {
  if (headers.origin !== app) return;
  response.setHeader('Access-Control-Allow-Origin', app);
  response.setHeader('Access-Control-Allow-Methods', 'GET, PUT');
}

const readable = (verdicts: readonly Verdict[]): string[] =>
  verdicts
    .filter(({ check }) => check === 'readable')
    .map(({ method, status, diagnosis, seen }) => `${method} ${status} ${diagnosis}: ${seen}`);

const doubt = (diagnosis: string): string =>
  `The CORS-preflight request is granted, response not seen: the actual request was held. This page is refused the response to GET (${diagnosis}), for a reason that does not depend on the method, so it is probably refused this one as well. Mend that first, or declare send: true to have it seen.`;

/** What is wrong with each actual response. */
const rows: readonly (readonly [diagnosis: string, lines: readonly string[]])[] = [
  ['origin-multiple', [app, app]],
  ['origin-missing', []],
  ['origin-mismatch', ['https://other.example.com']],
  ['origin-invalid', ['app.example.com']],
];

for (const [diagnosis, lines] of rows) {
  for (const [title, routes] of [
    ['of its route', [{ path: '/items', methods: ['GET', 'PUT'] }]],
    [
      'of another route at its path',
      [
        { path: '/items', methods: ['GET'] },
        { path: '/items', methods: ['PUT'] },
      ],
    ],
  ] as const) {
    test(`${diagnosis} of another method ${title} leaves no verdict on what is held`, async () => {
      const verdicts = await judged({ routes }, (request, response) => {
        if (isPreflight(request)) allow(request, response);
        else if (lines.length > 0) response.setHeader('Access-Control-Allow-Origin', [...lines]);
      });
      const found = readable(verdicts);
      expect(found.map((line) => line.split(':')[0])).toEqual([
        `GET violates ${diagnosis}`,
        `PUT inconclusive ${diagnosis}`,
      ]);
      expect(found[1]).toBe(`PUT inconclusive ${diagnosis}: ${doubt(diagnosis)}`);
    });
  }
}

test('a redirect for a slash or a session leaves no verdict on what is held, and one of GET alone does', async () => {
  const standings = async (location: string): Promise<string[]> => {
    const verdicts = await judged({}, (request, response) => {
      if (isPreflight(request)) allow(request, response);
      else response.writeHead(302, { Location: location });
    });
    return readable(verdicts).map((line) => line.split(':')[0] ?? '');
  };
  const refused = 'GET violates resource-redirect-refused';
  const doubted = 'PUT inconclusive resource-redirect-refused';
  expect([await standings('/items/'), await standings('/login'), await standings('/files/1')]).toEqual([
    [refused, doubted],
    [refused, doubted],
    [refused, 'PUT conforms null'],
  ]);
});

test('what is held is granted, and its response is not seen', async () => {
  const verdicts = await judged({}, allow);
  expect(readable(verdicts)).toEqual([
    'GET conforms null: The page reads the response, status 200.',
    'PUT conforms null: The CORS-preflight request is granted, response not seen: the actual request was held.',
  ]);
  const report: Report = {
    ...collect([], '0.1.0'),
    verdicts,
    routes: [{ path: '/items', methods: ['GET', 'PUT'] }],
  };
  const [route] = routeReadings(report);
  if (route === undefined) throw new Error('The report has no route.');
  expect(routeLines([route], new Map(), { paint: plainPaint, width: 120 }).slice(1, 3)).toEqual([
    `    readable by     ${app} (GET)`,
    `    held            granted, response not seen: ${app} (PUT)`,
  ]);
});

test('whoever is not signed in is answered 401: the finding is as grave as with a session', async () => {
  const verdicts = await judged(
    { routes: [{ path: '/me', methods: ['GET'], credentials: 'include' }] },
    (request, response) => {
      const { origin } = request.headers;
      if (origin === undefined) return;
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      if (!isPreflight(request)) response.statusCode = 401;
    },
  );
  const findings = findingsOf({ verdicts, fixes: [], accepted: [], levels: [] }).violations;
  expect(findings.map(({ severity, name }) => `${severity} ${name}`)).toEqual([
    'critical any-origin-with-credentials',
  ]);
});

test('a server that takes methods in any case grants another method', async () => {
  const verdicts = await judged({}, (request, response) => {
    allow(request, response);
    const asked = request.headers['access-control-request-method'] ?? '';
    if (isPreflight(request) && asked !== asked.toUpperCase())
      response.setHeader('Access-Control-Allow-Methods', asked);
  });
  const found = verdicts.filter(({ status }) => status === 'violates');
  expect(found.map(({ diagnosis, method, origin }) => `${diagnosis} ${method} ${origin}`)).toEqual([
    `method-undeclared-granted patch ${app}`,
  ]);
});

/** Serves an API below a path, beside which something else answers without a word of CORS. */
const mounted = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.url?.startsWith('/v1/')) allow(request, response);
  if (request.url?.includes('unknown')) response.statusCode = 404;
};

const unknown = (verdicts: readonly Verdict[]): string[] =>
  verdicts
    .filter(({ check }) => check === 'error-readable')
    .map(({ url, status, severity }) => `${new URL(url).pathname} ${status} ${severity}`);

test('the path that an API does not have is asked for where the API is', async () => {
  const under = (paths: readonly string[]) =>
    judged({ routes: paths.map((path) => ({ path, methods: ['GET'] })), unknownPath: true }, mounted);
  expect(unknown(await under(['/v1/items']))).toEqual(['/v1/cors-conformance-unknown-path conforms null']);
  expect(unknown(await under(['/v1/items', '/v1/users/all']))).toEqual([
    '/v1/cors-conformance-unknown-path conforms null',
  ]);
  expect(unknown(await under(['/v1/items', '/v2/items']))).toEqual([
    '/cors-conformance-unknown-path violates medium',
  ]);
});
