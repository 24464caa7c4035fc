import { expect, test } from '@playwright/test';
import type { Exchange, HeaderList } from '../../../src/model.ts';
import { HeldCookies } from '../../../src/run/held-cookies.ts';

const exchange = (path: string, sent: string | null, ...lines: readonly string[]): Exchange => ({
  purpose: 'actual',
  method: 'GET',
  url: `https://api.example.com${path}`,
  requestHeaders: sent === null ? [] : [['Cookie', sent]],
  response: {
    status: 200,
    headers: lines.map((line): HeaderList[number] => ['Set-Cookie', line]),
    fromCache: false,
  },
  failure: null,
});

/** Returns what the browser was seen to have after the exchanges, as \`name=value domain path\`. */
const heldAfter = (...exchanges: readonly Exchange[]): string[] => {
  const held = new HeldCookies();
  held.note(exchanges);
  return held.all().map(({ name, value, domain, path }) => `${name}=${value} ${domain} ${path}`);
};

const login = exchange('/auth/login', null, 'sid=1; Path=/; HttpOnly', 'other=2; Domain=example.com');

test('a cookie counts once the browser has sent it, and as it was set last', () => {
  expect([
    heldAfter(login),
    heldAfter(login, exchange('/me', 'sid=1')),
    heldAfter(login, exchange('/auth/me', 'sid=1; other=2')),
    // One of the same name that was there before is another.
    heldAfter(login, exchange('/me', 'sid=0')),
    heldAfter(login, exchange('/me', 'sid=1', 'sid=3; Path=/')),
    heldAfter(login, exchange('/me', 'sid=1', 'sid=3; Path=/'), exchange('/me', 'sid=3')),
    // A page whose request carries none may not set any either.
    heldAfter(login, exchange('/me', 'sid=1'), exchange('/me', null, 'sid=3; Path=/')),
    heldAfter(login, exchange('/me', 'sid=1', 'sid=; Path=/; Max-Age=0')),
  ]).toEqual([
    [],
    ['sid=1 api.example.com /'],
    ['sid=1 api.example.com /', 'other=2 .example.com /auth'],
    [],
    ['sid=3 api.example.com /'],
    ['sid=3 api.example.com /'],
    [],
    [],
  ]);
});
