import { expect, test } from '@playwright/test';
import { cookieFault, goesWithForms, type CookieWay } from '../../../src/judge/cookie-fate.ts';
import { readSetCookie, sentCookies, setCookieLines } from '../../../src/judge/set-cookie.ts';
import { sessionCookies, type SessionCookieExample } from '../../../fixtures/session-cookies.ts';
import type { EngineId } from '../../../src/model.ts';

const nowMs = Date.parse('2026-01-01T00:00:00Z');
const api = 'https://api.example.com';
const sameSite = 'https://app.example.com';
const crossSite = 'https://app.other.test';
const engines: readonly EngineId[] = ['chromium', 'firefox', 'webkit'];

/** Returns what is wrong with the cookie in each engine, without the beginning that all ids have; `-` where nothing is. */
function faults(line: string, page: string, way: Partial<CookieWay> = {}): string {
  const read = readSetCookie(line, nowMs);
  if (read === null) return 'no cookie';
  return engines
    .map((engine) => {
      const setFrom = page;
      const own = { engine, page, setFrom, setBy: `${api}/auth/login`, url: `${api}/me`, nowMs, ...way };
      return cookieFault(read.cookie, own)?.replace('session-cookie-', '') ?? '-';
    })
    .join(' ');
}

/** Each line, with what it comes to for a page of the API's site and for one of another: Chromium, Firefox, WebKit. */
const rows: readonly (readonly [line: string, sameSite: string, crossSite: string])[] = [
  ['sid=1; Path=/; Secure; SameSite=Lax', '- - -', 'samesite samesite samesite'],
  ['sid=1; Path=/; Secure; SameSite=Strict', '- - -', 'samesite samesite samesite'],
  ['sid=1; Path=/; samesite=LAX', '- - -', 'samesite samesite samesite'],
  ['sid=1; Path=/; Secure', '- - -', 'samesite-missing - third-party'],
  ['sid=1; Path=/', '- - -', 'samesite-missing - third-party'],
  // What is no value of SameSite is as if it were missing.
  ['sid=1; Path=/; SameSite=off', '- - -', 'samesite-missing - third-party'],
  [
    'sid=1; Path=/; SameSite=None',
    'secure-missing secure-missing -',
    'secure-missing secure-missing third-party',
  ],
  ['sid=1; Path=/; SameSite=None; Secure', '- - -', 'third-party - third-party'],
  ['sid=1; Path=/; SameSite=None; Secure; Partitioned', '- - -', '- - third-party'],
  ['sid=1; SameSite=None; Secure; Partitioned', 'path path path', 'path path third-party'],
  ['sid=1; Path=/auth', 'path path path', 'samesite-missing path third-party'],
  ['sid=1; Path=/m', 'path path path', 'samesite-missing path third-party'],
  ['sid=1; Path=/me', '- - -', 'samesite-missing - third-party'],
  ['sid=1; Path=auth', 'path path path', 'samesite-missing path third-party'],
  ['sid=1; Path=/; Domain=example.com', '- - -', 'samesite-missing - third-party'],
  ['sid=1; Path=/; Domain=.API.example.com', '- - -', 'samesite-missing - third-party'],
  ['sid=1; Path=/; Domain=app.example.com', 'domain domain domain', 'domain domain domain'],
  ['sid=1; Path=/; Domain=ple.com', 'domain domain domain', 'domain domain domain'],
  [
    'sid=1; Path=/; Domain=com',
    'public-suffix public-suffix public-suffix',
    'public-suffix public-suffix public-suffix',
  ],
  [
    'sid=1; Path=/; Domain=co.uk',
    'public-suffix public-suffix public-suffix',
    'public-suffix public-suffix public-suffix',
  ],
  ['__Host-sid=1; Path=/; Secure; SameSite=Lax', '- - -', 'samesite samesite samesite'],
  ['__Host-sid=1; Path=/; SameSite=Lax', 'prefix prefix prefix', 'prefix prefix prefix'],
  ['__host-sid=1; Path=/auth; Secure', 'prefix prefix prefix', 'prefix prefix prefix'],
  ['__Host-sid=1; Path=/; Secure; Domain=api.example.com', 'prefix prefix prefix', 'prefix prefix prefix'],
  ['__Secure-sid=1; Path=/', 'prefix prefix prefix', 'prefix prefix prefix'],
  ['__Secure-sid=1; Path=/; Secure', '- - -', 'samesite-missing - third-party'],
  ['sid=1; Path=/; Max-Age=0', 'expired expired expired', 'expired expired expired'],
  ['sid=1; Path=/; Max-Age=-1', 'expired expired expired', 'expired expired expired'],
  [
    'sid=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    'expired expired expired',
    'expired expired expired',
  ],
  // Max-Age goes before Expires.
  [
    'sid=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    '- - -',
    'samesite-missing - third-party',
  ],
];

for (const [line, own, other] of rows) {
  test(`${line} is read as engines read it`, () => {
    expect([faults(line, sameSite), faults(line, crossSite)]).toEqual([own, other]);
  });
}

const secure = 'sid=1; Path=/; Secure; SameSite=Lax';

test('a cookie with Secure goes over plain http only on this machine, and not in WebKit', () => {
  const over = (origin: string, page: string): string =>
    faults(secure, page, { setBy: `${origin}/login`, url: `${origin}/me` });
  expect([
    over('http://api.example.com', 'http://app.example.com'),
    over('http://127.0.0.1:3000', 'http://127.0.0.1:8080'),
    over('http://api.example.localhost', 'http://app.example.localhost'),
  ]).toEqual([
    'secure-over-http secure-over-http secure-over-http',
    '- - secure-over-http',
    '- - secure-over-http',
  ]);
});

