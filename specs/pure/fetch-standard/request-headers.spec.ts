import { expect, test } from '@playwright/test';
import {
  corsUnsafeRequestHeaderNames,
  isCorsNonWildcardRequestHeaderName,
  isCorsSafelistedRequestHeader,
  isForbiddenRequestHeader,
} from '../../../src/fetch-standard/request-headers.ts';

/**
 * The values that the web platform tests try, and some more.
 * https://github.com/web-platform-tests/wpt/blob/master/cors/cors-safelisted-request-header.any.js
 */
const tables: readonly (readonly [name: string, safe: readonly string[], unsafe: readonly string[]])[] = [
  [
    'Content-Type',
    [
      'text/plain',
      'TEXT/Plain',
      ' text/plain ',
      'text/plain;',
      'text/plain ;x',
      'text/plain;garbage',
      'text/plain;charset=UTF-8',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded;charset=UTF-8',
    ],
    [
      '',
      '/',
      'text/',
      '/plain',
      'text',
      'text/plain/x',
      'text/ plain',
      'text /plain',
      'text\t/\tplain',
      'text/plain;garbage\u0001\u0002',
      'text/plain,',
      ',text/plain',
      'text/plain,text/plain',
      'text/plain,x/x',
      'text/plain\u000B',
      'text/plain\u000C',
      'text/html',
      'application/json',
      'application/www-form-urlencoded',
      'application/x-www-form-urlencoded;\u007F',
      'multipart/form-data;"',
      'application/json, text/plain',
    ],
  ],
  [
    'range',
    ['bytes=100-200', 'bytes=200-', 'bytes=0-0', 'bytes=9007199254740992-9007199254740993'],
    [
      '100-200',
      'MB=100-200',
      'Bytes=100-200',
      'bytes =100-200',
      'bytes\t=100-200',
      'bytes=  100-200',
      'bytes=100 -200',
      'bytes=100- 200',
      'bytes=100-200hello',
      'bytes=abc-def',
      'bytes=100-200,300-400',
      'bytes=-200',
      'bytes=-',
      'bytes=200-100',
      'bytes=9007199254740993-9007199254740992',
      `bytes=1${'0'.repeat(60)}-2${'0'.repeat(60)}`,
      'bytes 100-200',
      ',bytes=100-200',
      'bytes=,100-200',
      'bytes=0-1\n',
    ],
  ],
  [
    'ACCEPT',
    ['', '*/*', 'text/html,application/json;q=0.9', 'a\tb', '\u00FF', 'a'.repeat(128)],
    [
      '"',
      'a(b',
      'a)b',
      'a:b',
      'a<b',
      'a>b',
      'a?b',
      'a@b',
      'a[b',
      'a\\b',
      'a]b',
      'a{b',
      'a}b',
      'a\u007Fb',
      'a\u0000b',
      'a\u001Fb',
      'a'.repeat(129),
    ],
  ],
  [
    'accept-language',
    ['', 'de-CH, de;q=0.9, *;q=0.5', 'A.z'],
    ['en@', 'en_US', 'en\t', 'en/gb', '\u00E4', '"', 'a'.repeat(129)],
  ],
  ['content-language', ['en', 'mi, en'], ['en:', '\u007F', "en'"]],
  ['last-event-id', [], ['abc123', '']],
  ['dpr', [], ['1']],
  ['save-data', [], ['on']],
  ['x-custom', [], ['1', '']],
  ['authorization', [], ['Bearer x']],
];

for (const [name, safe, unsafe] of tables) {
  test(`${name} is a CORS-safelisted request-header with safe values only`, () => {
    const all = [...safe, ...unsafe];
    expect(all.filter((value) => isCorsSafelistedRequestHeader(name, value))).toEqual(safe);
  });
}

test('the CORS-unsafe request-header names are lower-case, sorted and unique', () => {
  const headers = [
    ['X-B', '1'],
    ['Accept', '*/*'],
    ['x-b', '2'],
    ['Authorization', 'Bearer x'],
    ['Content-Type', 'application/json'],
  ] as const;
  expect(corsUnsafeRequestHeaderNames(headers)).toEqual(['authorization', 'content-type', 'x-b']);
});

test('safelisted values of 1024 bytes in all are safe, and of 1025 they are all unsafe', () => {
  const lines = (count: number, extra: string) => [
    ...Array.from({ length: count }, () => ['Accept', 'a'.repeat(128)] as const),
    ['Accept-Language', extra] as const,
    ['X-A', 'a'.repeat(5000)] as const,
  ];
  expect(corsUnsafeRequestHeaderNames(lines(8, ''))).toEqual(['x-a']);
  expect(corsUnsafeRequestHeaderNames(lines(8, 'a'))).toEqual(['accept', 'accept-language', 'x-a']);
});

test('Authorization is the CORS non-wildcard request-header name', () => {
  expect(['AUTHORIZATION', 'Cookie', 'X-Authorization'].filter(isCorsNonWildcardRequestHeaderName)).toEqual([
    'AUTHORIZATION',
  ]);
});

test('a forbidden request-header is one by name, prefix or method override', () => {
  const headers: readonly (readonly [name: string, value: string])[] = [
    ['Cookie', 'a=1'],
    ['HOST', 'x'],
    ['DNT', '1'],
    ['Set-Cookie', 'a=1'],
    ['Proxy-', ''],
    ['sec-fetch-mode', 'cors'],
    ['X-HTTP-Method-Override', 'PUT, trace'],
    ['X-Method-Override', 'PUT'],
    ['X-Method-Override', '"TRACE"'],
    ['User-Agent', 'x'],
    ['Save-Data', 'on'],
    ['Access-Control-Request-Private-Network', 'true'],
  ];
  const forbidden = headers.filter(([name, value]) => isForbiddenRequestHeader(name, value));
  expect(forbidden).toEqual(headers.slice(0, 7));
});
