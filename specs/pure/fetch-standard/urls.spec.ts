import { expect, test } from '@playwright/test';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';
import { locationUrl, parseUrl, withoutUserinfo } from '../../../src/fetch-standard/urls.ts';

test('a URL with a Latin-1 letter parses the thousandth time as it does the first', () => {
  const parsed = Array.from({ length: 20_000 }, () => parseUrl('https://b\u00FCcher.example/') !== null);
  expect(parsed.filter((ok) => !ok).length).toBe(0);
});

const api = new URL('https://api.example/a?b#c');

const to = (location: string): HeaderList => [['Location', location]];

const locations: readonly (readonly [status: number, headers: HeaderList, url: string | null])[] = [
  [200, to('/x'), null],
  [302, [], null],
  [302, to('/x'), 'https://api.example/x#c'],
  [302, to('x#d'), 'https://api.example/x#d'],
  [302, to('?y'), 'https://api.example/a?y#c'],
  [302, to('//b.example'), 'https://b.example/#c'],
  [302, to(''), 'https://api.example/a?b#c'],
  [302, to('http://'), 'failure'],
  [302, [...to('/x'), ...to('/x')], 'failure'],
];

for (const [status, headers, url] of locations) {
  test(`the location URL of ${status} ${JSON.stringify(headers)} is ${url ?? 'null'}`, () => {
    const location = locationUrl({ status, headers }, api);
    expect(location instanceof URL ? location.href : location).toBe(url);
  });
}

test('a Location value loses its user name and password, and nothing else', () => {
  const values = [
    '/users/@me',
    'x',
    'https://a.example',
    'https://u:p@a.example',
    '//u:p@a.example/',
    'https:u:p@:x',
  ];
  expect(values.map(withoutUserinfo)).toEqual([
    ...['/users/@me', 'x', 'https://a.example', 'https://a.example/', 'a.example/', ':x'],
  ]);
});
