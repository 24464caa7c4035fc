import { expect, test } from '@playwright/test';
import type { Exchange } from '../../../src/model.ts';
import { BrowserMemory } from '../../../src/probe/browser-memory.ts';
import { categoryOfText, namingCategory } from '../../../src/probe/firefox-categories.ts';
import type { ConsoleError } from '../../../src/probe/page-driver.ts';
import { namingWebKitCode, WebKitConsoleReader } from '../../../src/probe/webkit-console.ts';

const blocked =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://a/. ';

test('a Firefox text alone says its category', () => {
  expect(
    [
      `${blocked}(Reason: CORS request did not succeed). Status code: (null).`,
      `${blocked}(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
      `${blocked}(Reason: invalid token ‘(Reason: ’ in CORS header ‘Access-Control-Allow-Headers’).`,
      `${blocked}(Reason: something new).`,
      'Security Error: Content at http://p/ may not load data from http://a/.',
      'Error: CORS request did not succeed',
    ].map(categoryOfText),
  ).toEqual(['CORSDidNotSucceed2', 'CORSMissingAllowOrigin2', 'CORSInvalidAllowHeader', null, 'SOP', null]);
});

test('the category that every failure has names a refusal only where it stands alone', () => {
  expect(namingCategory(['CORSMethodNotFound', 'CORSDidNotSucceed2'])).toBe('CORSMethodNotFound');
  expect(namingCategory(['content javascript', 'CORSDidNotSucceed2', 'CORSDidNotSucceed2'])).toBe(
    'CORSDidNotSucceed2',
  );
  expect(namingCategory(['DOM Core', null])).toBe(null);
  expect(namingWebKitCode(['MethodNotAllowed', 'AccessControlChecks'])).toBe('MethodNotAllowed');
  expect(namingWebKitCode([null, 'AccessControlChecks'])).toBe('AccessControlChecks');
});

test("WebKit's lines become errors with a name, however they are cut", () => {
  const lines = [
    '(MiniBrowser:1): Gtk-WARNING: not ours',
    'CONSOLE SECURITY ERROR Origin http://a\nb is not allowed by Access-Control-Allow-Origin. Status code: 200',
    'http://p/:1:2: CONSOLE JS ERROR Fetch API cannot load http://a/ due to access control checks.',
    'http://p/:1:2: CONSOLE JS ERROR Fetch API cannot load http://a/.',
    'CONSOLE SECURITY ERROR Cross-origin redirection to http://b/ denied by Cross-Origin Resource Sharing policy: Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
    'CONSOLE JS WARN deprecated',
    'CONSOLE LOG mark 1.',
    '',
  ].join('\n');
  const seen: ConsoleError[] = [];
  const reader = new WebKitConsoleReader(
    (entry) => seen.push(entry),
    (text) => text.startsWith('mark '),
  );
  for (const character of lines) reader.push(character);
  expect(seen.map(({ code }) => code)).toEqual([
    'OriginNotAllowed',
    'AccessControlChecks',
    'CannotLoad',
    'CredentialsNotTrue',
    null,
  ]);
  expect(seen[0]?.text).toBe(
    'Origin http://a\nb is not allowed by Access-Control-Allow-Origin. Status code: 200',
  );
});

const exchange = (purpose: Exchange['purpose'], url: string, ...headers: [string, string][]): Exchange => ({
  purpose,
  method: 'GET',
  url,
  requestHeaders: [],
  response: { status: 200, headers, fromCache: false },
  failure: null,
});

test('a browser is started again only where a request could meet what it was to forget', () => {
  const memory = new BrowserMemory();
  memory.note('http://a.example', [
    exchange('preflight', 'http://t/1', ['access-control-allow-origin', '*']),
    exchange('preflight', 'http://t/2'),
    exchange('actual', 'http://t/3', ['ETag', '"1"']),
    exchange('actual', 'http://t/4', ['ETag', '"1"'], ['Cache-Control', 'no-store']),
    exchange('actual', 'http://t/5'),
  ]);
  const stale = (origin: string): string[] =>
    ['1', '2', '3', '4', '5'].filter((path) => memory.isStale(origin, `http://t/${path}`));
  expect(stale('http://a.example')).toEqual([]);
  memory.forget();
  expect(stale('http://a.example')).toEqual(['1', '3']);
  expect(stale('https://b.a.example')).toEqual(['3']);
  expect(stale('http://other.test')).toEqual([]);
  memory.note('http://a.example', [exchange('actual', 'http://t/5', ['Set-Cookie', 'a=1'])]);
  memory.forget();
  expect(stale('http://other.test')).toEqual(['1', '2', '3', '4', '5']);
  memory.clear();
  expect(stale('http://a.example')).toEqual([]);
});
