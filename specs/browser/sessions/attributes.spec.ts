import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import {
  crossSite,
  sameSite,
  startSessionApi,
  withCors,
  type SessionApi,
} from '../../support/session-api.ts';

const secret = 's3cret-value';
const past = 'Thu, 01 Jan 1970 00:00:00 GMT';

/**
 * What each browser made of a line of Set-Cookie, for the page of the API's own site and for one of another: whether the
 * cookie arrives, or why not, as the pure function says that only knows the attributes.
 */
const rows: Readonly<Record<string, Readonly<Record<'chromium' | 'firefox', readonly [string, string]>>>> = {
  'sid={value}; Path=/; Secure; HttpOnly; SameSite=Lax': {
    chromium: ['conforms', 'samesite'],
    firefox: ['conforms', 'samesite'],
  },
  'sid={value}; Path=/; Secure; HttpOnly; SameSite=Strict': {
    chromium: ['conforms', 'samesite'],
    firefox: ['conforms', 'samesite'],
  },
  'sid={value}; Path=/; Secure; HttpOnly': {
    chromium: ['conforms', 'samesite-missing'],
    firefox: ['conforms', 'conforms'],
  },
  'sid={value}; Path=/; HttpOnly': {
    chromium: ['conforms', 'samesite-missing'],
    firefox: ['conforms', 'conforms'],
  },
  'sid={value}; Path=/; SameSite=None': {
    chromium: ['secure-missing', 'secure-missing'],
    firefox: ['secure-missing', 'secure-missing'],
  },
  'sid={value}; Path=/; SameSite=None; Secure': {
    chromium: ['conforms', 'third-party'],
    firefox: ['conforms', 'conforms'],
  },
  'sid={value}; Path=/; SameSite=None; Secure; Partitioned': {
    chromium: ['conforms', 'conforms'],
    firefox: ['conforms', 'conforms'],
  },
  'sid={value}; SameSite=None; Secure; Partitioned': {
    chromium: ['path', 'path'],
    firefox: ['path', 'path'],
  },
  'sid={value}; Path=/auth; Secure; SameSite=Lax': {
    chromium: ['path', 'samesite'],
    firefox: ['path', 'samesite'],
  },
  'sid={value}; Path=/; Domain=example.localhost; Secure; SameSite=Lax': {
    chromium: ['conforms', 'samesite'],
    firefox: ['conforms', 'samesite'],
  },
  'sid={value}; Path=/; Domain=other.example; Secure; SameSite=Lax': {
    chromium: ['domain', 'domain'],
    firefox: ['domain', 'domain'],
  },
  'sid={value}; Path=/; Domain=localhost; Secure; SameSite=Lax': {
    chromium: ['public-suffix', 'public-suffix'],
    firefox: ['public-suffix', 'public-suffix'],
  },
  '__Host-sid={value}; Path=/; Secure; SameSite=Lax': {
    chromium: ['conforms', 'samesite'],
    firefox: ['conforms', 'samesite'],
  },
  '__Host-sid={value}; Path=/; Domain=example.localhost; Secure; SameSite=Lax': {
    chromium: ['prefix', 'prefix'],
    firefox: ['prefix', 'prefix'],
  },
  '__Host-sid={value}; Path=/auth; Secure; SameSite=Lax': {
    chromium: ['prefix', 'prefix'],
    firefox: ['prefix', 'prefix'],
  },
  '__Secure-sid={value}; Path=/; SameSite=Lax': {
    chromium: ['prefix', 'prefix'],
    firefox: ['prefix', 'prefix'],
  },
  [`sid={value}; Path=/; Expires=${past}`]: {
    chromium: ['expired', 'expired'],
    firefox: ['expired', 'expired'],
  },
  'sid={value}; Path=/; Max-Age=0': { chromium: ['expired', 'expired'], firefox: ['expired', 'expired'] },
};

// Each row judges an API in a browser; after a change the pure function shows the others.
const isAll = engineChoice.suite === 'all';
const engines = isAll
  ? (['chromium', 'firefox'] as const).filter((id) => engineChoice.harness.includes(id))
  : (['chromium'] as const);
const shown = Object.entries(rows).filter(
  ([line]) => isAll || /^sid=\S+ Path=\/; .*(Partitioned|HttpOnly; SameSite=Lax)$/.test(line),
);

for (const engine of engines) {
  test.describe(engine, () => {
    let api: SessionApi;
    test.beforeAll(async () => {
      api = await startSessionApi(engine);
    });
    test.afterAll(() => api.close());
    for (const [pattern, expected] of shown) {
      test(`${pattern} comes to what its attributes say in ${engine}`, async () => {
        const line = pattern.replace('{value}', secret);
        const verdicts = await api.judge(
          {
            trustedOrigins: [sameSite, crossSite],
            sessions: { user: { page: [{ method: 'POST', path: '/auth/login' }] } },
            routes: [{ path: '/me', methods: ['GET'], credentials: 'include', session: 'user' }],
          },
          (request, response) =>
            withCors(request, response, () => {
              if (request.url === '/auth/login') response.setHeader('Set-Cookie', line);
              else if (request.headers.cookie === undefined) response.statusCode = 401;
              response.end('{}');
            }),
        );
        const own = verdicts.filter(({ check }) => check === 'session');
        expect(
          own.map(({ status, diagnosis }) => diagnosis?.replace('session-cookie-', '') ?? status),
        ).toEqual(expected[engine]);
        // Nothing conforms that was asked without the session.
        const read = verdicts.filter(({ check }) => check === 'readable');
        expect(read.map(({ status }) => status)).toEqual(
          own.map(({ status }) => (status === 'conforms' ? 'conforms' : 'inapplicable')),
        );
        expect(JSON.stringify(verdicts)).not.toContain(secret);
      });
    }
  });
}
