import { expect, test } from '@playwright/test';
import {
  isCorsSafelistedMethod,
  isForbiddenMethod,
  normalizeMethod,
} from '../../../src/fetch-standard/methods.ts';

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
