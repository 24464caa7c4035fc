import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import type { Verdict } from '../../../src/model.ts';
import type { PolicyInput, SessionInput } from '../../../src/policy/policy.ts';
import type { SessionMeans } from '../../../src/run/opening.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { standardEngine } from '../../support/standard-page.ts';
import { collect } from '../../../reports/collect/collect.ts';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import { renderedIn } from '../../../reports/words/in-language.ts';
import { planOf } from '../../pure/reports/sample-report.ts';
import { sameSite, startSessionApi, withCors, type SessionApi } from '../../support/session-api.ts';

let api: SessionApi;
test.beforeAll(async () => {
  api = await startSessionApi('chromium');
});
test.afterAll(() => api.close());

const password = 'correct-horse-battery';
const sid = 'sid-0123456789abcdef';
const token = 'csrf-abcdef0123456789';
const body = { contentType: 'application/json', text: JSON.stringify({ user: 'admin', password }) };
const login = { method: 'POST', path: '/login', body };
const setCookie = `sid=${sid}; Path=/; Secure; HttpOnly; SameSite=Lax`;

interface Judged {
  readonly verdicts: readonly Verdict[];
  /** What reached the API by other methods than OPTIONS, with the origin of the page. */
  readonly asked: readonly string[];
}

async function judged(
  session: SessionInput,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { means, lookalikes = () => false, headers = [] }: Options = {},
): Promise<Judged> {
  const asked: string[] = [];
  const policy: Omit<PolicyInput, 'target'> = {
    trustedOrigins: [sameSite],
    sessions: { user: session },
    routes: ['/me', '/orders'].map((path) => ({
      path,
      methods: ['GET'],
      credentials: 'include',
      session: 'user',
      requestHeaders: headers,
    })),
  };
  const verdicts = await api.judge(
    policy,
    (request, response) => {
      const { method = '', url = '', headers: sent } = request;
      if (method !== 'OPTIONS') asked.push(`${method} ${url} ${sent.origin ?? ''} ${sent.cookie ?? '-'}`);
      withCors(request, response, () => {
        answer(request, response);
        response.end();
      });
    },
    { lookalikes, ...(means === undefined ? {} : { means }) },
  );
  for (const secret of [password, sid, token]) expect(JSON.stringify(verdicts)).not.toContain(secret);
  return { verdicts, asked };
}

interface Options {
  readonly means?: SessionMeans;
  readonly lookalikes?: (origin: string) => boolean;
  readonly headers?: readonly string[];
}

/** Answers as an API that knows the session of `sid` alone. */
function signedIn({ headers: { cookie = '' } }: IncomingMessage, response: ServerResponse): void {
  if (!cookie.includes(`sid=${sid}`)) response.statusCode = 401;
}

const shortOf = (verdicts: readonly Verdict[], check: Verdict['check']): unknown[] =>
  verdicts
    .filter((one) => one.check === check)
    .map(({ route, status, diagnosis }) => [route, status, diagnosis]);

const bothArrive = [
  ['/me', 'conforms', null],
  ['/orders', 'conforms', null],
];

test('a page signs in once, with a token of an answer before, and its cookie arrives on each route', async () => {
  const { verdicts, asked } = await judged(
    {
      page: [
        { method: 'GET', path: '/csrf' },
        { ...login, headersFrom: { 'x-csrf-token': { body: '/csrf/token' } } },
      ],
    },
    (request, response) => {
      if (request.url === '/csrf') response.write(JSON.stringify({ csrf: { token } }));
      else if (request.url !== '/login') signedIn(request, response);
      else if (request.headers['x-csrf-token'] === token) response.setHeader('Set-Cookie', setCookie);
      else response.statusCode = 403;
    },
  );
  expect(asked.filter((line) => /csrf|login/.test(line))).toEqual([
    `GET /csrf ${sameSite} -`,
    `POST /login ${sameSite} -`,
  ]);
  expect(shortOf(verdicts, 'session')).toEqual(bothArrive);
  expect(shortOf(verdicts, 'readable')).toEqual(bothArrive);
  // The API grants the header of the login everywhere.
  expect(
    verdicts.filter(({ status }) => status !== 'conforms').map(({ route, diagnosis }) => [route, diagnosis]),
  ).toEqual([
    ['/me', 'header-undeclared-granted'],
    ['/orders', 'header-undeclared-granted'],
  ]);
  // No CORS-preflight request has the session, so that it is no reason why curl would not show the same.
  const notes = verdicts.flatMap(({ status, reproduce }) =>
    status === 'conforms' ? [] : (reproduce.notes ?? []),
  );
  expect(notes.filter((note) => note.includes('session'))).toEqual([]);
});

