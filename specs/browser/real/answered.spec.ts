import { expect, test, type Cors } from '../../support/judging.ts';
import type { Verdict } from '../../../src/model.ts';
import type { RouteInput } from '../../../src/policy/types.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';
import { noWaiting } from '../../support/no-waiting.ts';

const trusted = 'https://app.example.com';

interface Api {
  readonly route?: Partial<RouteInput>;
  /** The status of a request to `/` or another path. */
  readonly statusOf: (method: string, path: string) => number;
  /** Whether a page of any origin reads. */
  readonly isOpen?: boolean;
  /** Whether the trusted page reads. */
  readonly isShared?: boolean;
  /** Whether it reads errors, too. */
  readonly sharesErrors?: boolean;
  readonly allowHeaders?: string;
}

/** Judges an API whose CORS headers are right unless it says otherwise, whatever its status. */
const judged = (
  cors: Cors,
  engine: RunningEngine,
  { route, statusOf, isOpen = false, isShared = true, sharesErrors = true, allowHeaders }: Api,
): Promise<Verdict[]> =>
  judgeServer(
    cors,
    engine,
    {
      trustedOrigins: [trusted],
      unknownPath: false,
      routes: [{ path: '/', methods: ['GET', 'PUT'], ...route }],
    },
    ({ method = '', url = '', headers: { origin } }, response) => {
      response.setHeader('Vary', 'Origin');
      const status = method === 'OPTIONS' ? 204 : statusOf(method, url);
      const isLost = status >= 400 && !sharesErrors;
      if (origin !== undefined && !isLost && (isOpen || (isShared && origin === trusted))) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        if (method === 'OPTIONS') response.setHeader('Access-Control-Allow-Methods', 'PUT');
        if (method === 'OPTIONS' && allowHeaders !== undefined) {
          response.setHeader('Access-Control-Allow-Headers', allowHeaders);
        }
      }
      response.writeHead(status).end();
    },
    { pacing: noWaiting(), lookalikes: noLookalikes },
  );

/** Returns how often each status occurs, and what is inconclusive, each as check and reason. */
const summary = (verdicts: readonly Verdict[]) => ({
  statuses: [...new Set(verdicts.map(({ status }) => status))].sort(),
  unsure: verdicts
    .filter(({ status }) => status === 'inconclusive')
    .map(({ check, seen }) => `${check}: ${seen}`),
  wrong: [
    ...new Set(
      verdicts.filter(({ status }) => status === 'violates').map(({ diagnosis }) => diagnosis ?? ''),
    ),
  ],
});

const undeclared = (status: number, cause: string): string =>
  `status: The declared requests are answered with status ${status}, and the policy declares an ok status: of the answer that it is about nothing was seen. ${cause}`;

for (const [status, cause] of [
  [
    404,
    'The path is probably mistyped, or a path parameter names what does not exist: correct path, pathParameters and query.',
  ],
  [
    401,
    'The request probably lacks a token or a session. Give a token in the headers of the route, such as headers: { authorization: `Bearer ${process.env.API_TOKEN}` }, with "authorization" in its requestHeaders; or declare in sessions how pages sign in, and name that session in the route (docs/sessions.md): pages start without cookies. If this is what pages get, write that status for the route, or in CORS_STATUS.',
  ],
  [405, 'The API has no such method at this path: correct methods, or the path.'],
  [502, 'The API, or what is behind it, is probably down or fails: look at its log, and run again.'],
  [418, 'If this is what pages get, write status: 418 for the route, or CORS_STATUS=418.'],
] as const) {
  test(`a route that answers status ${status} to everybody is inconclusive, once`, async ({
    cors,
    corsHarness,
  }) => {
    const verdicts = await judged(cors, corsHarness, { statusOf: () => status });
    const { statuses, unsure, wrong } = summary(verdicts);
    expect({ statuses, unsure, wrong }).toEqual({
      statuses: ['inapplicable', 'inconclusive'],
      unsure: [undeclared(status, cause)],
      wrong: [],
    });
  });
}

test('a status that the policy declares is the answer that was expected', async ({ cors, corsHarness }) => {
  for (const status of [404, [200, 502]]) {
    const answer = [status].flat().at(-1) ?? 200;
    const verdicts = await judged(cors, corsHarness, { route: { status }, statusOf: () => answer });
    const { unsure, wrong } = summary(verdicts);
    expect({ unsure, wrong }).toEqual({ unsure: [], wrong: [] });
    expect(verdicts.find(({ check }) => check === 'status')?.seen).toBe(
      `The declared requests are answered with status ${answer}.`,
    );
  }
});

