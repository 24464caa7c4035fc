import { expect, test } from '@playwright/test';
import { exchangesOf, type CdpRequest } from '../../../src/probe/chromium/cdp-exchanges.ts';
import { rawHeaders } from '../../../src/probe/chromium/raw-headers.ts';

const url = 'http://127.0.0.1:1/loop';

function request(purpose: CdpRequest['purpose'], method: string, timestamps: readonly number[]): CdpRequest {
  return {
    requestId: `${purpose} ${timestamps.join()}`,
    purpose,
    hops: timestamps.map((timestamp) => ({
      url,
      method,
      timestamp,
      requestHeaders: {},
      response: { status: 200, headers: {}, fromCache: false, raw: true },
    })),
    requestsSent: timestamps.map(() => ({ headers: {} })),
    responsesReceived: timestamps.map(() => ({ status: 200, headers: {}, text: 'HTTP/1.1 200 OK\r\n' })),
    ended: true,
    failure: null,
    corsError: null,
    blockedReason: null,
    cookieReasons: [],
  };
}

const order = (hops: readonly number[], preflights: readonly number[]): string[] =>
  exchangesOf(
    request('actual', 'PUT', hops),
    preflights.map((timestamp) => request('preflight', 'OPTIONS', [timestamp])),
  ).map(({ method }) => method);

test('each CORS-preflight request comes before its hop', () => {
  expect(order([1, 2, 3], [1.5, 2.5, 3.5])).toEqual(['OPTIONS', 'PUT', 'OPTIONS', 'PUT', 'OPTIONS', 'PUT']);
});

test('also where the clock of a process is read late', () => {
  expect(order([1, 2, 3], [1.5, 3.1, 3.5])).toEqual(['OPTIONS', 'PUT', 'OPTIONS', 'PUT', 'OPTIONS', 'PUT']);
});

test('also where that takes it behind a hop that needs none', () => {
  const main = request('actual', 'PUT', [1, 2]);
  const [first, second] = main.hops;
  if (first === undefined || second === undefined) throw new Error('There are two hops.');
  const redirected = { ...main, hops: [first, { ...second, method: 'GET' }] };
  const preflight = {
    ...request('preflight', 'OPTIONS', [2.1]),
    requestsSent: [{ headers: { 'Access-Control-Request-Method': 'PUT' } }],
  };
  expect(exchangesOf(redirected, [preflight]).map(({ method }) => method)).toEqual(['OPTIONS', 'PUT', 'GET']);
});

test('also where that takes it behind the only hop that was sent', () => {
  const main = request('actual', 'PUT', [1, 2]);
  const [first, second] = main.hops;
  if (first === undefined || second === undefined) throw new Error('There are two hops.');
  const manual = {
    ...main,
    hops: [first, { ...second, url: `${url}/next`, response: null }],
    requestsSent: main.requestsSent.slice(0, 1),
    responsesReceived: main.responsesReceived.slice(0, 1),
  };
  const exchanges = exchangesOf(manual, [request('preflight', 'OPTIONS', [2.1])]);
  expect(exchanges.map(({ method }) => method)).toEqual(['OPTIONS', 'PUT']);
});

test('also where a redirect adds a fragment to the address', () => {
  const main = request('actual', 'HEAD', [1, 2]);
  const [first, second] = main.hops;
  if (first === undefined || second === undefined) throw new Error('There are two hops.');
  const refused = {
    ...main,
    hops: [first, { ...second, url: `${url}/last#part`, response: null }],
    requestsSent: main.requestsSent.slice(0, 1),
    responsesReceived: main.responsesReceived.slice(0, 1),
  };
  const preflight = request('preflight', 'OPTIONS', [2.1]);
  const ofRedirect = request('preflight', 'OPTIONS', [2.2]);
  const preflights = [
    preflight,
    { ...ofRedirect, hops: ofRedirect.hops.map((hop) => ({ ...hop, url: `${url}/last#part` })) },
  ];
  expect(exchangesOf(refused, preflights).map(({ method }) => method)).toEqual([
    'OPTIONS',
    'HEAD',
    'OPTIONS',
  ]);
});

test('a hop that needs none has none', () => {
  expect(order([1, 2], [2.5])).toEqual(['PUT', 'OPTIONS', 'PUT']);
});

test('header values keep bytes that are not UTF-8 and spaces that are not HTTP whitespace', () => {
  const text = 'HTTP/1.1 200 OK\r\nX-One: \u00e91\r\nx-one: 2\r\nX-Two: 3\u00a0\r\n\r\n';
  const lossy = text.replace('\u00e9', '');
  const headers = { 'X-One': '\u00e91', 'X-Two': '3\u00a0', 'x-one': '2' };
  expect(rawHeaders(lossy, headers)).toEqual([
    ['X-One', '\u00e91'],
    ['x-one', '2'],
    ['X-Two', '3\u00a0'],
  ]);
  expect(rawHeaders(lossy.replace('1\r\n', '1'), headers)).toEqual([
    ['X-One', '\u00e91'],
    ['x-one', '2'],
    ['X-Two', '3\u00a0'],
  ]);
});

test('a space before the colon keeps each value at its line', () => {
  const text = 'HTTP/1.1 200 OK\r\nX-One : 1\r\nX-One: 2\r\n\r\n';
  expect(rawHeaders(text, { 'X-One': '1\n2' })).toEqual([
    ['X-One ', '1'],
    ['X-One', '2'],
  ]);
});

test('of a text that lost a line, the lines of one name keep their places among others', () => {
  const text = 'HTTP/1.1 200 OK\r\nX-One: 1\r\nx-one: 2\r\nX-One: 3\r\nX-Two: a X-Three: 4\r\n\r\n';
  const headers = { 'X-One': '1\n3', 'X-Three': '4', 'X-Two': 'a\u00e9', 'x-one': '2' };
  expect(rawHeaders(text, headers)).toEqual([
    ['X-One', '1'],
    ['x-one', '2'],
    ['X-One', '3'],
    ['X-Two', 'a\u00e9'],
    ['X-Three', '4'],
  ]);
  const spaced = 'HTTP/1.1 200 OK\r\nX-One: 1\r\nX-One : 2\r\nX-Two: a X-Three: 4\r\n\r\n';
  expect(rawHeaders(spaced, { 'X-One': '1\n2', 'X-Three': '4', 'X-Two': 'a\u00e9' })).toEqual([
    ['X-One', '1'],
    ['X-One', '2'],
    ['X-Two', 'a\u00e9'],
    ['X-Three', '4'],
  ]);
});
