import { expect, test } from '@playwright/test';
import { policyFromEnv, type Environment } from '../../../src/policy/policy-from-env.ts';
import { validatePolicy } from '../../../src/policy/policy.ts';
import { messageOf } from './sample.ts';

const both = { CORS_TARGET_URL: 'http://127.0.0.1:8080/users', CORS_ORIGIN: 'https://app.example.com' };

test('an address and an origin are a whole policy', () => {
  expect(policyFromEnv(both)).toEqual(
    validatePolicy({
      target: 'http://127.0.0.1:8080',
      trustedOrigins: ['https://app.example.com'],
      // Whoever begins need not know which request headers pages send.
      routes: [{ path: '/users', methods: ['GET'], requestHeaders: null }],
    }),
  );
});

test('every variable has its part in the policy', () => {
  const env = {
    CORS_TARGET_URL: 'https://api.example.com/v1/users?page=1&tag=a&tag=b%20c',
    CORS_ORIGIN: 'https://app.example.com, https://admin.example.com',
    CORS_METHODS: 'get,PUT',
    CORS_HEADERS: 'Content-Type,authorization',
    CORS_CREDENTIALS: 'include',
    CORS_EXPOSED_HEADERS: 'X-Total-Count',
    CORS_SEND: '1',
    CORS_STATUS: '200, 404',
    CORS_REQUESTS_PER_SECOND: '2.5',
    CORS_FAIL_ON: 'warn',
    CORS_UNKNOWN_PATH: '0',
    CORS_PROVE_FIX: '1',
    CORS_STACK: 'nginx',
    PATH: '/usr/bin',
  };
  expect(policyFromEnv(env)).toEqual(
    validatePolicy({
      target: 'https://api.example.com',
      trustedOrigins: ['https://app.example.com', 'https://admin.example.com'],
      routes: [
        {
          path: '/v1/users',
          query: 'page=1&tag=a&tag=b%20c',
          methods: ['GET', 'PUT'],
          requestHeaders: ['content-type', 'authorization'],
          credentials: 'include',
          exposedHeaders: ['x-total-count'],
          send: true,
          status: [200, 404],
        },
      ],
      limits: { requestsPerSecond: 2.5 },
      failOn: 'warn',
      unknownPath: false,
      proveFix: true,
      stack: 'nginx',
    }),
  );
});

const absent: readonly (readonly [title: string, env: Environment])[] = [
  ['nothing', {}],
  ['an address alone', { CORS_TARGET_URL: 'http://127.0.0.1:8080' }],
  ['empty variables', { CORS_TARGET_URL: '', CORS_ORIGIN: ' ', CORS_SEND: '' }],
  ["an API's own variables", { CORS_ORIGINS: '*', CORS_ALLOWED_METHODS: 'GET' }],
];
for (const [title, env] of absent) {
  test(`${title}: no policy in the environment`, () => {
    expect(policyFromEnv(env)).toBe(null);
  });
}

test('a switch may say no', () => {
  expect(policyFromEnv({ ...both, CORS_FAIL_ON: 'error', CORS_SEND: 'false' })).toEqual(policyFromEnv(both));
});

const slashed =
  '"https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".';
