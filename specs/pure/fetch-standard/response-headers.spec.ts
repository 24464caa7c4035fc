import { expect, test } from '@playwright/test';
import {
  basicFilteredHeaderNames,
  corsExposedHeaderNames,
  corsFilteredHeaderNames,
  isCorsSafelistedResponseHeaderName,
} from '../../../src/fetch-standard/response-headers.ts';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';

const answer: HeaderList = [
  ['Content-Type', 'text/plain'],
  ['ETag', '"e"'],
  ['X-Shown', 's'],
  ['Set-Cookie', 'a=1'],
  ['*', 'a header that is called so'],
];
const exposing = (...values: readonly string[]): HeaderList => [
  ...answer,
  ...values.map((value) => ['Access-Control-Expose-Headers', value] as const),
];

test('seven response-header names are safelisted without being exposed', () => {
  const names = [
    ...['Cache-Control', 'Content-Language', 'Content-Length', 'Content-Type', 'Expires', 'Last-Modified'],
    ...['PRAGMA', 'Content-Encoding', 'Date', 'ETag', 'Set-Cookie', 'Access-Control-Allow-Origin'],
  ];
  const safelisted = names.filter((name) => isCorsSafelistedResponseHeaderName(name, []));
  expect(safelisted).toEqual(names.slice(0, 7));
});

test('an exposed name is safelisted in any case, but a forbidden one is not', () => {
  expect(isCorsSafelistedResponseHeaderName('etag', ['ETAG'])).toBe(true);
  expect(isCorsSafelistedResponseHeaderName('Set-Cookie', ['Set-Cookie'])).toBe(false);
  expect(isCorsSafelistedResponseHeaderName('set-cookie2', ['Set-Cookie2'])).toBe(false);
});

const exposed: readonly (readonly [values: readonly string[], names: readonly string[]])[] = [
  [[], ['content-type']],
  [['X-Shown'], ['content-type', 'x-shown']],
  [['etag, X-Shown, Set-Cookie, x-absent'], ['content-type', 'etag', 'x-shown']],
  [
    ['etag', 'x-shown'],
    ['content-type', 'etag', 'x-shown'],
  ],
  [['X-Shown; foo, etag'], ['content-type']],
  [['"X-Shown"'], ['content-type']],
  [['*'], ['*', 'access-control-expose-headers', 'content-type', 'etag', 'x-shown']],
  [['x-shown, *'], ['*', 'access-control-expose-headers', 'content-type', 'etag', 'x-shown']],
];

for (const [values, names] of exposed) {
  test(`Access-Control-Expose-Headers ${JSON.stringify(values)} lets a page read ${names.join(', ')}`, () => {
    expect(corsFilteredHeaderNames(exposing(...values), 'same-origin')).toEqual(names);
  });
}

test('with credentials, * exposes only a header that is called *', () => {
  expect(corsExposedHeaderNames(exposing('*'), 'include')).toEqual(['*']);
  expect(corsFilteredHeaderNames(exposing('*'), 'include')).toEqual(['*', 'content-type']);
  expect(corsFilteredHeaderNames(exposing('*, etag'), 'include')).toEqual(['*', 'content-type', 'etag']);
});

test('a response of its own origin hides only the cookies', () => {
  expect(basicFilteredHeaderNames([...answer, ['Set-Cookie2', 'b']])).toEqual([
    '*',
    'content-type',
    'etag',
    'x-shown',
  ]);
});
