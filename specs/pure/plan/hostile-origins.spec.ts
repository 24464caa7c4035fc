import { expect, test } from '@playwright/test';
import { hostileOrigins } from '../../../src/plan/hostile-origins.ts';

const inOneLine = (trusted: readonly string[], target = 'https://api.example.com') =>
  hostileOrigins(trusted, target).map(({ origin, role }) => `${role} ${origin}`);

const onLoopback = [
  'loopback http://localhost',
  'loopback https://localhost',
  'loopback http://localhost:3000',
  'loopback http://localhost:4200',
  'loopback http://localhost:5173',
  'loopback http://localhost:8080',
  'loopback http://127.0.0.1',
  'prefix http://localhost.untrusted.test',
];

test('each form that a wrong comparison lets through is tried', () => {
  expect(inOneLine(['https://app.example.com'])).toEqual([
    'untrusted https://untrusted.test',
    'opaque null',
    'insecure http://app.example.com',
    'insecure http://app.example.com:8080',
    'subdomain https://untrusted.app.example.com',
    'subdomain https://untrusted.example.com',
    'subdomain https://app-untrusted.example.com',
    'subdomain https://untrusted-app.example.com',
    'parent https://example.com',
    'prefix https://app.example.com.untrusted.test',
    'prefix https://app.example.comuntrusted.test',
    'suffix https://untrustedapp.example.com',
    'suffix https://untrustedexample.com',
    'unescaped-dot https://appxexample.com',
    'unescaped-dot https://app.examplexcom',
    'truncated https://app.example.co',
    'top-level-domain https://app.example.test',
    'port https://app.example.com:8443',
    ...onLoopback,
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
    'prefix http://127.0.0.1.untrusted.test:3000',
    'truncated http://127.0.0.1',
    'port http://127.0.0.1:8443',
    'port http://127.0.0.1:30001',
    ...onLoopback.filter((line) => line !== 'loopback http://127.0.0.1'),
  ]);
});

test('a page at the host and port of the target is the API’s own, so it is not tried', () => {
  const own = (trusted: string, target: string) =>
    inOneLine([trusted]).filter((line) => !inOneLine([trusted], target).includes(line));
  expect(own('https://app.example.com', 'http://localhost:3000')).toEqual(['loopback http://localhost:3000']);
  // The same host and port under the other scheme leads to the API as well.
  expect(own('https://app.example.com', 'https://localhost')).toEqual([
    'loopback http://localhost',
    'loopback https://localhost',
  ]);
  expect(own('https://app.example.com', 'http://app.example.com')).toEqual([
    'insecure http://app.example.com',
  ]);
});

test('under the top-level domain that stands for another, yet another is tried', () => {
  expect(inOneLine(['https://app.test:4430']).filter((line) => /^(top|trunc)/.test(line))).toEqual([
    'top-level-domain https://app.example:4430',
    'truncated https://app.test',
  ]);
});

test('of a registered name the hyphenated ones are look-alikes, as anybody may register them', () => {
  const hyphenated = inOneLine(['https://example.com']).filter(
    (line) => line.includes('untrusted-') || line.includes('-untrusted'),
  );
  expect(hyphenated).toEqual([
    'prefix https://example-untrusted.com',
    'suffix https://untrusted-example.com',
  ]);
});

/** What is tried of the names of a trusted origin: what stands for every origin is left out. */
const names = (trusted: string) =>
  inOneLine([trusted], 'https://api.acme.test').filter(
    (line) => /^(subdomain|parent|prefix|suffix)/.test(line) && !onLoopback.includes(line),
  );

const besideStrangers = [
  ['https://example.co.uk', 'example', 'co.uk', ''],
  ['https://acme.github.io', 'acme', 'github.io', ''],
  ['https://app.vercel.app', 'app', 'vercel.app', ''],
  ['https://app.vercel.app:8443', 'app', 'vercel.app', ':8443'],
] as const;

for (const [trusted, name, suffix, port] of besideStrangers) {
  test(`of ${trusted} no other name under ${suffix} is a subdomain, and ${suffix} is no parent`, () => {
    expect(names(trusted)).toEqual([
      `subdomain https://untrusted.${name}.${suffix}${port}`,
      `suffix https://untrusted.${suffix}${port}`,
      `suffix https://${name}-untrusted.${suffix}${port}`,
      `prefix https://${name}.${suffix}.untrusted.test${port}`,
      `prefix https://${name}.${suffix}untrusted.test${port}`,
      `suffix https://untrusted${name}.${suffix}${port}`,
      `suffix https://untrusted-${name}.${suffix}${port}`,
    ]);
    const rated = hostileOrigins([trusted], 'https://api.acme.test');
    expect(rated.filter(({ sibling }) => sibling !== undefined)).toEqual([]);
  });
}

const nameRows: readonly (readonly [trusted: string, lines: readonly string[]])[] = [
  [
    'https://app.example.co.uk',
    [
      'subdomain https://untrusted.app.example.co.uk',
      'subdomain https://untrusted.example.co.uk',
      'subdomain https://app-untrusted.example.co.uk',
      'subdomain https://untrusted-app.example.co.uk',
      'parent https://example.co.uk',
      'prefix https://app.example.co.uk.untrusted.test',
      'prefix https://app.example.co.ukuntrusted.test',
      'suffix https://untrustedapp.example.co.uk',
      'suffix https://untrustedexample.co.uk',
    ],
  ],
  [
    'https://vercel.app',
    [
      'suffix https://untrusted.vercel.app',
      'prefix https://vercel.app.untrusted.test',
      'prefix https://vercel.appuntrusted.test',
      'prefix https://vercel-untrusted.app',
      'suffix https://untrustedvercel.app',
      'suffix https://untrusted-vercel.app',
    ],
  ],
  ['http://192.0.2.1', ['prefix http://192.0.2.1.untrusted.test']],
  ['http://[2001:db8::1]', []],
  [
    'http://localhost:3000',
    [
      'subdomain http://untrusted.localhost:3000',
      'prefix http://localhost.untrusted.test:3000',
      'prefix http://localhostuntrusted.test:3000',
      'suffix http://untrustedlocalhost:3000',
      'suffix http://untrusted-localhost:3000',
    ],
  ],
  [
    'https://intranet',
    [
      'subdomain https://untrusted.intranet',
      'prefix https://intranet.untrusted.test',
      'prefix https://intranetuntrusted.test',
      'suffix https://untrustedintranet',
      'suffix https://untrusted-intranet',
    ],
  ],
];

for (const [trusted, lines] of nameRows) {
  test(`of ${trusted} the registrable domain says whose a name is`, () => {
    expect(names(trusted)).toEqual(lines);
  });
}

test('a suffix look-alike under the same parent knows the plain subdomain beside it, unless that is trusted', () => {
  const sibling = (trusted: readonly string[]) =>
    hostileOrigins(trusted, 'https://api.example.com').find(
      ({ origin }) => origin === 'https://untrustedapp.example.com',
    )?.sibling;
  expect(sibling(['https://app.example.com'])).toBe('https://untrusted.example.com');
  expect(sibling(['https://app.example.com', 'https://untrusted.example.com'])).toBe(undefined);
});