const rows: readonly (readonly [title: string, env: Environment, message: string])[] = [
  [
    'what a policy file says, and nothing here would change',
    { CORS_METHODS: 'GET,PUT', CORS_SEND: '1' },
    [
      'The policy has 2 problems:',
      '- CORS_METHODS describes a route, but CORS_TARGET_URL and CORS_ORIGIN are not set: set both, or remove it and describe the route in cors.policy.ts.',
      '- CORS_SEND describes a route, but CORS_TARGET_URL and CORS_ORIGIN are not set: set both, or remove it and describe the route in cors.policy.ts.',
    ].join('\n'),
  ],
  [
    'an origin without an address',
    { CORS_ORIGIN: 'https://app.example.com' },
    'CORS_ORIGIN "https://app.example.com" is set, but CORS_TARGET_URL is not: set CORS_TARGET_URL to the address that its pages request, such as "https://api.example.com/users".',
  ],
  [
    'methods without an origin',
    { CORS_TARGET_URL: 'http://127.0.0.1:8080', CORS_METHODS: 'GET' },
    'CORS_METHODS describes a route, but CORS_ORIGIN is not set: set CORS_ORIGIN, or remove it and describe the route in cors.policy.ts.',
  ],
  [
    'a wrong address without an origin',
    { CORS_TARGET_URL: 'https://api.example.com/users?page=1' },
    'CORS_TARGET_URL "https://api.example.com/users?page=1" has a query or a fragment: leave it out; a query belongs to a route.',
  ],
  [
    'an address without a scheme',
    { ...both, CORS_TARGET_URL: 'localhost:8080/users' },
    'CORS_TARGET_URL "localhost:8080/users" has no scheme: write "http://localhost:8080/users".',
  ],
  [
    'an address with a password',
    { ...both, CORS_TARGET_URL: 'https://ada:hunter2@api.example.com/users' },
    'CORS_TARGET_URL "https://***@api.example.com/users" carries a user name or a password: remove everything between "//" and "@".',
  ],
  [
    'the word demo as address',
    { ...both, CORS_TARGET_URL: 'demo' },
    'CORS_TARGET_URL "demo" has no scheme: write "https://demo".',
  ],
  [
    'an address with a fragment',
    { ...both, CORS_TARGET_URL: 'https://api.example.com/#users' },
    'CORS_TARGET_URL "https://api.example.com/#users" holds a fragment, which is never sent: remove it.',
  ],
  [
    'an address with a path parameter',
    { ...both, CORS_TARGET_URL: 'https://api.example.com/users/{id}' },
    'CORS_TARGET_URL "https://api.example.com/users/{id}" holds a path parameter: write a value that the API knows in its place.',
  ],
  [
    'an address with a pattern',
    { ...both, CORS_TARGET_URL: 'https://api.example.com/users/*' },
    'CORS_TARGET_URL "https://api.example.com/users/*" has a path or a query that is a pattern: write the address of one request.',
  ],
  [
    "the address's own origin",
    { ...both, CORS_ORIGIN: 'http://127.0.0.1:8080' },
    'CORS_ORIGIN "http://127.0.0.1:8080" is the target\'s own origin, and CORS has no part in same-origin requests: remove it.',
  ],
  ['one wrong origin', { ...both, CORS_ORIGIN: 'https://app.example.com/' }, `CORS_ORIGIN ${slashed}`],
  [
    'the second of two origins',
    { ...both, CORS_ORIGIN: 'https://a.example,https://app.example.com/' },
    `CORS_ORIGIN[1] ${slashed}`,
  ],
  [
    'a comma too many',
    { ...both, CORS_ORIGIN: 'https://a.example,' },
    'CORS_ORIGIN[1] "" is empty: write "https://app.example.com".',
  ],
  [
    'any origin',
    { ...both, CORS_ORIGIN: '*' },
    'CORS_ORIGIN "*" is not an origin: remove it; to let any origin read a route without credentials, give the route public: true in cors.policy.ts.',
  ],
  [
    'an insecure origin with credentials',
    { ...both, CORS_ORIGIN: 'http://app.example.com', CORS_CREDENTIALS: 'include' },
    'CORS_ORIGIN "http://app.example.com" is not secure, and the route takes credentials: anybody on the network can act as its pages: write "https://app.example.com", or CORS_CREDENTIALS=omit.',
  ],
  [
    'a lower-case method',
    { ...both, CORS_METHODS: 'GET,patch' },
    'CORS_METHODS[1] "patch" is sent as it is written, and is another method than "PATCH": write "PATCH".',
  ],
  [
    'a repeated method',
    { ...both, CORS_METHODS: 'GET,get' },
    'CORS_METHODS[1] "get" repeats CORS_METHODS[0]: remove one of the two.',
  ],
  [
    'a forbidden request-header',
    { ...both, CORS_HEADERS: 'cookie' },
    'CORS_HEADERS "cookie" is a forbidden request-header, which no page can set: remove it; browsers send cookies by themselves with CORS_CREDENTIALS=include.',
  ],
  [
    'a header with its value, which is not shown,',
    { ...both, CORS_HEADERS: 'x-a,authorization: Bearer hunter2' },
    'CORS_HEADERS[1] "authorization" [redacted] is not a header name: write the name alone, such as "x-request-id".',
  ],
  [
    'exposing Set-Cookie',
    { ...both, CORS_EXPOSED_HEADERS: 'set-cookie' },
    'CORS_EXPOSED_HEADERS "set-cookie" is a forbidden response-header name, which no page can read: remove it.',
  ],
  [
    'another credentials mode',
    { ...both, CORS_CREDENTIALS: 'same-origin' },
    'CORS_CREDENTIALS "same-origin" is not one of the choices: write "omit" or "include".',
  ],
  [
    'a switch that says something else',
    { ...both, CORS_SEND: 'maybe' },
    'CORS_SEND "maybe" is neither yes nor no: write 1 or 0.',
  ],
  [
    'a status that is none',
    { ...both, CORS_STATUS: '200,ok' },
    'CORS_STATUS "ok" is not a number: write digits.',
  ],
  [
    'a status that no page is told',
    { ...both, CORS_STATUS: '302' },
    'CORS_STATUS 302 is the status of a redirect, which the page follows: write the status of the answer that it leads to.',
  ],
  [
    'a rate that leaves room for nothing',
    { ...both, CORS_REQUESTS_PER_SECOND: '0' },
    'CORS_REQUESTS_PER_SECOND 0 leaves room for no request: write a number above 0, or leave it out.',
  ],
  [
    'a rate that is none',
    { ...both, CORS_REQUESTS_PER_SECOND: 'slow' },
    'CORS_REQUESTS_PER_SECOND "slow" is not a number: write digits.',
  ],
  [
    'two rates',
    { ...both, CORS_REQUESTS_PER_SECOND: '1,5' },
    'CORS_REQUESTS_PER_SECOND "1,5" is more than one number: write one, such as 5.',
  ],
  [
    'a misspelt variable',
    { ...both, CORS_ORIGINS: 'https://b.example' },
    'CORS_ORIGINS is not a variable that is read: did you mean CORS_ORIGIN?',
  ],
  [
    'a misspelt variable that no policy has',
    { ...both, CORS_REPORTDIR: 'out' },
    'CORS_REPORTDIR is not a variable that is read: did you mean CORS_REPORT_DIR?',
  ],
  [
    'everything at once',
    {
      CORS_TARGET_URL: 'ftp://api.example.com',
      CORS_ORIGIN: 'https://app.example.com/',
      CORS_METHODS: 'GET,TRACE',
      CORS_CREDENTIALS: 'yes',
      CORS_PROVE_FIX: 'please',
      CORS_STACK: 'ngnix',
    },
    [
      'The policy has 6 problems:',
      '- CORS_PROVE_FIX "please" is neither yes nor no: write 1 or 0.',
      '- CORS_STACK "ngnix" is no stack that a fix is known for: did you mean "nginx"?',
      '- CORS_TARGET_URL "ftp://api.example.com" is not an http or https URL: write "https://api.example.com/users".',
      '- CORS_CREDENTIALS "yes" is not one of the choices: write "omit" or "include".',
      `- CORS_ORIGIN ${slashed}`,
      '- CORS_METHODS[1] "TRACE" is a forbidden method, which no page can use: remove it.',
    ].join('\n'),
  ],
];

for (const [title, env, message] of rows) {
  test(`environment: ${title} is a problem`, () => {
    expect(messageOf(() => policyFromEnv(env))).toBe(message);
  });
}
