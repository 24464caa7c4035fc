import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openByCode } from '../../../src/policy/load-policy.ts';
import { validatePolicy } from '../../../src/policy/policy.ts';
import { policyWith, problemsOf } from './sample.ts';

const route = { path: '/users', methods: ['GET'], credentials: 'include', session: 'user' };
const withSessions = (sessions: unknown, routes: unknown = [route]): unknown =>
  policyWith({ sessions, routes });
const login = { method: 'POST', path: '/login' };

const rows: readonly (readonly [title: string, input: unknown, message: string])[] = [
  [
    'a session that nothing opens',
    withSessions({ user: {} }),
    'sessions.user says nothing of how it is opened: write one of page (requests of a page), open (a function) and storageState (a file).',
  ],
  [
    'a session that is opened in two ways',
    withSessions({ user: { page: [login], storageState: 'user.json' } }),
    'sessions.user has both page and storageState: write one of page (requests of a page), open (a function) and storageState (a file).',
  ],
  [
    'a route of an app, which is no page of a browser here,',
    withSessions({ user: { page: [login] } }, [
      { ...route, trustedOrigins: ['https://app.example.com', 'capacitor://localhost'] },
    ]),
    'routes[0].session "user" is opened by pages of a browser, which cannot be at capacitor://localhost: give the route trustedOrigins of its own, without apps and extensions.',
  ],
  [
    'no request',
    withSessions({ user: { page: [] } }),
    'sessions.user.page [] is empty: write a request, such as { method: "POST", path: "/login" }.',
  ],
  [
    'a misspelt key of a session',
    withSessions({ user: { page: [login], cookie: ['sid'] } }),
    'sessions.user.cookie is not a key that a policy has here: did you mean "cookies"?',
  ],
  [
    'a misspelt key of a request',
    withSessions({ user: { page: [{ ...login, mehtod: 'GET' }] } }),
    'sessions.user.page[0].mehtod is not a key that a policy has here: did you mean "method"?',
  ],
  [
    'a misspelt key of a source',
    withSessions({ user: { page: [login], headersFrom: { 'x-csrf-token': { cookies: 'csrf' } } } }),
    [
      'The policy has 2 problems:',
      '- sessions.user.headersFrom["x-csrf-token"].cookies is not a key that a policy has here: did you mean "cookie"?',
      '- sessions.user.headersFrom["x-csrf-token"] says nothing of where its value comes from: write one of cookie, header and body.',
    ].join('\n'),
  ],
  [
    'a body that is text alone, which is not shown,',
    withSessions({ user: { page: [{ ...login, body: { contentType: 'text/plain', text: 7 } }] } }),
    'sessions.user.page[0].body.text [redacted] is a number: write the body as a string, such as "{}".',
  ],
  [
    'a body with a variable that is not set',
    withSessions({
      user: {
        page: [
          { ...login, body: { contentType: 'application/json', text: '{"user":"ada","pin": undefined}' } },
          { ...login, body: { contentType: 'application/json', text: '{"user":"undefined"}' } },
          { ...login, body: { contentType: 'text/plain', text: 'user=ada&pin=undefined' } },
          { ...login, body: { contentType: 'text/plain', text: 'an undefined=no, undefinedly' } },
        ],
      },
    }),
    [
      'The policy has 3 problems:',
      ...[0, 1, 2].map(
        (index) =>
          `- sessions.user.page[${index}].body holds the word undefined in place of a value: set the environment variable that it is made of, or write the value.`,
      ),
    ].join('\n'),
  ],
  [
    'everything that is wrong with requests, at once',
    withSessions({
      user: {
        page: [
          {
            method: 'post',
            path: 'login',
            headers: { cookie: 'hunter2' },
            headersFrom: { 'x-csrf': { body: '/t' } },
          },
          { method: 'GET', path: '/login', body: { contentType: 'text/plain', text: 'x' } },
        ],
        cookies: ['sid', 'a b', 'sid'],
        headersFrom: { 'x-csrf': { cookie: 'a;b', header: 'x' }, 'x-token': { body: 'data.token' } },
        timeoutMs: 0,
      },
    }),
    [
      'The policy has 10 problems:',
      '- sessions.user.page[0].path "login" does not start with a slash: write "/login".',
      '- sessions.user.page[0].headers.cookie is a forbidden request-header, which no page can set: remove it; browsers send cookies by themselves with credentials: "include".',
      '- sessions.user.page[0].headersFrom takes values from answers before this request, and it is the first: write the request whose answer has them before it.',
      '- sessions.user.page[1].body is never sent, because GET and HEAD carry no body: remove it, or write another method, such as "POST".',
      '- sessions.user.cookies[1] is not the name of a cookie: write the name alone, such as "sid".',
      '- sessions.user.cookies[2] "sid" repeats sessions.user.cookies[0]: remove one of the two.',
      '- sessions.user.headersFrom["x-csrf"] has both cookie and header: write one of cookie, header and body.',
      '- sessions.user.headersFrom["x-csrf"].cookie is not the name of a cookie: write the name alone, such as "sid".',
      '- sessions.user.headersFrom["x-token"].body "data.token" is not a JSON pointer: write "/data/token".',
      '- sessions.user.timeoutMs 0 leaves room for no request: write a number above 0, or leave it out.',
    ].join('\n'),
  ],
  [
    'headers of answers that nobody asks for',
    withSessions({ user: { open: () => undefined, headersFrom: { 'x-csrf': { body: '/t' } } } }),
    'sessions.user.headersFrom takes values from the answers to the requests of page, and there are none: remove it; open returns headers by itself.',
  ],
  [
    'something that is no function',
    withSessions({ user: { open: 'login' } }),
    [
      'The policy has 2 problems:',
      '- sessions.user.open "login" is a string: write an async function, such as async ({ fetch }) => ({ headers: { authorization: "…" } }).',
      '- sessions.user says nothing of how it is opened: write one of page (requests of a page), open (a function) and storageState (a file).',
    ].join('\n'),
  ],
  [
    'a session that is not there',
    withSessions({ user: { page: [login] } }, [{ ...route, session: 'usr' }]),
    'routes[0].session "usr" is no session of the policy: did you mean "user"?',
  ],
  [
    'a session where there is none',
    policyWith({ routes: [route] }),
    'routes[0].session "user" is no session of the policy: declare it in sessions.',
  ],
  [
    'cookies that no page sends',
    withSessions({ user: { page: [login] } }, [{ ...route, credentials: 'omit' }]),
    'routes[0].session "user" is carried by cookies, which no page sends with credentials mode "omit": write credentials: "include" for the route.',
  ],
  [
    'a session for everybody',
    withSessions({ user: { page: [login] } }, [{ ...route, credentials: 'omit', public: true }]),
    'routes[0].session "user" contradicts public: true, which is for reading without credentials: remove one of the two.',
  ],
];

