import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { sessionServers, type SessionServerId } from '../../../servers/sessions/servers.ts';
import { startSessionServer, type CookieSettings } from '../../../servers/sessions/start.ts';
import type { Verdict } from '../../../src/model.ts';
import type { RouteInput, SessionInput } from '../../../src/policy/policy.ts';
import { versionsOf } from '../../frameworks/need.ts';
import {
  crossSite,
  passOn,
  sameSite,
  startSessionApi,
  withCors,
  type SessionApi,
} from '../../support/session-api.ts';

test.skip(engineChoice.suite !== 'all', 'Real frameworks are asked in the whole suite.');

const right: CookieSettings = { name: 'sid', path: '/', secure: true, sameSite: 'Lax', partitioned: false };
const across: CookieSettings = { ...right, sameSite: 'None' };

const everyone = ['express-session', 'flask', 'django', 'php', 'rails'] as const;

/** What each framework's cookie comes to in Chromium: for a page of the API's own site, and for one of another. */
const rows: readonly (readonly [
  title: string,
  cookie: CookieSettings,
  ids: readonly SessionServerId[],
  expected: readonly [string, string],
])[] = [
  ['SameSite=Lax', right, everyone, ['conforms', 'session-cookie-samesite']],
  [
    'SameSite=Strict',
    { ...right, sameSite: 'Strict' },
    ['express-session', 'rails'],
    ['conforms', 'session-cookie-samesite'],
  ],
  [
    'no SameSite',
    { name: 'sid', path: '/', secure: true, partitioned: false },
    everyone,
    ['conforms', 'session-cookie-samesite-missing'],
  ],
  [
    'SameSite=None without Secure',
    { ...across, secure: false },
    everyone,
    ['session-cookie-secure-missing', 'session-cookie-secure-missing'],
  ],
  ['SameSite=None', across, everyone, ['conforms', 'session-cookie-third-party']],
  [
    'SameSite=None and Partitioned',
    { ...across, partitioned: true },
    ['express-session', 'flask'],
    ['conforms', 'conforms'],
  ],
  [
    'another Path',
    { ...across, path: '/auth', partitioned: true },
    ['express-session', 'flask'],
    ['session-cookie-path', 'session-cookie-path'],
  ],
  [
    'another Path, and not Partitioned',
    { ...across, path: '/auth' },
    ['rails'],
    ['session-cookie-path', 'session-cookie-third-party'],
  ],
  [
    'another Domain',
    { ...right, domain: 'other.example' },
    everyone,
    ['session-cookie-domain', 'session-cookie-domain'],
  ],
  [
    'the Domain of a public suffix',
    { ...right, domain: 'localhost' },
    ['express-session', 'django', 'php', 'rails'],
    ['session-cookie-public-suffix', 'session-cookie-public-suffix'],
  ],
  [
    'a prefix that forbids the Domain',
    { ...right, name: '__Host-sid', domain: 'example.localhost' },
    everyone,
    ['session-cookie-prefix', 'session-cookie-prefix'],
  ],
  [
    'an expiry in the past',
    { ...right, maxAge: -3600 },
    ['flask', 'rails'],
    ['session-cookie-expired', 'session-cookie-expired'],
  ],
];

let api: SessionApi;
test.beforeAll(async () => {
  api = await startSessionApi('chromium');
});
test.afterAll(() => api.close());

const login: SessionInput = { page: [{ method: 'POST', path: '/auth/login' }] };