test('a login that is answered with an error leaves its routes without a verdict, and says which step', async () => {
  const { verdicts, asked } = await judged({ page: [login] }, (request, response) => {
    if (request.url === '/login') response.writeHead(403, { 'X-Reason': password });
  });
  const reason = `The session "user" was not opened: of step 1 of 1 (POST /login from ${sameSite}) the answer has status 403 and the header lines vary, cache-control, access-control-allow-origin, access-control-allow-credentials, x-reason, date, connection, keep-alive and transfer-encoding.`;
  expect([...new Set(verdicts.map(({ status, seen }) => `${status} ${seen}`))]).toEqual([
    `inconclusive ${reason}`,
    'inapplicable No answer to a declared request was read; see the verdicts on the same requests.',
  ]);
  expect(verdicts.filter(({ status }) => status === 'conforms' || status === 'violates')).toEqual([]);
  expect(asked).toEqual([`POST /login ${sameSite} -`]);
});

test('a login that CORS refuses the page is a violation, and never a pass', async () => {
  const { verdicts } = await judged({ page: [login] }, (request, response) => {
    if (request.url === '/login') response.removeHeader('Access-Control-Allow-Credentials');
  });
  expect(shortOf(verdicts, 'session')).toEqual([
    ['/me', 'violates', 'credentials-not-allowed'],
    ['/orders', 'violates', 'credentials-not-allowed'],
  ]);
  expect(verdicts.filter(({ status }) => status === 'conforms')).toEqual([]);
});

const means: SessionMeans = {
  byCode: () => Promise.resolve({ cookies: [setCookie], headers: { authorization: `Bearer ${token}` } }),
  file: () =>
    Promise.resolve(
      JSON.stringify({
        cookies: [
          {
            name: 'sid',
            value: sid,
            domain: 'api.example.localhost',
            path: '/',
            expires: -1,
            httpOnly: true,
            secure: true,
            sameSite: 'Lax',
          },
        ],
        origins: [],
      }),
    ),
};

test('code gives cookies and a token, and a file cookies', async () => {
  const bearers = new Set<string>();
  const code = await judged(
    { open: true },
    (request, response) => {
      if (request.headers.authorization !== undefined) bearers.add(request.headers.authorization);
      signedIn(request, response);
    },
    { means, headers: ['authorization'] },
  );
  expect(shortOf(code.verdicts, 'session')).toEqual(bothArrive);
  expect([...bearers]).toEqual([`Bearer ${token}`]);
  const file = await judged({ storageState: 'user.json' }, signedIn, { means });
  expect(shortOf(file.verdicts, 'session')).toEqual(bothArrive);
  expect(file.asked.every((line) => !line.includes('/login'))).toBe(true);
});

test('strangers of the same site come with the session, and what they read says so', async () => {
  const { verdicts } = await judged(
    { page: [login] },
    (request, response) => {
      if (request.url === '/login') response.setHeader('Set-Cookie', setCookie);
      else signedIn(request, response);
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
    },
    { lookalikes: (origin) => origin === 'https://untrusted.example.localhost' },
  );
  const read = verdicts.filter(
    ({ route, check, credentialsMode, status, detail, method }) =>
      route === '/me' &&
      check === 'unreadable' &&
      credentialsMode === 'include' &&
      status === 'violates' &&
      detail === '' &&
      method === 'GET',
  );
  const notRun = 'The curl line was not run: the browser asked with a session, which curl does not have.';
  expect(read.map(({ reproduce: { curlShows, notes } }) => [curlShows, notes])).toEqual([
    ['not-run', [notRun]],
    ['not-run', [notRun]],
    ['not-run', ['Put the value of cookie in place of $COOKIE: no report shows it.', notRun]],
  ]);
  expect(read.map(({ origin, severity, seen }) => [origin, severity, seen.split('. ').at(-1)])).toEqual([
    [
      'https://untrusted.test',
      'critical',
      'This browser sent no cookie of the session "user" from this page, and the answer had status 401.',
    ],
    [
      'null',
      'critical',
      'This browser sent no cookie of the session "user" from this page, and the answer had status 401.',
    ],
    [
      'https://untrusted.example.localhost',
      'critical',
      `The browser sent the cookie sid of the session "user" with it: what was read, status 200, is the user's.`,
    ],
  ]);
});