test('ports make no other site; schemes do, to Chromium alone, names below localhost to WebKit; localhost and 127.0.0.1 are two', () => {
  const lax = 'sid=1; Path=/; SameSite=Lax';
  expect([
    faults(lax, 'https://app.example.com:8443'),
    faults(lax, 'http://app.example.com'),
    faults(lax, 'http://localhost:3000', { setBy: 'http://127.0.0.1/login', url: 'http://127.0.0.1/me' }),
    faults(lax, 'http://app.example.localhost', {
      setBy: 'http://api.example.localhost/login',
      url: 'http://api.example.localhost/me',
    }),
    // Under a public suffix everybody may have a name.
    faults(lax, 'https://a.vercel.app', {
      setBy: 'https://b.vercel.app/login',
      url: 'https://b.vercel.app/me',
    }),
  ]).toEqual([
    '- - -',
    'samesite - -',
    'samesite samesite samesite',
    '- - samesite',
    'samesite samesite samesite',
  ]);
});

test('a cookie that no page set, or one of another site, is kept apart from pages of other sites', () => {
  const partitioned = 'sid=1; Path=/; SameSite=None; Secure; Partitioned';
  expect([
    faults(partitioned, crossSite, { setFrom: null }),
    faults(partitioned, crossSite, { setFrom: sameSite }),
    faults(partitioned, sameSite, { setFrom: null }),
    faults('sid=1; Path=/; SameSite=None; Secure', crossSite, { setFrom: null }),
  ]).toEqual([
    'third-party third-party third-party',
    'third-party third-party third-party',
    '- - -',
    'third-party third-party third-party',
  ]);
});

test('a line is shown without its value, and one that sets no cookie is none', () => {
  expect(readSetCookie('sid=a=b%20c; HttpOnly;  Path=/', nowMs)).toEqual({
    value: 'a=b%20c',
    cookie: {
      name: 'sid',
      domain: null,
      path: '/',
      secure: false,
      httpOnly: true,
      sameSite: null,
      partitioned: false,
      expiresAtMs: null,
      shown: 'sid=…; HttpOnly; Path=/',
    },
  });
  expect([readSetCookie('', nowMs), readSetCookie('=x; Path=/', nowMs)]).toEqual([null, null]);
  expect(
    setCookieLines([
      ['set-cookie', 'a=1\nb=2'],
      ['Set-Cookie', 'c=3'],
    ]),
  ).toEqual(['a=1', 'b=2', 'c=3']);
  expect(
    sentCookies([
      ['Cookie', 'a=1; b=x=y'],
      ['cookie', 'c'],
    ]),
  ).toEqual([
    ['a', '1'],
    ['b', 'x=y'],
    ['', 'c'],
  ]);
});

test('each diagnosis has an example that comes to it, and its correction lets the cookie go', () => {
  const examples: readonly SessionCookieExample[] = Object.values(sessionCookies);
  const comesTo = examples.map(({ page, api: own = api, wrong, corrected }) => {
    const way = { setFrom: page, setBy: `${own}/auth/login`, url: `${own}/me` };
    return [faults(wrong, page, way).split(' ')[0], faults(corrected, page, way).split(' ')[0]];
  });
  expect(comesTo).toEqual(Object.keys(sessionCookies).map((id) => [id.replace('session-cookie-', ''), '-']));
});

/** Each line, with the engines in which a form of any site sends it to the API, by whose page it was set. */
const formRows: readonly (readonly [
  line: string,
  bySameSite: readonly EngineId[],
  byOther: readonly EngineId[],
])[] = [
  ['sid=1; Path=/; Secure; SameSite=None', engines, engines],
  ['sid=1; Path=/; Secure; SameSite=NONE; HttpOnly', engines, engines],
  ['sid=1; Path=/; Secure; SameSite=Lax', [], []],
  ['sid=1; Path=/; Secure; SameSite=Strict', [], []],
  // Chromium takes it for Lax, after two minutes.
  ['sid=1; Path=/; Secure', engines, engines],
  // Each site has one of its own.
  ['sid=1; Path=/; Secure; SameSite=None; Partitioned', engines, []],
  // Refused, or not for the route.
  ['sid=1; Path=/; SameSite=None', ['webkit'], ['webkit']],
  ['sid=1; Path=/auth; Secure; SameSite=None', [], []],
  ['sid=1; Secure; SameSite=None', [], []],
  ['sid=1; Path=/; Domain=other.test; Secure; SameSite=None', [], []],
  ['__Host-sid=1; Path=/me; Secure; SameSite=None', [], []],
  ['sid=1; Path=/; Max-Age=0; Secure; SameSite=None', [], []],
];

for (const [line, ...expected] of formRows) {
  test(`${line} goes with a form of another site only as its attributes say`, () => {
    const cookie = readSetCookie(line, nowMs)?.cookie;
    const goes = [sameSite, crossSite].map((page) =>
      engines.filter(
        (engine) =>
          cookie !== undefined &&
          goesWithForms(cookie, {
            engine,
            page,
            setFrom: page,
            setBy: `${api}/auth/login`,
            url: `${api}/me`,
            nowMs,
          }),
      ),
    );
    expect(goes).toEqual(expected);
  });
}
