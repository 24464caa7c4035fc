import { expect, test } from '@playwright/test';
import type { StoredCookie } from '../../../src/probe/probe.ts';
import { cookieFile } from '../../../src/probe/webkit/cookie-file.ts';

const nowMs = 1_000_000_000_000;

const cookie: StoredCookie = {
  name: 'sid',
  value: 'a=b',
  domain: 'api.example.com',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
};

test('a cookie is a line, one of a session of the browser ends a day later, and what is over is left out', () => {
  const named: StoredCookie = {
    name: 'csrf',
    value: 'c',
    domain: '.example.com',
    path: '/auth',
    expires: 1_000_000_060.5,
    httpOnly: false,
    secure: false,
  };
  const cookies = [cookie, named, { ...cookie, expires: 1_000_000_000 }, { ...cookie, value: 'a\tb' }];
  expect([cookieFile(cookies, nowMs), cookieFile([], nowMs)]).toEqual([
    [
      '#HttpOnly_api.example.com\tFALSE\t/\tTRUE\t1000086400\tsid\ta=b\tLax\n',
      '.example.com\tTRUE\t/auth\tFALSE\t1000000060\tcsrf\tc\n',
    ].join(''),
    '',
  ]);
});
