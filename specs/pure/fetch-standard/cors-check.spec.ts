import { expect, test } from '@playwright/test';
import { corsCheck, type CorsCheckFailureReason } from '../../../src/fetch-standard/cors-check.ts';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';

const origin = 'https://app.example';
const allow = (...values: readonly string[]): HeaderList =>
  values.map((value) => ['access-control-allow-origin', value]);

const failures: readonly (readonly [
  reason: CorsCheckFailureReason,
  lines: readonly string[],
  value: string | null,
])[] = [
  ['origin-missing', [], null],
  ['origin-multiple', [origin, origin], `${origin}, ${origin}`],
  ['origin-multiple', ['*', '*'], '*, *'],
  ['origin-multiple', [origin, ''], `${origin}, `],
  ['origin-multiple', ['', ''], ', '],
  ['origin-multiple', [`${origin}, https://b.example`], `${origin}, https://b.example`],
  ['origin-multiple', [`${origin},`], `${origin},`],
  ['origin-multiple', [`${origin} https://b.example`], `${origin} https://b.example`],
  ['origin-invalid', [''], ''],
  ['origin-invalid', ['true'], 'true'],
  ['origin-invalid', ['app.example'], 'app.example'],
  ['origin-invalid', ['NULL'], 'NULL'],
  ['origin-invalid', ['"*"'], '"*"'],
  ['origin-invalid', ['*://app.example'], '*://app.example'],
  ['origin-invalid', ['http://localhost:*'], 'http://localhost:*'],
  ['origin-invalid', ['/app\\.example/'], '/app\\.example/'],
  ['origin-mismatch', ['null'], 'null'],
  ['origin-mismatch', ['https://b.example'], 'https://b.example'],
  ['origin-mismatch', [`${origin}/`], `${origin}/`],
  ['origin-mismatch', [`${origin}:443`], `${origin}:443`],
  ['origin-mismatch', ['https://APP.example'], 'https://APP.example'],
  ['origin-mismatch', ['http://app.example'], 'http://app.example'],
  ['origin-mismatch', ['https://*.example'], 'https://*.example'],
  ['origin-mismatch', ['localhost:3000'], 'localhost:3000'],
];

for (const [reason, lines, value] of failures) {
  for (const credentialsMode of ['same-origin', 'include'] as const) {
    test(`the CORS check of ${JSON.stringify(lines)} fails with ${reason}, credentials mode ${credentialsMode}`, () => {
      expect(corsCheck({ origin, credentialsMode }, allow(...lines))).toEqual({ ok: false, reason, value });
    });
  }
}

for (const credentialsMode of ['omit', 'same-origin'] as const) {
  test(`the CORS check succeeds for *, the origin and whitespace around them, credentials mode ${credentialsMode}`, () => {
    for (const value of ['*', ' *\t', origin, `  ${origin} `]) {
      expect(corsCheck({ origin, credentialsMode }, allow(value))).toEqual({ ok: true });
    }
  });
}

test('the CORS check succeeds for null and an opaque origin', () => {
  expect(corsCheck({ origin: 'null', credentialsMode: 'omit' }, allow('null'))).toEqual({ ok: true });
});

test('with credentials, * fails, with Access-Control-Allow-Credentials or without', () => {
  const failure = { ok: false, reason: 'origin-wildcard-with-credentials', value: '*' };
  const credentialed = [...allow('*'), ['Access-Control-Allow-Credentials', 'true']] as const;
  expect(corsCheck({ origin, credentialsMode: 'include' }, allow('*'))).toEqual(failure);
  expect(corsCheck({ origin, credentialsMode: 'include' }, credentialed)).toEqual(failure);
});

const credentials: readonly (readonly [lines: readonly string[], value: string | null])[] = [
  [[], null],
  [[''], ''],
  [['TRUE'], 'TRUE'],
  [['True'], 'True'],
  [['1'], '1'],
  [['"true"'], '"true"'],
  [['true, true'], 'true, true'],
  [['true', 'true'], 'true, true'],
];

for (const [lines, value] of credentials) {
  test(`Access-Control-Allow-Credentials ${JSON.stringify(lines)} is not true`, () => {
    const headers: HeaderList = [
      ...allow(origin),
      ...lines.map((line) => ['Access-Control-Allow-Credentials', line] as const),
    ];
    const failure = { ok: false, reason: 'credentials-not-allowed', value };
    expect(corsCheck({ origin, credentialsMode: 'include' }, headers)).toEqual(failure);
    expect(corsCheck({ origin, credentialsMode: 'same-origin' }, headers)).toEqual({ ok: true });
  });
}

test('the origin and true allow credentials', () => {
  const headers = [...allow(origin), ['access-control-allow-credentials', ' true ']] as const;
  expect(corsCheck({ origin, credentialsMode: 'include' }, headers)).toEqual({ ok: true });
});
