import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Observation } from '../../../src/model.ts';
import { redact } from '../../../src/probe/redact.ts';

/** Returns an observation in which `text` stands wherever a server can make it stand, but in the path of an address. */
function observationOf(text: string, url = 'https://api.example.com/'): Observation {
  return {
    engine: { id: 'chromium', version: '156' },
    pageOrigin: 'https://app.example.com',
    request: {
      url,
      method: 'POST',
      headers: [['x-api-key', text]],
      body: text,
      credentialsMode: 'omit',
      mode: 'cors',
      redirectMode: 'follow',
      api: 'fetch',
      held: false,
    },
    outcome: {
      kind: 'response',
      status: 200,
      type: 'cors',
      url,
      redirected: false,
      headers: [['x-echo', text]],
      bodyError: text,
    },
    console: [text],
    exchanges: [
      {
        purpose: 'actual',
        method: 'POST',
        url,
        requestHeaders: [['x-api-key', text]],
        response: {
          status: 200,
          headers: [
            ['X-Echo', text],
            [text, ''],
            ['Location', text],
          ],
          fromCache: false,
        },
        failure: text,
      },
    ],
    refusal: { code: 'InvalidAllowOriginValue', parameter: text },
    failure: text,
    incomplete: text,
  };
}

const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsOf)
      : [];

const encodings: Readonly<Record<string, (secret: string) => string>> = {
  itself: (secret) => secret,
  'encodeURIComponent()': encodeURIComponent,
  'encodeURI()': encodeURI,
  'a form': (secret) => new URLSearchParams({ '': secret }).toString().slice(1),
  'every byte percent-encoded, in lower case': (secret) =>
    [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'JSON in ASCII': (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  HTML: (secret) =>
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'base64, percent-encoded': (secret) => encodeURIComponent(Buffer.from(secret).toString('base64')),
  'bytes, read one by one': (secret) => Buffer.from(secret).toString('latin1'),
};

/** Anything that can be encoded and is no part of what redaction itself writes. */
const secrets = fc
  .oneof(fc.string({ minLength: 4 }), fc.string({ unit: 'grapheme', minLength: 4 }))
  .filter((secret) => secret.length >= 4 && !'[redacted]'.includes(secret));

const numRuns = process.env['CORS_SUITE'] === 'all' ? 150 : 50;

for (const [name, encode] of Object.entries(encodings)) {
  test(`whatever the secret is, ${name} of it survives nowhere`, () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const form = encode(secret);
        const left = stringsOf(redact(observationOf(`<${form}>`), [secret]));
        expect(left.filter((text) => text.includes(`<${form}`))).toEqual([]);
        expect(left.filter((text) => text === '<[redacted]>').length).toBe(13);
      }),
      { numRuns },
    );
  });
}

test('a secret of any length is hidden as a whole, in each form', () => {
  const secret = Array.from({ length: 12_000 }, (_, index) =>
    String.fromCodePoint(33 + ((index * 7) % 90)),
  ).join('');
  const secrets = [secret];
  for (const encode of Object.values(encodings)) {
    const left = stringsOf(redact(observationOf(`<${encode(secret)}>`), secrets));
    expect(left.filter((text) => text === '<[redacted]>').length).toBe(13);
  }
});

test('a secret in the base64 of a longer text survives nowhere, wherever it begins there', () => {
  const secret = 'S3CR3T-9f8e7d6c5b';
  for (const before of ['', 'a', 'ab', 'user:']) {
    for (const after of ['', '\n', ' .']) {
      const text = Buffer.from(`${before}${secret}${after}`).toString('base64');
      const [left = ''] = redact(observationOf(text), [secret]).console;
      expect(Buffer.from(left.replace('[redacted]', ''), 'base64').toString()).not.toContain(
        secret.slice(2, -2),
      );
      expect(left).toContain('[redacted]');
    }
  }
});

test('what a secret has in common with other texts stays', () => {
  const text = 'S3CR3 is no secret, nor is https://app.example.com/a%20b?x=1';
  expect(redact(observationOf(text), ['S3CR3T', 'abc']).console).toEqual([text]);
});

const own = 'https://api.example.com/a;key=1?code=DE&page=2';

for (const [title, text, left] of [
  [
    'an access token in a fragment',
    'https://app.example.com/cb#access_token=ya29.a0&token_type=Bearer&expires_in=1',
    'https://app.example.com/cb#access_token=[redacted]&token_type=[redacted]&expires_in=1',
  ],
  ['a code', '/callback?code=4%2F0AX&scope=mail', '/callback?code=[redacted]&scope=mail'],
  ['a code that the request itself has', '/b?page=2&code=DE', '/b?page=2&code=DE'],
  [
    'an address within an address',
    '/login?next=%2Fcb%3Ftoken%3Dabc%26page%3D2&x=1',
    '/login?next=%2Fcb%3Ftoken%3D[redacted]%26page%3D2&x=1',
  ],
  [
    'a signed address',
    '/f?X-Amz-Signature=ab12&X-Amz-Date=2026',
    '/f?X-Amz-Signature=[redacted]&X-Amz-Date=2026',
  ],
  ['a path', '/token=abc/code', '/token=abc/code'],
  ['a session in a path', '/login;jsessionid=3F2A/x?y=1', '/login;jsessionid=[redacted]/x?y=1'],
  [
    'what frameworks call a token',
    '/cb?oauth_verifier=a1&PHPSESSID=b2&sesskey=c3&device_code=d4&subscription-key=e5&pwd=f6',
    '/cb?oauth_verifier=[redacted]&PHPSESSID=[redacted]&sesskey=[redacted]&device_code=[redacted]&subscription-key=[redacted]&pwd=[redacted]',
  ],
  [
    'what is no token',
    '/b?country_code=CH&sort_key=name&monkey=1;codec=2',
    '/b?country_code=CH&sort_key=name&monkey=1;codec=2',
  ],
  ['a parameter of the path that the request itself has', '/a;key=1/b;key=2', '/a;key=1/b;key=[redacted]'],
] as const) {
  test(`a redirect's fresh token is redacted by its name: ${title}`, () => {
    const seen = redact(observationOf(text, own), []);
    expect(seen.console).toEqual([left]);
    expect(seen.exchanges.flatMap(({ response }) => response?.headers ?? []).at(-1)).toEqual([
      'Location',
      left,
    ]);
    expect(seen.request.url).toBe(own);
  });
}

test('in a console text an address ends, and in a Location header it does not', () => {
  const text = "fetch at 'https://api.example.com/?token=a b' from origin";
  const seen = redact(observationOf(text, own), []);
  expect(seen.console).toEqual(["fetch at 'https://api.example.com/?token=[redacted] b' from origin"]);
  expect(seen.exchanges.flatMap(({ response }) => response?.headers ?? []).at(-1)).toEqual([
    'Location',
    "fetch at 'https://api.example.com/?token=[redacted]",
  ]);
});