test('a POST that a form of any site can send is told by the attributes of the cookie, and sent from no page', async () => {
  const posted: string[] = [];
  const judgedWith = async (line: string): Promise<unknown[]> => {
    const verdicts = await api.judge(
      {
        trustedOrigins: [sameSite],
        sessions: { user: { page: [login] } },
        routes: [
          {
            path: '/orders',
            methods: ['POST'],
            credentials: 'include',
            session: 'user',
            body: { contentType: 'text/plain', text: 'one' },
          },
        ],
      },
      (request, response) => {
        if (request.method === 'POST') posted.push(`${request.url} ${request.headers.origin}`);
        withCors(request, response, () => {
          if (request.url === '/login') response.setHeader('Set-Cookie', line);
          response.end();
        });
      },
    );
    return shortOf(verdicts, 'cross-site-post');
  };
  expect([
    await judgedWith(`sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None`),
    await judgedWith(setCookie),
    posted,
  ]).toEqual([
    [['/orders', 'violates', 'cross-site-post-with-session']],
    [['/orders', 'conforms', null]],
    [`/login ${sameSite}`, `/login ${sameSite}`],
  ]);
});

/** Returns every report of the verdicts, in each language, by what it is called. */
async function reportsOf(verdicts: readonly Verdict[]): Promise<readonly (readonly [string, string])[]> {
  const plan = { ...planOf([], []), checks: verdicts.map((one, position) => ({ ...one, position })) };
  const attempts = [{ attachments: [JSON.stringify({ verdicts })], problem: null }];
  const report = collect([{ title: 'sessions', plan: JSON.stringify(plan), attempts }], '0.1.0', []);
  const formats = await Promise.all((await formatFiles()).map(loadFormat));
  return formats.flatMap(({ id, render }) =>
    (['en', 'ja'] as const).map((language) => [
      `${id} ${language}`,
      renderedIn(language, report, (one) => render(one)),
    ]),
  );
}

