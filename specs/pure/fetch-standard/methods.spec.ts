import { expect, test } from '@playwright/test';
import { isCorsSafelistedMethod } from '../../../src/fetch-standard/cors-safelisted-method.ts';
import { isForbiddenMethod } from '../../../src/fetch-standard/forbidden-method.ts';
import { isToken } from '../../../src/fetch-standard/http-token.ts';
import { normalizeMethod } from '../../../src/fetch-standard/normalize-method.ts';

const methods = [
  'GET',
  'get',
  'HEAD',
  'POST',
  'PoSt',
  'PUT',
  'delete',
  'OPTIONS',
  'patch',
  'QUERY',
  'trace',
  '',
];

test('GET, HEAD and POST are the CORS-safelisted methods', () => {
  expect(methods.filter(isCorsSafelistedMethod)).toEqual(['GET', 'HEAD', 'POST']);
});

test('six methods are normalized, and patch is not', () => {
  expect(methods.map(normalizeMethod)).toEqual([
    ...['GET', 'GET', 'HEAD', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'patch', 'QUERY', 'trace', ''],
  ]);
});

test('CONNECT, TRACE and TRACK are forbidden in any case', () => {
  expect(['CONNECT', 'TrAcE', 'track', 'TRACKER', 'GET'].filter(isForbiddenMethod)).toEqual([
    'CONNECT',
    'TrAcE',
    'track',
  ]);
});

test('a token has no separator, no space and at least one character', () => {
  expect(["!#$%&'*+-.^_`|~09azAZ", '*', '', 'a b', 'a;b', 'a\u0000', '\u00E4'].filter(isToken)).toEqual([
    "!#$%&'*+-.^_`|~09azAZ",
    '*',
  ]);
});
