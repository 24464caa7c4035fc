import { expect, test } from '@playwright/test';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';
import {
  httpRedirectFetch,
  type RedirectContext,
  type RedirectedRequest,
} from '../../../src/fetch-standard/redirect.ts';

const page = 'https://app.example';
const api = new URL('https://api.example/a?b#c');
const request: RedirectedRequest = {
  currentUrl: api,
  method: 'POST',
  headers: [
    ['Authorization', 'Bearer x'],
    ['Content-Type', 'application/json'],
    ['Content-Language', 'en'],
    ['X-A', '1'],
  ],
  streamingBody: false,
  redirectCount: 0,
  originTainted: false,
};
const cors: RedirectContext = { pageOrigin: page, mode: 'cors', tainting: 'cors' };
const to = (location: string): HeaderList => [['Location', location]];

const failures = [
  ['redirect-location-malformed', 'h:1:x/', cors, request, 'http://u:p@h:1:x/'],
  ['redirect-scheme-unsupported', 'ftp', cors, request, 'ftp://u:p@b.example/'],
  ['redirect-scheme-unsupported', 'data', cors, request, 'data:,x'],
  ['redirect-limit', 'https://api.example/x#c', cors, { ...request, redirectCount: 20 }, '/x'],
  ['redirect-with-credentials', 'https://api.example/x#c', cors, request, '//u@api.example/x'],
  ['redirect-with-credentials', `${page}/#c`, cors, request, 'https://:p@app.example/'],
  [
    'redirect-with-credentials',
    'https://b.example/#c',
    { ...cors, tainting: 'basic' },
    request,
    '//u@b.example/',
  ],
  ['redirect-with-streaming-body', '307', cors, { ...request, streamingBody: true }, '/x'],
] as const;

for (const [reason, value, context, from, location] of failures) {
  test(`a redirect to ${location} with ${from.redirectCount} before it is ${reason}, naming ${value}`, () => {
    const result = httpRedirectFetch(context, from, { status: 307, headers: to(location) });
    expect(result).toEqual({ kind: 'network-error', reason, values: [value] });
  });
}

test('a user name is followed within the own origin, and in request mode "no-cors"', () => {
  const own: RedirectContext = { pageOrigin: 'https://api.example', mode: 'cors', tainting: 'basic' };
  const noCors: RedirectContext = { pageOrigin: page, mode: 'no-cors', tainting: 'opaque' };
  const response = { status: 302, headers: to('//u:p@api.example/') };
  expect(httpRedirectFetch(own, request, response).kind).toBe('follow');
  expect(httpRedirectFetch(noCors, request, response).kind).toBe('follow');
});

const methods: readonly (readonly [status: number, method: string, next: string])[] = [
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [303, 'POST', 'GET'],
  [307, 'POST', 'POST'],
  [308, 'POST', 'POST'],
  [301, 'PUT', 'PUT'],
  [302, 'PUT', 'PUT'],
  [303, 'PUT', 'GET'],
  [303, 'HEAD', 'HEAD'],
  [303, 'GET', 'GET'],
];

for (const [status, method, next] of methods) {
  test(`${method} redirected with ${status} becomes ${next}`, () => {
    const result = httpRedirectFetch(cors, { ...request, method }, { status, headers: to('/x') });
    expect(result.kind === 'follow' && result.request.method).toBe(next);
    const names = result.kind === 'follow' ? result.request.headers.map(([name]) => name) : [];
    const all = ['Authorization', 'Content-Type', 'Content-Language', 'X-A'];
    expect(names).toEqual(method === next ? all : ['Authorization', 'X-A']);
  });
}

test('a 303 drops a streaming body and goes on', () => {
  const result = httpRedirectFetch(
    cors,
    { ...request, streamingBody: true },
    { status: 303, headers: to('/x') },
  );
  expect(result.kind === 'follow' && result.request.streamingBody).toBe(false);
  expect(result.kind).toBe('follow');
});

const taints: readonly (readonly [
  from: string,
  location: string,
  tainted: boolean,
  authorization: boolean,
])[] = [
  [`${page}/`, '/x', false, true],
  [`${page}/`, 'https://api.example/', false, false],
  ['https://api.example/', '/x', false, true],
  ['https://api.example/', 'https://b.example/', true, false],
  ['https://api.example/', 'https://api.example:8443/', true, false],
  ['https://api.example/', `${page}/`, true, false],
];

for (const [from, location, tainted, authorization] of taints) {
  test(`from ${from} to ${location} the origin is ${tainted ? '' : 'not '}tainted`, () => {
    const current = { ...request, currentUrl: new URL(from) };
    const result = httpRedirectFetch(cors, current, { status: 307, headers: to(location) });
    if (result.kind !== 'follow') throw new Error(`${location} was not followed: ${result.kind}`);
    expect(result.request.originTainted).toBe(tainted);
    expect(result.request.headers.some(([name]) => name === 'Authorization')).toBe(authorization);
  });
}

test('a tainted origin stays tainted', () => {
  const result = httpRedirectFetch(
    cors,
    { ...request, originTainted: true },
    { status: 307, headers: to('/x') },
  );
  expect(result.kind === 'follow' && result.request.originTainted).toBe(true);
});
