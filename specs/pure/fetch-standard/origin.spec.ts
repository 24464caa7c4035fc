import { expect, test } from '@playwright/test';
import { isSameOrigin, isSerializedOrigin, serializeOrigin } from '../../../src/fetch-standard/origin.ts';

const serializations: readonly (readonly [url: string, origin: string])[] = [
  ['https://API.example.com/users?q#f', 'https://api.example.com'],
  ['https://api.example.com:443/', 'https://api.example.com'],
  ['http://api.example.com:443/', 'http://api.example.com:443'],
  ['https://user:pass@api.example.com/', 'https://api.example.com'],
  ['https://b\u00FCcher.example/', 'https://xn--bcher-kva.example'],
  ['http://[0:0::1]:80/', 'http://[::1]'],
  ['http://127.1/', 'http://127.0.0.1'],
  ['blob:https://api.example.com/1-2-3', 'https://api.example.com'],
  ['data:text/plain,x', 'null'],
  ['file:///etc/hostname', 'null'],
  ['about:blank', 'null'],
  ['foo://bar/x', 'null'],
  ['//api.example.com', 'null'],
  ['', 'null'],
];

for (const [url, origin] of serializations) {
  test(`the origin of "${url}" serializes to "${origin}"`, () => {
    expect(serializeOrigin(url)).toBe(origin);
  });
}

const serialized = [
  'null',
  'https://a.example',
  'http://localhost:3000',
  'http://[::1]:8080',
  'moz-extension://a-b',
];
const notSerialized = [
  '',
  '*',
  'NULL',
  'a.example',
  'localhost:3000',
  'https://a.example/',
  'https://a.example/path',
  'https://a.example:443',
  'HTTPS://a.example',
  'https://A.example',
  'https://u:p@a.example',
  'https://a.example?',
  'https://a.example#',
  'https://b\u00FCcher.example',
  'https://a.example, https://b.example',
  ' https://a.example',
  'https://*.example:*',
  'https:a.example',
  'file://',
  'data:text/plain,x',
];

test('a serialized origin is recognized', () => {
  expect(serialized.filter((text) => !isSerializedOrigin(text))).toEqual([]);
});

test('what no browser sends as Origin is no serialized origin', () => {
  expect(notSerialized.filter(isSerializedOrigin)).toEqual([]);
});

test('an opaque origin is same origin with no URL', () => {
  expect(isSameOrigin('https://a.example', new URL('https://a.example/x'))).toBe(true);
  expect(isSameOrigin('https://a.example', new URL('http://a.example/x'))).toBe(false);
  expect(isSameOrigin('null', new URL('data:,x'))).toBe(false);
});
