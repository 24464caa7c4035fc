import { expect, test } from '@playwright/test';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';
import {
  needsPreflight,
  type PreflightedRequest,
  type PreflightFailureReason,
  preflightRequestHeaders,
  validatePreflight,
} from '../../../src/fetch-standard/preflight.ts';

const origin = 'https://app.example';
const put: PreflightedRequest = {
  origin,
  credentialsMode: 'same-origin',
  method: 'PUT',
  headers: [],
  useCorsPreflightFlag: false,
};
const allowOrigin: HeaderList = [['Access-Control-Allow-Origin', origin]];
const allowCredentials: HeaderList = [['Access-Control-Allow-Credentials', 'true']];
const allowMethods = (value: string): HeaderList => [['Access-Control-Allow-Methods', value]];
const allowHeaders = (value: string): HeaderList => [['Access-Control-Allow-Headers', value]];

test('an unsafe method, an unsafe header or the flag makes a CORS-preflight request necessary', () => {
  const simple = { method: 'POST', headers: [['Accept', '*/*']], useCorsPreflightFlag: false } as const;
  expect(needsPreflight(simple)).toBe(false);
  expect(needsPreflight({ ...simple, method: 'PUT' })).toBe(true);
  expect(needsPreflight({ ...simple, method: 'post' })).toBe(true);
  expect(needsPreflight({ ...simple, headers: [['X-A', '']] })).toBe(true);
  expect(needsPreflight({ ...simple, useCorsPreflightFlag: true })).toBe(true);
});

test('a CORS-preflight request names the method and the unsafe headers, sorted and joined without a space', () => {
  const headers = [
    ['X-B', '1'],
    ['Content-Type', 'application/json'],
    ['x-b', '2'],
    ['Accept', 'text/html'],
  ] as const;
  expect(preflightRequestHeaders({ method: 'PATCH', headers }, 'null')).toEqual([
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', 'PATCH'],
    ['Access-Control-Request-Headers', 'content-type,x-b'],
    ['Origin', 'null'],
  ]);
});

test('a CORS-preflight request for a method alone has no Access-Control-Request-Headers', () => {
  expect(preflightRequestHeaders({ method: 'PUT', headers: [] }, origin)).toEqual([
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Origin', origin],
  ]);
});

interface Row {
  readonly request?: Partial<PreflightedRequest>;
  readonly status?: number;
  readonly headers: HeaderList;
}

const json = [['Content-Type', 'application/json']] as const;
const bearer = [['Authorization', 'Bearer x']] as const;

