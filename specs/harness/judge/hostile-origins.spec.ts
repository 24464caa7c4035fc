import { expect, test } from '@playwright/test';
import { hostileOrigins } from '../../../src/hostile-origins.ts';

const inOneLine = (trusted: readonly string[]) =>
  hostileOrigins(trusted).map(({ origin, role }) => `${role} ${origin}`);

test('each form that a wrong comparison lets through is tried', () => {
  expect(inOneLine(['https://app.example.com'])).toEqual([
    'untrusted https://untrusted.test',
    'opaque null',
    'insecure http://app.example.com',
    'subdomain https://cors-conformance.app.example.com',
    'subdomain https://cors-conformance.example.com',
    'prefix https://app.example.com.untrusted.test',
    'prefix https://app.example.comuntrusted.test',
    'suffix https://untrustedapp.example.com',
    'suffix https://untrustedexample.com',
    'unescaped-dot https://appxexample.com',
    'unescaped-dot https://app.examplexcom',
    'port https://app.example.com:8443',
  ]);
});

test('what is trusted itself is not hostile, and nothing is tried twice', () => {
  const trusted = ['https://app.example.com', 'http://app.example.com', 'https://app.example.com:8443'];
  const lines = inOneLine(trusted);
  expect(lines.filter((line) => trusted.some((origin) => line.endsWith(` ${origin}`)))).toEqual([]);
  expect(new Set(lines).size).toBe(lines.length);
});

test('of an address only what can be an origin is tried', () => {
  expect(inOneLine(['http://127.0.0.1:3000'])).toEqual([
    'untrusted https://untrusted.test',
    'opaque null',
    'port http://127.0.0.1:8443',
  ]);
});
