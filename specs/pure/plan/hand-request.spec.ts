import { expect, test } from '@playwright/test';
import { handRequest } from '../../../src/plan/hand-request.ts';

const app = 'https://app.example.com';

const made: readonly (readonly [args: Parameters<typeof handRequest>, url: string])[] = [
  [['/api/items?a=1', app, 'http://127.0.0.1:4101'], 'http://127.0.0.1:4101/api/items?a=1'],
  [['items', app, 'http://127.0.0.1:4101/api/'], 'http://127.0.0.1:4101/api/items'],
  [['https://api.example.com', app, 'http://127.0.0.1:4101'], 'https://api.example.com'],
  [['https://api.example.com/a', app, undefined], 'https://api.example.com/a'],
];

for (const [args, url] of made) {
  test(`${args[0]} is asked for at ${url}`, () => {
    expect(handRequest(...args)).toEqual({ url, pageOrigin: app, opaque: false });
  });
}

test('a page whose origin is "null" is opaque, and made by an origin of its own', () => {
  expect(handRequest('https://api.example.com/', 'null', undefined)).toEqual({
    url: 'https://api.example.com/',
    pageOrigin: 'https://opaque.test',
    opaque: true,
  });
});

const refused: readonly (readonly [args: Parameters<typeof handRequest>, message: string])[] = [
  [
    ['/api/items', app, undefined],
    'The URL "/api/items" is no whole address, and the Playwright configuration has no baseURL: write the whole address, or set use.baseURL.',
  ],
  [
    ['https://api.example.com/', `${app}/`, undefined],
    'from "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".',
  ],
  [
    ['https://api.example.com/', 'app.example.com', undefined],
    'from "app.example.com" has no scheme: write "https://app.example.com".',
  ],
  [
    ['/items', 'http://127.0.0.1:4101', 'http://127.0.0.1:4101'],
    'from "http://127.0.0.1:4101" is the origin of the API itself, whose pages read every response without CORS: ask from the origin of a page that is served elsewhere.',
  ],
];

for (const [args, message] of refused) {
  test(`no request is made of ${args[0]} from ${args[1]} with the base ${args[2]}`, () => {
    expect(() => handRequest(...args)).toThrow(new Error(message));
  });
}
