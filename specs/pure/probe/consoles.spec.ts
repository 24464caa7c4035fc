import { expect, test } from '@playwright/test';
import type { Exchange, Observation } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { MarkedConsole } from '../../../src/probe/tapped/marked-console.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import firefox from '../../../fixtures/engines/firefox.ts';
import webkit from '../../../fixtures/engines/webkit.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import { beaconEnd } from '../../../src/probe/page/beacon-end.ts';
import { BrowserMemory } from '../../../src/probe/tapped/browser-memory.ts';
import { categoryOfText, namingCategory } from '../../../src/probe/firefox/categories.ts';
import type { ConsoleError } from '../../../src/probe/tapped/page-driver.ts';
import { namingWebKitCode, WebKitConsoleReader } from '../../../src/probe/webkit/console.ts';

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
      'Blocked loading mixed active content “http://a/”',
      'The resource at “http://a/” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof).',
    ].map(categoryOfText),
  ).toEqual([
    'CORSDidNotSucceed2',
    'CORSMissingAllowOrigin2',
    'CORSInvalidAllowHeader',
    null,
    'SOP',
    null,
    'Mixed Content Blocker',
    'COEP',
  ]);
});

test('the category that every failure has names a refusal only where it stands alone', () => {
  expect(namingCategory(['CORSMethodNotFound', 'CORSDidNotSucceed2'])).toBe('CORSMethodNotFound');
  expect(namingCategory(['content javascript', 'CORSDidNotSucceed2', 'CORSDidNotSucceed2'])).toBe(
    'CORSDidNotSucceed2',
  );
  expect(namingCategory(['DOM Core', null])).toBe(null);
  expect(namingCategory(['CORSDidNotSucceed2', 'Mixed Content Blocker'])).toBe('Mixed Content Blocker');
  // A warning of what will be refused one day.
  expect(namingCategory(['CORSAllowHeaderFromPreflightDeprecation'])).toBe(null);
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
  memory.note(
    'http://a.example',
    [
      exchange('preflight', 'http://t/1', ['access-control-allow-origin', '*']),
      exchange('preflight', 'http://t/2'),
      exchange('actual', 'http://t/3', ['ETag', '"1"']),
      exchange('actual', 'http://t/4', ['ETag', '"1"'], ['Cache-Control', 'no-store']),
      exchange('actual', 'http://t/5'),
    ],
    'used',
  );
  const stale = (origin: string): string[] =>
    ['1', '2', '3', '4', '5'].filter((path) => memory.isStale(origin, `http://t/${path}`));
  expect(stale('http://a.example')).toEqual([]);
  memory.forget({ keepCookies: false });
  expect(stale('http://a.example')).toEqual(['1', '3']);
  expect(stale('https://b.a.example')).toEqual(['3']);
  expect(stale('http://other.test')).toEqual(['3']);
  memory.note('http://a.example', [exchange('actual', 'http://t/5', ['Set-Cookie', 'a=1'])], 'used');
  memory.forget({ keepCookies: false });
  expect(stale('http://other.test')).toEqual(['1', '2', '3', '4', '5']);
  memory.clear();
  memory.note(
    'http://a.example',
    [exchange('actual', 'http://t/3', ['Set-Cookie', 'a=1'], ['ETag', '"1"'])],
    'used',
  );
  memory.forget({ keepCookies: true });
  expect(stale('http://other.test')).toEqual(['3']);
  memory.forget({ keepCookies: false });
  expect(stale('http://other.test')).toEqual(['1', '2', '3', '4', '5']);
  memory.clear();
  expect(stale('http://a.example')).toEqual([]);
  const both = [
    exchange('preflight', 'http://t/1', ['access-control-allow-origin', '*']),
    exchange('actual', 'http://t/3', ['ETag', '"1"']),
  ];
  memory.note('http://a.example', both, 'unneeded');
  memory.forget({ keepCookies: false });
  expect(stale('http://a.example')).toEqual(['1']);
});

test('the end of a beacon is waited for as long as the standard has more to come', () => {
  const url = 'http://t/';
  const request = probeRequest(url, {
    api: 'sendBeacon',
    method: 'POST',
    headers: [['Content-Type', 'application/json']],
    credentialsMode: 'include',
  });
  const page = 'http://a.example';
  const allowed: [string, string][] = [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Headers', 'content-type'],
  ];
  const granted = { ...exchange('preflight', url, ...allowed), method: 'OPTIONS' };
  const refused = { ...exchange('preflight', url), method: 'OPTIONS' };
  const answered = { ...exchange('actual', url, ...allowed), method: 'POST' };
  const unanswered = { ...answered, response: null };
  const end = (...exchanges: Exchange[]) => beaconEnd(request, page, exchanges);
  expect([end(), end(granted), end(granted, unanswered)]).toEqual([null, null, null]);
  expect(end(granted, answered)).toBe('response');
  expect(end(refused)).toBe('network-error');
  expect(end(granted, { ...unanswered, failure: 'ECONNRESET' })).toBe('network-error');
});

test('a mark cuts the console, and a text can be waited for before it', async () => {
  const console = new MarkedConsole();
  const waiting = console.printed('cannot load http://t/', 20_000);
  console.begin('Beacon API cannot load http://t/. More');
  expect(await waiting).toBe(true);
  expect(await console.printed('cannot load http://u/', 20)).toBe(false);
  console.add({ text: 'Beacon API cannot load http://t/. More of it', code: null });
  console.add({ text: 'mark 1.', code: null });
  console.add({ text: 'later', code: null });
  expect((await console.errorsBefore('mark 1.', 20_000)).map(({ text }) => text)).toEqual([
    'Beacon API cannot load http://t/. More of it',
  ]);
  expect(await console.printed('http://t/', 20)).toBe(false);
});

test('what nobody waited for is forgotten up to its mark, whether that has come or not', async () => {
  const console = new MarkedConsole();
  const add = (...texts: string[]): void => texts.forEach((text) => console.add({ text, code: null }));
  add('first', 'mark 1.', 'second');
  console.forget('mark 1.');
  add('mark 2.');
  expect(await console.errorsBefore('mark 2.', 20_000)).toEqual([{ text: 'second', code: null }]);
  add('third');
  console.forget('mark 3.');
  add('fourth', 'mark 3.', 'fifth', 'mark 4.');
  expect(await console.errorsBefore('mark 4.', 20_000)).toEqual([{ text: 'fifth', code: null }]);
});

test('whoever waits for a console that is gone is told so', async () => {
  const console = new MarkedConsole();
  console.fail('Firefox is gone.');
  const told = console.failed.catch((error: Error) => error.message);
  expect(await told).toBe('Firefox is gone.');
});

test("a font that WebKit fetches without CORS is its quirk, and another engine's disagreement", () => {
  const url = 'http://t/';
  const seen: Observation = {
    engine: { id: 'webkit', version: '1' },
    pageOrigin: 'http://a.example',
    request: probeRequest(url, { api: 'font' }),
    outcome: {
      kind: 'response',
      status: 0,
      type: 'font',
      url,
      redirected: false,
      headers: [],
      bodyError: null,
    },
    console: [],
    exchanges: [exchange('actual', url)],
    refusal: null,
    failure: null,
    incomplete: null,
  };
  const hear = (engine: Engine) => hearWitnesses(seen, engine, new Set(['t:80']));
  expect(hear(webkit)).toEqual({ kind: 'shared', quirks: ['font-without-cors'] });
  expect(hear(firefox).kind).toBe('disagreement');
});
