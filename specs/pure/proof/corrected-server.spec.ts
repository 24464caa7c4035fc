import { expect, test } from '@playwright/test';
import type { HeaderList } from '../../../src/model.ts';
import type { ServerPromise } from '../../../src/plan/server-promise.ts';
import { correctedServer } from '../../../src/run/proof/corrected-server.ts';
import type { PassingResponse } from '../../../src/probe/response-rule.ts';

const promise: ServerPromise = {
  target: 'https://api.example.com',
  trustedOrigins: ['https://app.example.com'],
  credentialsMode: 'include',
  methods: ['GET', 'PUT'],
  requestHeaders: ['content-type'],
  exposedHeaders: ['x-total-count'],
  preflightCacheSeconds: 600,
  public: false,
};
const wrong: HeaderList = [
  ['Content-Type', 'application/json'],
  ['access-control-allow-origin', '*'],
  ['Access-Control-Allow-Origin', 'null'],
  ['Access-Control-Allow-Credentials', 'TRUE'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  ['Access-Control-Expose-Headers', '*'],
  ['Access-Control-Max-Age', '1'],
  ['Vary', 'Accept-Encoding'],
  ['Set-Cookie', 'a=1'],
  ['Set-Cookie', 'b=2'],
];
const passing: PassingResponse = {
  purpose: 'actual',
  url: 'https://api.example.com/items',
  origin: 'https://app.example.com',
  status: 404,
  headers: wrong,
};
const kept: HeaderList = [
  ['Content-Type', 'application/json'],
  ['Vary', 'Accept-Encoding'],
  ['Set-Cookie', 'a=1'],
  ['Set-Cookie', 'b=2'],
];
const sharing: HeaderList = [
  ['Access-Control-Allow-Origin', 'https://app.example.com'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Vary', 'Origin'],
];
const granting: HeaderList = [
  ['Access-Control-Allow-Methods', 'GET, PUT'],
  ['Access-Control-Allow-Headers', 'content-type'],
  ['Access-Control-Max-Age', '600'],
];
const exposing: HeaderList = [['Access-Control-Expose-Headers', 'x-total-count']];

const rows: readonly (readonly [
  title: string,
  change: Partial<PassingResponse>,
  given: { readonly status: number; readonly added: HeaderList } | null,
  promise?: Partial<ServerPromise>,
])[] = [
  ['an actual response to a trusted origin', {}, { status: 404, added: [...sharing, ...exposing] }],
  [
    'a CORS-preflight response to a trusted origin',
    { purpose: 'preflight', status: 204 },
    { status: 204, added: [...sharing, ...granting] },
  ],
  [
    'a CORS-preflight response without an ok status',
    { purpose: 'preflight', status: 401 },
    { status: 200, added: [...sharing, ...granting] },
  ],
  [
    'a CORS-preflight response that redirects',
    { purpose: 'preflight', status: 301 },
    { status: 301, added: [...sharing, ...granting] },
  ],
  [
    'a CORS-preflight response to a stranger',
    { purpose: 'preflight', status: 401, origin: 'https://untrusted.test' },
    { status: 401, added: [['Vary', 'Origin']] },
  ],
  ...['https://untrusted.test', 'null', 'http://app.example.com', 'https://app.example.com:8443', null].map(
    (origin) =>
      [
        `an actual response to ${origin ?? 'a request without Origin'}`,
        { origin },
        { status: 404, added: [['Vary', 'Origin'] as const] },
      ] as const,
  ),
  ...[
    ['https://shop.example.com', true],
    ['https://a.shop.example.com', false],
    ['https://example.com', false],
  ].map(
    ([origin, isShared]) =>
      [
        `an actual response to ${origin}, by a pattern`,
        { origin: String(origin) },
        {
          status: 404,
          added:
            isShared === true
              ? [
                  ['Access-Control-Allow-Origin', String(origin)] as const,
                  ['Access-Control-Allow-Credentials', 'true'] as const,
                  ['Vary', 'Origin'] as const,
                  ...exposing,
                ]
              : [['Vary', 'Origin'] as const],
        },
        { trustedOrigins: [{ pattern: 'https://*.example.com', sample: ['https://app.example.com'] }] },
      ] as const,
  ),
  ['a response of another origin', { url: 'https://login.example.com/' }, null],
  [
    'a route without credentials, and nothing to list',
    { purpose: 'preflight', status: 200 },
    {
      status: 200,
      added: [
        ['Access-Control-Allow-Origin', 'https://app.example.com'],
        ['Vary', 'Origin'],
        ['Access-Control-Allow-Methods', 'GET'],
      ],
    },
    { credentialsMode: 'omit', methods: ['GET'], requestHeaders: [], preflightCacheSeconds: null },
  ],
  [
    'a public route, to a stranger',
    { origin: 'https://untrusted.test', status: 200 },
    { status: 200, added: [['Access-Control-Allow-Origin', '*'], ...exposing] },
    { credentialsMode: 'omit', public: true },
  ],
  [
    'a public route, to a request without Origin',
    { origin: null, status: 200 },
    { status: 200, added: [] },
    { credentialsMode: 'omit', public: true },
  ],
];

for (const [title, change, given, other] of rows) {
  test(`a corrected server: ${title}`, () => {
    const response = { ...passing, ...change };
    expect(correctedServer({ ...promise, ...other })(response)).toEqual(
      given === null ? null : { status: given.status, headers: [...kept, ...given.added] },
    );
    expect(response.headers).toBe(wrong);
  });
}

test('a corrected server: Vary that names Origin already stays as it is', () => {
  const varied = correctedServer(promise)({ ...passing, headers: [['vary', 'Accept, origin']] });
  expect(varied?.headers).toEqual([
    ['vary', 'Accept, origin'],
    ['Access-Control-Allow-Origin', 'https://app.example.com'],
    ['Access-Control-Allow-Credentials', 'true'],
    ...exposing,
  ]);
});