for (const [title, input, message] of rows) {
  test(`${title} is refused`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}

const credentials = '{"user":"admin","password":"hunter2","code":"123456","mail":"ada@example.com"}';

test('a session is made complete, what signs in is a secret, and a valid policy stays as it is', () => {
  const policy = validatePolicy(
    withSessions({
      user: {
        page: [
          { method: 'get', path: '/csrf' },
          {
            ...login,
            headers: { 'X-Key': 'open sesame' },
            headersFrom: { 'X-CSRF-Token': { body: '/token' } },
            body: { contentType: 'application/json', text: credentials },
          },
        ],
        headersFrom: { 'X-CSRF-Token': { cookie: 'csrf' } },
      },
      token: { open: () => undefined },
      file: { storageState: 'user.json', timeoutMs: 5 },
    }),
  );
  const none = {
    page: null,
    open: false,
    storageState: null,
    cookies: [],
    headersFrom: {},
    timeoutMs: 10_000,
  };
  expect(policy.sessions).toEqual({
    user: {
      ...none,
      page: [
        { method: 'GET', path: '/csrf', headers: {}, headersFrom: {}, body: null },
        {
          ...login,
          headers: { 'x-key': 'open sesame' },
          headersFrom: { 'x-csrf-token': { body: '/token' } },
          body: { contentType: 'application/json', text: credentials },
        },
      ],
      headersFrom: { 'x-csrf-token': { cookie: 'csrf' } },
    },
    token: { ...none, open: true },
    file: { ...none, storageState: 'user.json', timeoutMs: 5 },
  });
  expect(policy.secrets).toEqual([credentials, 'ada@example.com', 'open sesame', 'hunter2', '123456']);
  expect(validatePolicy(policy)).toEqual(policy);
});

test('what a report shows of every policy is no secret, as part of a login either', () => {
  const body = { contentType: 'application/x-www-form-urlencoded', text: 'tenant=app.example.com&pass=word' };
  const policy = validatePolicy(withSessions({ user: { page: [{ ...login, body }] } }));
  expect(policy.secrets).toEqual(['tenant=app.example.com&pass=word', 'word']);
});

async function opened(code: string, timeoutMs = 5_000): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'cors-session-'));
  try {
    writeFileSync(
      join(folder, 'cors.policy.ts'),
      `export default { sessions: { user: { open: ${code} } } };`,
    );
    return await openByCode(folder, 'user', timeoutMs).catch((error: unknown) => String(error));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('code that signs in is called with fetch, and ends within its time', async () => {
  expect(
    await opened(
      `async ({ fetch }) => ({ headers: { authorization: await (await fetch('data:,Bearer%20x')).text() }, cookies: ['a=b'] })`,
    ),
  ).toEqual({ headers: { authorization: 'Bearer x' }, cookies: ['a=b'] });
  expect(await opened(`() => { throw new TypeError('wrong password'); }`)).toBe(
    'Error: throws TypeError: wrong password',
  );
  expect(await opened('() => new Promise(() => undefined)')).toBe('Error: waits for what never comes');
  expect(await opened('() => new Promise(() => setInterval(() => undefined, 10))', 1_000)).toBe(
    'Error: does not come to an end within 1 s',
  );
  expect(await opened('() => process.exit(0)')).toBe('Error: calls process.exit()');
  // What it leaves open does not keep the run waiting.
  expect(await opened('() => { setInterval(() => undefined, 10); return {}; }')).toEqual({});
});