/** Starts the application behind a server of TLS that speaks CORS, and judges one of its routes. */
async function judged(
  id: SessionServerId,
  cookie: CookieSettings,
  session: SessionInput,
  route: Partial<RouteInput> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Verdict[]> {
  await versionsOf(sessionServers[id].system);
  const server = await startSessionServer(id, cookie, env);
  try {
    return await api.judge(
      {
        trustedOrigins: [sameSite, crossSite],
        sessions: { user: session },
        routes: [{ path: '/me', methods: ['GET'], credentials: 'include', session: 'user', ...route }],
      },
      (request, response) => withCors(request, response, () => passOn(request, response, server.port)),
    );
  } finally {
    await server.stop();
  }
}

const shortOf = (verdicts: readonly Verdict[], check: Verdict['check']): readonly string[] =>
  verdicts.filter((one) => one.check === check).map(({ status, diagnosis }) => diagnosis ?? status);

for (const [title, cookie, ids, expected] of rows) {
  for (const id of ids) {
    test(`${id} with ${title} is judged by what its cookie comes to`, async () => {
      expect(shortOf(await judged(id, cookie, login), 'session')).toEqual(expected);
    });
  }
}

test('express-session that does not know of the TLS in front of it sets no cookie, and that is said', async () => {
  const verdicts = await judged('express-session', right, login, {}, { TRUSTS_PROXY: '0' });
  expect([
    ...new Set(
      verdicts.filter(({ check }) => check === 'session').map(({ status, seen }) => `${status} ${seen}`),
    ),
  ]).toEqual([
    'inconclusive What opened the session "user" set no cookie, so none can arrive. A framework leaves out a cookie with Secure if it does not know that TLS ends in front of it (in Express, trust proxy).',
  ]);
});

const whole: CookieSettings = { ...across, partitioned: true };
const csrf = { method: 'GET', path: '/csrf' };
const signIn = { method: 'POST', path: '/auth/login' };

test('a form with a CSRF token in the body is signed in with it, and not without', async () => {
  const withToken = { page: [csrf, { ...signIn, headersFrom: { 'x-csrf-token': { body: '/token' } } }] };
  const env = { CSRF: '1' };
  expect([
    shortOf(await judged('express-session', whole, withToken, {}, env), 'session'),
    shortOf(await judged('express-session', whole, { page: [csrf, signIn] }, {}, env), 'session'),
  ]).toEqual([
    ['conforms', 'conforms'],
    ['inconclusive', 'inconclusive'],
  ]);
});

test("Django's token comes from its cookie, and the page has to be a trusted one of its own", async () => {
  const headersFrom = { 'x-csrf-token': { cookie: 'csrftoken' } };
  const session = { page: [csrf, { method: 'POST', path: '/auth/login', headersFrom }], cookies: ['sid'] };
  const trusted = { CSRF_ORIGINS: JSON.stringify([sameSite]), CSRF_HEADER: 'HTTP_X_CSRF_TOKEN' };
  const route = { trustedOrigins: [sameSite] };
  expect([
    shortOf(await judged('django', right, session, route, trusted), 'session'),
    shortOf(await judged('django', right, session, route, { ...trusted, CSRF_ORIGINS: '[]' }), 'session'),
  ]).toEqual([['conforms'], ['inconclusive']]);
});

test("Rails' token comes from the body, and its check of the origin is for pages of its own", async () => {
  const session = { page: [csrf, { ...signIn, headersFrom: { 'x-csrf-token': { body: '/token' } } }] };
  const came = async (opened: SessionInput, env: Readonly<Record<string, string>>) =>
    shortOf(
      await judged('rails', right, opened, { trustedOrigins: [sameSite] }, { CSRF: '1', ...env }),
      'session',
    );
  expect([
    await came(session, { ORIGIN_CHECK: '0' }),
    await came({ page: [csrf, signIn] }, { ORIGIN_CHECK: '0' }),
    await came(session, {}),
  ]).toEqual([['conforms'], ['inconclusive'], ['inconclusive']]);
});

test('a token of an endpoint such as that of OAuth lets every trusted page in', async () => {
  const session = (password: string): SessionInput => ({
    page: [
      {
        method: 'POST',
        path: '/oauth/token',
        body: {
          contentType: 'application/x-www-form-urlencoded',
          text: `grant_type=password&username=ada&password=${password}`,
        },
      },
    ],
    headersFrom: { authorization: { body: '/access_token', prefix: 'Bearer ' } },
  });
  const route = { path: '/bearer', credentials: 'omit', requestHeaders: ['authorization'] } as const;
  const read = async (password: string) =>
    shortOf(await judged('express-session', right, session(password), route), 'readable');
  expect([await read('lovelace-1815'), await read('babbage-1791')]).toEqual([
    ['conforms', 'conforms'],
    ['inconclusive', 'inconclusive'],
  ]);
});
