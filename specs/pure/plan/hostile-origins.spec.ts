import { expect, test } from '@playwright/test';
import { isTrusted, type TrustedOrigin } from '../../../src/policy/trusted.ts';
import { hostileOrigins } from '../../../src/plan/hostile-origins.ts';

const inOneLine = (trusted: readonly TrustedOrigin[], target = 'https://api.example.com') =>
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

/** What is tried whatever the policy trusts, of a target that is not on loopback. */
const elsewhere = [
  'insecure http://api.example.com:8080',
  'port https://api.example.com:8443',
  'shared-host https://untrusted.vercel.app',
  'shared-host https://untrusted.netlify.app',
  'shared-host https://untrusted.pages.dev',
  'shared-host https://untrusted.github.io',
  'shared-host https://untrusted.web.app',
  'shared-host https://untrusted.herokuapp.com',
  'shared-host https://untrusted.onrender.com',
  'shared-host https://untrusted.ngrok-free.app',
  ...onLoopback,
];

test('each form that a wrong comparison lets through is tried', () => {
  expect(inOneLine(['https://app.example.com'])).toEqual([
    'untrusted https://untrusted.test',
    'opaque null',
    'insecure http://app.example.com',
    'insecure http://app.example.com:8080',
    'insecure http://untrusted.example.com',
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
    ...elsewhere,
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
    'port http://127.0.0.1:3001',
    ...elsewhere.filter((line) => line !== 'loopback http://127.0.0.1'),
  ]);
});

test('a page at the host and port of the target is the API’s own, so it is not tried', () => {
  const own = (trusted: string, target: string) =>
    inOneLine([trusted])
      .filter((line) => !line.includes('api.example.com'))
      .filter((line) => !inOneLine([trusted], target).includes(line));
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

/** Returns what is tried of the names of a trusted origin: what stands for every origin is left out. */
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
    const mistakes = rated.flatMap(({ under = [] }) => under.map(({ diagnosis }) => diagnosis));
    expect(mistakes.filter((diagnosis) => diagnosis === 'subdomain-trusted')).toEqual([]);
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
  const besides = (trusted: readonly string[]) =>
    hostileOrigins(trusted, 'https://api.example.com')
      .filter(({ origin }) => origin === 'https://untrustedapp.example.com')
      .flatMap(({ under = [] }) => under)
      .filter(({ diagnosis }) => diagnosis === 'subdomain-trusted');
  expect(besides(['https://app.example.com'])).toEqual([
    { diagnosis: 'subdomain-trusted', shownBy: ['https://untrusted.example.com'], unless: null },
  ]);
  expect(besides(['https://app.example.com', 'https://untrusted.example.com'])).toEqual([]);
});

/** What is tried beside a preview: names that only another preview has. */
const previewRows: readonly (readonly [trusted: string, others: readonly string[]])[] = [
  ['https://app.vercel.app', []],
  [
    'https://pr-42.preview.acme.io',
    ['subdomain https://pr-43.preview.acme.io', 'subdomain https://pr-untrusted.preview.acme.io'],
  ],
  [
    'https://release-009.acme.io',
    ['subdomain https://release-010.acme.io', 'subdomain https://release-untrusted.acme.io'],
  ],
  [
    'https://app-git-main-acme.vercel.app',
    [
      'suffix https://app-untrusted.vercel.app',
      'suffix https://app-untrusted-acme.vercel.app',
      'suffix https://app-git-untrusted-acme.vercel.app',
    ],
  ],
  [
    'https://deploy-preview-12--site.netlify.app',
    [
      'suffix https://deploy-preview-13--site.netlify.app',
      'suffix https://deploy-untrusted.netlify.app',
      'suffix https://deploy-untrusted-site.netlify.app',
      'suffix https://deploy-preview-12-untrusted-site.netlify.app',
      'suffix https://untrusted--site.netlify.app',
    ],
  ],
];

for (const [trusted, others] of previewRows) {
  test(`beside ${trusted} the other previews are tried`, () => {
    const [first = ''] = new URL(trusted).hostname.split('.');
    const usual = new Set([
      `untrusted.${first}`,
      'untrusted',
      `${first}-untrusted`,
      `untrusted-${first}`,
      `untrusted${first}`,
    ]);
    const parent = new URL(trusted).hostname.slice(first.length);
    const names = inOneLine([trusted], 'https://api.acme.test').filter((line) => {
      const name = /^(?:subdomain|suffix) https:\/\/(.*)$/.exec(line)?.[1] ?? '';
      return name.endsWith(parent) && !usual.has(name.slice(0, -parent.length));
    });
    expect(names).toEqual(others);
  });
}

test('the API’s own host is tried under another port and another scheme, but for loopback', () => {
  const own = (target: string) =>
    inOneLine(['https://app.example.com'], target).filter((line) => line.includes(new URL(target).hostname));
  expect(own('https://api.acme.io')).toEqual([
    'insecure http://api.acme.io:8080',
    'port https://api.acme.io:8443',
  ]);
  expect(own('https://api.acme.io:8443')).toEqual([
    'insecure http://api.acme.io:8080',
    'port https://api.acme.io:9443',
  ]);
  expect(own('http://api.acme.localhost:41234')).toEqual([
    'port https://api.acme.localhost:9443',
    'port http://api.acme.localhost:8443',
  ]);
  expect(own('http://127.0.0.1:41234')).toEqual(['loopback http://127.0.0.1']);
});