test('no report holds a value of a session, whatever opened it and whatever the API gives back', async () => {
  const values = {
    password: 'correct-horse-battery',
    sid: 'sid-of-the-page-0123456789',
    csrf: 'csrf/of+the=page 0123456789',
    token: 'token-of-the-body-0123456789',
    codeSid: 'sid-of-the-code-0123456789',
    codeToken: 'token-of-the-code-0123456789',
    fileSid: 'sid-of-the-file-0123456789',
  };
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=None';
  const byMeans: SessionMeans = {
    byCode: () =>
      Promise.resolve({
        cookies: [`code=${values.codeSid}; ${attributes}`],
        headers: { authorization: `Bearer ${values.codeToken}` },
      }),
    file: () =>
      Promise.resolve(
        JSON.stringify({
          cookies: [
            {
              name: 'file',
              value: values.fileSid,
              domain: 'api.example.localhost',
              path: '/',
              secure: true,
              sameSite: 'None',
            },
          ],
        }),
      ),
  };
  const sent = new Set<string>();
  const verdicts = await api.judge(
    {
      trustedOrigins: [sameSite],
      sessions: {
        page: {
          page: [{ ...login, body: { ...body, text: JSON.stringify({ password: values.password }) } }],
          headersFrom: {
            'x-csrf-token': { cookie: 'csrf' },
            authorization: { body: '/token', prefix: 'Bearer ' },
          },
        },
        code: { open: true },
        file: { storageState: 'user.json' },
      },
      routes: (['page', 'code', 'file'] as const).map((session) => ({
        path: `/${session}`,
        methods: ['GET', 'POST'],
        credentials: 'include',
        session,
        requestHeaders: session === 'file' ? [] : ['authorization', 'x-csrf-token'],
        send: true,
      })),
    },
    (request, response) => {
      const { method, headers, url } = request;
      for (const value of [headers.cookie, headers.authorization, headers['x-csrf-token']]) {
        if (value !== undefined) sent.add(String(value));
      }
      response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '*');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.setHeader('Access-Control-Allow-Headers', 'authorization, x-csrf-token, content-type');
      if (method === 'OPTIONS') return void response.end();
      const given = JSON.stringify([headers.cookie, headers.authorization, headers['x-csrf-token']]);
      if (url !== '/login') {
        response.setHeader('X-Given', given);
        response.setHeader('X-Base64', Buffer.from(given).toString('base64'));
        response.setHeader('Link', `</next?at=${encodeURIComponent(given)}>; rel=next`);
        return void response.end(given);
      }
      response.setHeader('Set-Cookie', [
        `sid=${values.sid}; ${attributes}`,
        `csrf=${encodeURIComponent(values.csrf)}; Path=/; Secure; SameSite=None`,
      ]);
      response.end(JSON.stringify({ token: values.token, password: values.password }));
    },
    { lookalikes: () => false, means: byMeans },
  );
  // Each of them travelled, and something is said of each session.
  const travelled = [...sent].join(' ');
  for (const value of [
    values.sid,
    values.csrf,
    values.token,
    values.codeSid,
    values.codeToken,
    values.fileSid,
  ])
    expect(travelled).toContain(value);
  for (const route of ['/page', '/code', '/file'])
    expect(verdicts.some((one) => one.route === route && one.status === 'violates')).toBe(true);
  const formsOf = (value: string): string[] => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString('base64').slice(4, -4),
  ];
  const holding = (await reportsOf(verdicts)).flatMap(([name, text]) =>
    Object.entries(values).flatMap(([kind, value]) =>
      formsOf(value).some((form) => text.includes(form)) ? [`${name} holds the ${kind}`] : [],
    ),
  );
  expect(holding).toEqual([]);
});

/** Judges a route that needs a token, by the pages of the standard, which keep no cookies. */
async function judgedWithoutJar(session: SessionInput, setsCookie: boolean): Promise<readonly unknown[]> {
  const server = createServer((request, response) => {
    withCors(request, response, () => {
      if (request.url === '/login') {
        response.setHeader('Access-Control-Expose-Headers', 'x-token');
        response.setHeader('X-Token', token);
        if (setsCookie) response.setHeader('Set-Cookie', setCookie);
      } else if (request.headers.authorization !== `Bearer ${token}`) response.statusCode = 401;
      response.end();
    });
  });
  const target = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    const openPage = (_: readonly string[], secrets: readonly string[] = []) =>
      standardEngine.harness.openPage([], secrets);
    const verdicts = await judgeTarget(
      { openPage },
      standardEngine,
      {
        target,
        unknownPath: false,
        trustedOrigins: [sameSite],
        sessions: { user: session },
        routes: [{ path: '/me', methods: ['GET'], session: 'user', requestHeaders: ['authorization'] }],
      },
      {
        lookalikes: () => false,
        means: {
          ...means,
          byCode: () =>
            Promise.resolve({
              headers: { authorization: `Bearer ${token}` },
              ...(setsCookie ? { cookies: [setCookie] } : {}),
            }),
        },
      },
    );
    return verdicts
      .filter(({ check, originRole }) => check === 'readable' && originRole === 'trusted')
      .map(({ status, seen }) => [status, seen]);
  } finally {
    await closeServer(server);
  }
}

test('where an engine keeps no cookies, a session of request headers opens, and one of a cookie says why not', async () => {
  const byPage: SessionInput = {
    page: [{ method: 'POST', path: '/login' }],
    headersFrom: { authorization: { header: 'x-token', prefix: 'Bearer ' } },
  };
  const reads = [['conforms', 'The page reads the response, status 200.']];
  const forgets = [
    ['inconclusive', 'The session "user" was not opened: this engine forgets cookies with its caches.'],
  ];
  expect([
    await judgedWithoutJar(byPage, false),
    await judgedWithoutJar({ open: true }, false),
    await judgedWithoutJar({ open: true }, true),
  ]).toEqual([reads, reads, forgets]);
});