test('an ok status that the policy does not declare is another answer', async ({ cors, corsHarness }) => {
  const verdicts = await judged(cors, corsHarness, { route: { status: 401 }, statusOf: () => 200 });
  expect(summary(verdicts).unsure).toEqual([
    'status: The declared requests are answered with status 200, and the policy declares status 401: of the answer that it is about nothing was seen. If this is what pages get, write status: 200 for the route, or CORS_STATUS=200.',
  ]);
});

test('who reads an error that must not is found all the same', async ({ cors, corsHarness }) => {
  const { wrong, unsure } = summary(await judged(cors, corsHarness, { statusOf: () => 404, isOpen: true }));
  expect(wrong).toContain('any-origin');
  expect(unsure.length).toBe(1);
});

test('a trusted page that is refused an error is refused, and nothing else is said', async ({
  cors,
  corsHarness,
}) => {
  const { wrong, unsure } = summary(
    await judged(cors, corsHarness, { statusOf: () => 500, isShared: false }),
  );
  expect(wrong).toEqual(['origin-missing', 'preflight-origin-missing']);
  expect(unsure).toEqual([]);
});

test('where one method is answered as declared, the others alone are left out', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, {
    route: { methods: ['GET', 'HEAD'] },
    statusOf: (method) => (method === 'HEAD' ? 405 : 200),
  });
  expect(summary(verdicts).unsure).toEqual([
    'status: The declared requests are answered with status 200 (GET) and status 405 (HEAD), and the policy declares an ok status: of the answer that it is about nothing was seen. The API has no such method at this path: correct methods, or the path.',
  ]);
  const readable = verdicts.filter(({ check }) => check === 'readable' || check === 'unreadable');
  const byMethod = (status: string): unknown[] => [
    ...new Set(readable.filter((one) => one.status === status).map(({ method }) => method)),
  ];
  expect([byMethod('conforms'), byMethod('inapplicable')]).toEqual([
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    ['HEAD'],
  ]);
});

test('a declared error with the status of a gateway that reaches nobody is judged', async ({
  cors,
  corsHarness,
}) => {
  const errors = [502, 503, 504, 429].map((status) => ({ name: `${status}`, path: `/${status}`, status }));
  const verdicts = await judged(cors, corsHarness, {
    route: { errors },
    statusOf: (_, path) => Number(path.slice(1)) || 200,
  });
  expect(summary(verdicts)).toEqual({ statuses: ['conforms'], unsure: [], wrong: [] });
});

test('a declared error that a proxy answers by itself, without CORS headers, is refused whatever its status', async ({
  cors,
  corsHarness,
}) => {
  const errors = [403, 502, 503, 504].map((status) => ({ name: `${status}`, path: `/${status}`, status }));
  const verdicts = await judged(cors, corsHarness, {
    route: { errors },
    statusOf: (_, path) => Number(path.slice(1)) || 200,
    sharesErrors: false,
  });
  expect(summary(verdicts).unsure).toEqual([]);
  const wrong = verdicts.filter(({ status }) => status === 'violates');
  expect(wrong.map(({ check, diagnosis, detail }) => `${check} ${diagnosis} ${detail}`)).toEqual(
    errors.map(({ name }) => `error-readable origin-missing ${name}`),
  );
});

test('where nothing is said of request headers, what is granted is told, and judged by nobody', async ({
  cors,
  corsHarness,
}) => {
  const granting = (allowHeaders: string, requestHeaders: readonly string[] | null) =>
    judged(cors, corsHarness, { route: { requestHeaders }, allowHeaders, statusOf: () => 200 });
  const told = (verdicts: readonly Verdict[]): unknown[] =>
    verdicts
      .filter(({ check }) => check === 'header-refused')
      .map(({ status, diagnosis, seen }) => [status, diagnosis, seen]);
  expect(told(await granting('Authorization, content-type, Accept', null))).toEqual([
    [
      'inapplicable',
      null,
      'The policy says nothing of request headers, and the API grants authorization and content-type. To have that judged, declare those that pages send: CORS_HEADERS=authorization,content-type, or requestHeaders in a policy file.',
    ],
  ]);
  expect(told(await granting('*', null))).toEqual([
    [
      'inapplicable',
      null,
      'The policy says nothing of request headers, and the API grants any request header that a page asks for. To have that judged, declare those that pages send: CORS_HEADERS=authorization,content-type, or requestHeaders in a policy file.',
    ],
  ]);
  // A shell reads what is pasted.
  expect(told(await granting('x-`id`', null))).toEqual([
    [
      'inapplicable',
      null,
      "The policy says nothing of request headers, and the API grants x-`id`. To have that judged, declare those that pages send: CORS_HEADERS='x-`id`', or requestHeaders in a policy file.",
    ],
  ]);
  expect(told(await granting('authorization', [])).map(String)[0]).toContain(
    'violates,header-undeclared-granted',
  );
});