const refused: readonly (readonly [PreflightFailureReason, readonly string[], Row])[] = [
  ['preflight-redirect', ['/there'], { status: 307, headers: [['Location', '/there']] }],
  [
    'preflight-redirect',
    ['https://b.example/'],
    { status: 301, headers: [...allowOrigin, ['Location', 'https://u:p@b.example/']] },
  ],
  ['preflight-origin-missing', [], { headers: [] }],
  ['preflight-origin-missing', [], { status: 404, headers: [] }],
  ['preflight-origin-missing', [], { status: 304, headers: [] }],
  ['preflight-origin-multiple', [`${origin}, ${origin}`], { headers: [...allowOrigin, ...allowOrigin] }],
  ['preflight-origin-invalid', ['true'], { headers: [['Access-Control-Allow-Origin', 'true']] }],
  [
    'preflight-origin-mismatch',
    ['null'],
    { status: 500, headers: [['Access-Control-Allow-Origin', 'null']] },
  ],
  [
    'preflight-origin-wildcard-with-credentials',
    ['*'],
    {
      request: { credentialsMode: 'include' },
      headers: [['Access-Control-Allow-Origin', '*'], ...allowMethods('PUT')],
    },
  ],
  [
    'preflight-credentials-not-allowed',
    [],
    { request: { credentialsMode: 'include' }, headers: allowOrigin },
  ],
  ['preflight-status-not-ok', ['401'], { status: 401, headers: [...allowOrigin, ...allowMethods('PUT')] }],
  ['preflight-status-not-ok', ['302'], { status: 302, headers: [...allowOrigin, ...allowMethods('PUT')] }],
  ['preflight-status-not-ok', ['300'], { status: 300, headers: [...allowOrigin, ['Location', '/']] }],
  ['preflight-status-not-ok', ['199'], { status: 199, headers: allowOrigin }],
  [
    'methods-malformed',
    ['PUT;DELETE'],
    { headers: [...allowOrigin, ...allowMethods('PUT;DELETE'), ...allowHeaders('@@')] },
  ],
  [
    'methods-malformed',
    ['@@'],
    {
      request: { method: 'GET', headers: json },
      headers: [...allowOrigin, ...allowMethods('@@'), ...allowHeaders('*')],
    },
  ],
  ['headers-malformed', ['x custom'], { headers: [...allowOrigin, ...allowHeaders('x custom')] }],
  ['method-not-allowed', ['PUT'], { headers: allowOrigin }],
  ['method-not-allowed', ['PUT'], { headers: [...allowOrigin, ...allowMethods('put, GET')] }],
  [
    'method-not-allowed',
    ['patch'],
    { request: { method: 'patch' }, headers: [...allowOrigin, ...allowMethods('PATCH')] },
  ],
  [
    'method-not-allowed',
    ['PUT'],
    {
      request: { credentialsMode: 'include', headers: json },
      headers: [...allowOrigin, ...allowCredentials, ...allowMethods('*')],
    },
  ],
  [
    'method-not-allowed',
    ['PUT'],
    { request: { useCorsPreflightFlag: true }, headers: [...allowOrigin, ...allowMethods('')] },
  ],
  [
    'header-not-allowed',
    ['content-type', 'x-a', 'x-c'],
    {
      request: { method: 'POST', headers: [['X-C', ''], ['X-B', ''], ['X-A', ''], ...json] },
      headers: [...allowOrigin, ...allowHeaders('X-B, x-d')],
    },
  ],
  [
    'header-not-allowed',
    ['authorization'],
    {
      request: { method: 'GET', headers: [...bearer, ...json] },
      headers: [...allowOrigin, ...allowHeaders('*')],
    },
  ],
  [
    'header-not-allowed',
    ['authorization', 'content-type'],
    {
      request: { method: 'GET', headers: [...bearer, ...json], credentialsMode: 'include' },
      headers: [...allowOrigin, ...allowCredentials, ...allowHeaders('*')],
    },
  ],
];

for (const [reason, values, { request, status = 204, headers }] of refused) {
  test(`${reason} names ${JSON.stringify(values)} for ${status} ${JSON.stringify(headers)}`, () => {
    expect(validatePreflight({ ...put, ...request }, { status, headers })).toEqual({
      ok: false,
      reason,
      values,
    });
  });
}

const granted: readonly Row[] = [
  { headers: [...allowOrigin, ...allowMethods('GET, PUT')] },
  { headers: [...allowOrigin, ...allowMethods('GET'), ...allowMethods('PUT')] },
  { status: 200, headers: [['Access-Control-Allow-Origin', '*'], ...allowMethods('*')] },
  { status: 299, headers: [...allowOrigin, ...allowMethods('PUT,')] },
  { request: { useCorsPreflightFlag: true }, headers: allowOrigin },
  { request: { method: 'POST', headers: json }, headers: [...allowOrigin, ...allowHeaders('CONTENT-TYPE')] },
  { request: { method: 'POST', headers: json }, headers: [...allowOrigin, ...allowHeaders('*')] },
  {
    request: { method: 'GET', headers: bearer },
    headers: [...allowOrigin, ...allowHeaders('*, authorization')],
  },
  {
    request: { credentialsMode: 'include' },
    headers: [...allowOrigin, ...allowCredentials, ...allowMethods('PUT')],
  },
];

for (const { request, status = 204, headers } of granted) {
  test(`${JSON.stringify(request ?? {})} is granted by ${status} ${JSON.stringify(headers)}`, () => {
    expect(validatePreflight({ ...put, ...request }, { status, headers })).toEqual({ ok: true });
  });
}