test('of many origins of one domain three are asked everything about, and the others over plain http', () => {
  const tenants = (count: number) =>
    Array.from({ length: count }, (_, index) => `https://tenant${index}.acme.net`);
  const of = (count: number, name: string) =>
    inOneLine(tenants(count)).filter((line) => new RegExp(`\\b${name}\\b`).test(line)).length;
  expect(['tenant0', 'tenant3', 'tenant7'].map((name) => of(8, name))).toEqual([11, 11, 11]);
  expect(['tenant0', 'tenant12', 'tenant25', 'tenant49'].map((name) => of(50, name))).toEqual([
    11, 1, 11, 11,
  ]);
  expect(inOneLine(tenants(50)).filter((line) => line.includes('tenant12.'))).toEqual([
    'insecure http://tenant12.acme.net',
  ]);
  expect([50, 200].map((count) => inOneLine(tenants(count)).length)).toEqual([111, 261]);
});

test('of many domains three are asked everything about, and the others what shows their mistakes', () => {
  const domains = Array.from({ length: 50 }, (_, index) => `https://www.customer${index}.net`);
  expect(inOneLine(domains).filter((line) => line.includes('customer12.'))).toEqual([
    'insecure http://www.customer12.net',
    'subdomain https://untrusted.customer12.net',
    'prefix https://www.customer12.net.untrusted.test',
    'prefix https://www.customer12.netuntrusted.test',
    'suffix https://untrustedwww.customer12.net',
    'suffix https://untrustedcustomer12.net',
  ]);
});

const patternRows: readonly (readonly [pattern: string, sample: string, neighbours: readonly string[]])[] = [
  [
    'https://*.example.com',
    'https://shop.example.com',
    [
      'suffix https://untrustedexample.com',
      'suffix https://untrusted-example.com',
      'insecure http://shop.example.com',
      'insecure http://shop.example.com:8080',
      'insecure http://untrusted.example.com',
      'subdomain https://untrusted.shop.example.com',
      'parent https://example.com',
      'prefix https://shop.example.com.untrusted.test',
      'prefix https://shop.example.comuntrusted.test',
      'unescaped-dot https://shopxexample.com',
      'unescaped-dot https://shop.examplexcom',
      'truncated https://shop.example.co',
      'top-level-domain https://shop.example.test',
      'port https://shop.example.com:8443',
      'insecure http://api.acme.test:8080',
      'port https://api.acme.test:8443',
    ],
  ],
  [
    'https://**.example.com',
    'https://a.b.example.com',
    [
      'suffix https://untrustedexample.com',
      'suffix https://untrusted-example.com',
      'insecure http://a.example.com',
      'insecure http://a.example.com:8080',
      'insecure http://untrusted.example.com',
      'parent https://example.com',
      'prefix https://a.example.com.untrusted.test',
      'prefix https://a.example.comuntrusted.test',
      'unescaped-dot https://axexample.com',
      'unescaped-dot https://a.examplexcom',
      'truncated https://a.example.co',
      'top-level-domain https://a.example.test',
      'port https://a.example.com:8443',
      'insecure http://api.acme.test:8080',
      'port https://api.acme.test:8443',
    ],
  ],
  [
    'http://*.localhost:3000',
    'http://shop.localhost:3000',
    [
      'suffix http://untrustedlocalhost:3000',
      'suffix http://untrusted-localhost:3000',
      'subdomain http://untrusted.shop.localhost:3000',
      'prefix http://shop.localhost.untrusted.test:3000',
      'prefix http://shop.localhostuntrusted.test:3000',
      'unescaped-dot http://shopxlocalhost:3000',
      'top-level-domain http://shop.test:3000',
      'truncated http://shop.localhost',
      'port http://shop.localhost:8443',
      'port http://shop.localhost:30001',
      'parent http://localhost:3000',
      'insecure http://api.acme.test:8080',
      'port https://api.acme.test:8443',
    ],
  ],
];

for (const [pattern, sample, neighbours] of patternRows) {
  test(`of ${pattern} what it covers is not hostile, and its neighbours are`, () => {
    const trusted = [{ pattern, sample: [sample] }];
    const lines = inOneLine(trusted, 'https://api.acme.test').filter(
      (line) => !/^(untrusted|opaque|shared-host)/.test(line) && !onLoopback.includes(line),
    );
    expect(lines).toEqual(neighbours);
    expect(new Set(inOneLine(trusted)).size).toBe(inOneLine(trusted).length);
  });
}

test('no mistake is shown by an origin that a pattern covers', () => {
  const trusted = [{ pattern: 'https://*.example.com', sample: ['https://shop.example.com'] }];
  const shown = hostileOrigins(trusted, 'https://api.acme.test').flatMap(({ under = [] }) =>
    under.flatMap(({ shownBy, unless }) => [...shownBy, ...(unless === null ? [] : [unless])]),
  );
  expect(shown.filter((origin) => isTrusted(trusted, origin))).toEqual([]);
});
