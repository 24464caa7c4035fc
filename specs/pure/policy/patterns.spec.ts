import { expect, test } from '@playwright/test';
import { anchoredExpression, readPattern } from '../../../src/policy/origin-pattern.ts';
import { isTrusted, pagesOf } from '../../../src/policy/trusted.ts';
import { policyFromEnv } from '../../../src/policy/policy-from-env.ts';
import { validatePolicy } from '../../../src/policy/policy.ts';
import { messageOf, policyWith, problemsOf } from './sample.ts';

/** Each origin that one of the patterns might be taken to cover, and the patterns that do. */
const patterns = [
  'https://*.example.com',
  'https://**.example.com',
  'http://localhost:*',
  'https://*.example.com:8443',
  'https://**.example.com:*',
] as const;

const coverage: readonly (readonly [origin: string, by: readonly number[]])[] = [
  ['https://shop.example.com', [0, 1, 4]],
  ['https://a.shop.example.com', [1, 4]],
  ['https://a.b.shop.example.com', [1, 4]],
  ['https://shop.example.com:8443', [3, 4]],
  ['https://a.shop.example.com:8443', [4]],
  ['https://shop_1.example.com', [0, 1, 4]],
  ['https://xn--bcher-kva.example.com', [0, 1, 4]],
  ['https://example.com', []],
  ['https://example.com:8443', []],
  ['http://shop.example.com', []],
  ['https://shopexample.com', []],
  ['https://shop-example.com', []],
  ['https://shopxexample.com', []],
  ['https://shop.example.com.untrusted.test', []],
  ['https://shop.example.comuntrusted.test', []],
  ['https://shop.example.co', []],
  ['https://shop.example.com.', []],
  ['https://.example.com', []],
  ['https://shop..example.com', []],
  ['https://shop.example.com/', []],
  ['https://shop.example.com:443', []],
  ['https://SHOP.example.com', []],
  ['https://ada@shop.example.com', []],
  ['https://untrusted.test#.example.com', []],
  ['https://untrusted.test\\.example.com', []],
  ['https://untrusted.test/.example.com', []],
  ['null', []],
  ['', []],
  ['capacitor://shop.example.com', []],
  ['http://localhost', [2]],
  ['http://localhost:3000', [2]],
  ['http://localhost:', []],
  ['http://localhost:99999', []],
  ['http://localhost:3000.untrusted.test', []],
  ['https://localhost:3000', []],
  ['http://a.localhost:3000', []],
  ['http://127.0.0.1:3000', []],
];

test('a pattern covers what it says, and nothing beside it', () => {
  expect(
    coverage.map(([origin]) => [
      origin,
      patterns.flatMap((pattern, index) => (isTrusted([{ pattern, sample: [] }], origin) ? [index] : [])),
    ]),
  ).toEqual(coverage);
});

test('the regular expression of a pattern takes the same origins', () => {
  const expressions = patterns.map((pattern) => {
    const parts = readPattern(pattern);
    return parts === null ? '' : anchoredExpression(parts);
  });
  expect(expressions).toEqual([
    '^https://[a-z0-9_-]+\\.example\\.com$',
    '^https://(?:[a-z0-9_-]+\\.)+example\\.com$',
    '^http://localhost(?::[0-9]+)?$',
    '^https://[a-z0-9_-]+\\.example\\.com:8443$',
    '^https://(?:[a-z0-9_-]+\\.)+example\\.com(?::[0-9]+)?$',
  ]);
  // A browser sends serialized origins alone.
  const serialized = coverage.filter(([origin]) => URL.parse(origin)?.origin === origin);
  expect(
    serialized.map(([origin]) => [
      origin,
      expressions.flatMap((expression, index) => (new RegExp(expression).test(origin) ? [index] : [])),
    ]),
  ).toEqual(serialized);
});

test('a pattern is kept with its samples, which are the pages that stand for it', () => {
  const input = policyWith({
    trustedOrigins: [
      'https://app.example.com',
      { pattern: 'https://*.example.com', sample: 'https://app.example.com' },
      {
        pattern: 'https://**.acme.test:*',
        sample: ['https://a.acme.test', 'https://a.b.acme.test:8443'],
      },
    ],
    target: 'https://api.example.com',
  });
  const policy = validatePolicy(input);
  expect(policy.trustedOrigins).toEqual([
    'https://app.example.com',
    { pattern: 'https://*.example.com', sample: ['https://app.example.com'] },
    { pattern: 'https://**.acme.test:*', sample: ['https://a.acme.test', 'https://a.b.acme.test:8443'] },
  ]);
  expect(pagesOf(policy.trustedOrigins)).toEqual([
    'https://app.example.com',
    'https://a.acme.test',
    'https://a.b.acme.test:8443',
  ]);
  expect(validatePolicy(policy)).toEqual(policy);
});

const forms =
  'write "https://*.example.com" for one label, "https://**.example.com" for any number, or "http://localhost:*" for any port';
const everybody =
  'remove it; to let any origin read a route without credentials, give the route public: true in cors.policy.ts';

/** What is said of a pattern, after its place and itself. */
const patternRows: readonly (readonly [pattern: string, said: string])[] = [
  ['', `is empty: ${forms}`],
  ['*', `covers origins of everybody: ${everybody}`],
  ['https://*', `covers origins of everybody: ${everybody}`],
  ['*://app.example.com', `covers origins of everybody: ${everybody}`],
  ['*.example.com', 'has no scheme: write "https://*.example.com"'],
  ['capacitor://*', `covers origins of everybody: ${everybody}`],
  ['app://*.example.com', 'is not a pattern of http or https origins: list the origins one by one'],
  ['https://app.example.com', 'covers one origin alone: write "https://app.example.com" without a pattern'],
  ['https://app.example.com/*', 'covers one origin alone: write "https://app.example.com" without a pattern'],
  ...[
    'https://app-*.example.com',
    'https://*app.example.com',
    'https://api.*.com',
    'https://***.example.com',
    'https://*.*.example.com',
  ].map((pattern): readonly [string, string] => [
    pattern,
    `has a star that stands neither for whole labels in front of a host nor for its port: ${forms}`,
  ]),
  [
    'HTTPS://*.Example.com:443/*',
    'is not written as origins are serialized: write the scheme in lower case, write the host in lower case, remove the default port and remove the path; write "https://*.example.com"',
  ],
  [
    'https://*.example.com/',
    'is not written as origins are serialized: remove the trailing slash; write "https://*.example.com"',
  ],
  [
    'http://localhost:*/',
    'is not written as origins are serialized: remove the trailing slash; write "http://localhost:*"',
  ],
  ['https://*.example.com:0', 'has port 0, which no server can be reached at: write the real port'],
  ['https://*.127.0.0.1', `has a star in front of an address, which has no subdomains: ${forms}`],
  ['https://*.[::1]', `has a star in front of an address, which has no subdomains: ${forms}`],
  ...[
    ['com', 'com'],
    ['co.uk', 'co.uk'],
    ['github.io', 'github.io'],
    ['vercel.app', 'vercel.app'],
    ['azurewebsites.net', 'azurewebsites.net'],
    ['amazonaws.com', 's3.amazonaws.com'],
    ['windows.net', 'blob.core.windows.net'],
    ['example', 'example'],
    ['github.io.', 'github.io'],
  ].flatMap(([host, suffix]) =>
    ['*', '**'].map((stars): readonly [string, string] => [
      `https://${stars}.${host}`,
      `covers names of everybody, as anybody can have one under the public suffix "${suffix}": list the origins one by one`,
    ]),
  ),
];

for (const [pattern, said] of patternRows) {
  test(`the pattern "${pattern}" is a problem`, () => {
    const trustedOrigins = [{ pattern, sample: 'https://shop.example.test' }];
    expect(problemsOf(policyWith({ trustedOrigins }))).toBe(
      `trustedOrigins[0] ${JSON.stringify(pattern)} ${said}.`,
    );
  });
}

test('names under localhost, and under a name of one’s own on a shared host, are nobody else’s', () => {
  const trustedOrigins = [
    { pattern: 'http://*.localhost:*', sample: 'http://shop.localhost:3000' },
    { pattern: 'https://*.acme.github.io', sample: 'https://shop.acme.github.io' },
    { pattern: 'https://acme.github.io:*', sample: 'https://acme.github.io' },
  ];
  expect(problemsOf(policyWith({ trustedOrigins }))).toMatch(/^no PolicyError/);
});

test('all slips of patterns and samples are said at once', () => {
  const trustedOrigins = [
    'https://*.example.com',
    'https://*.github.io',
    { pattern: 'https://*.example.com', sample: 'https://a.b.example.com' },
    {
      pattern: 'https://*.example.com',
      sample: ['https://shop.example.com/', 'https://x.example.com', 'https://x.example.com'],
    },
    { pattern: 'http://localhost:*', sample: [] },
    { pattern: 'https://*.example.com:*', samples: 'https://shop.example.com' },
    { pattern: 5, sample: 7 },
    {},
    9,
  ];
  expect(problemsOf(policyWith({ trustedOrigins }))).toBe(
    [
      'The policy has 14 problems:',
      '- trustedOrigins[5].sample is missing: write an origin that the pattern covers, such as "https://shop.example.com", or a list of them.',
      '- trustedOrigins[5].samples is not a key that a policy has here: did you mean "sample"?',
      '- trustedOrigins[6].pattern 5 is a number: write a pattern, such as "https://*.example.com".',
      '- trustedOrigins[6].sample 7 is a number: write an origin that the pattern covers, such as "https://shop.example.com", or a list of them.',
      '- trustedOrigins[7].pattern is missing: write a pattern, such as "https://*.example.com".',
      '- trustedOrigins[7].sample is missing: write an origin that the pattern covers, such as "https://shop.example.com", or a list of them.',
      '- trustedOrigins[8] 9 is a number: write an origin, such as "https://app.example.com".',
      '- trustedOrigins[0] "https://*.example.com" is a pattern without a sample: write { pattern: "https://*.example.com", sample: "https://shop.example.com" }, with an origin that it covers and that must read.',
      '- trustedOrigins[1] "https://*.github.io" is a pattern that covers names of everybody, as anybody can have one under the public suffix "github.io": list the origins one by one.',
      '- trustedOrigins[3] "https://*.example.com" repeats trustedOrigins[2]: remove one of the two.',
      '- trustedOrigins[2].sample "https://a.b.example.com" is not covered by the pattern "https://*.example.com": write an origin that it covers, such as "https://shop.example.com".',
      '- trustedOrigins[3].sample[0] "https://shop.example.com/" is not a serialized origin: remove the trailing slash; write "https://shop.example.com".',
      '- trustedOrigins[3].sample[2] "https://x.example.com" repeats trustedOrigins[3].sample[1]: remove one of the two.',
      '- trustedOrigins[4].sample [] is empty, so that no page would show that the pattern is read: write an origin that the pattern covers, such as "http://localhost:3000".',
    ].join('\n'),
  );
});

test('the rules of origins hold for patterns and for samples', () => {
  const input = policyWith({
    target: 'https://api.example.com',
    trustedOrigins: [
      { pattern: 'http://*.example.com', sample: 'http://shop.example.com' },
      { pattern: 'https://*.example.com', sample: 'https://api.example.com' },
      { pattern: 'http://localhost:*', sample: 'http://localhost:3000' },
    ],
    routes: [{ path: '/users', methods: ['GET'], credentials: 'include' }],
  });
  expect(problemsOf(input)).toBe(
    [
      'The policy has 2 problems:',
      '- trustedOrigins[0] "http://*.example.com" is not secure, and routes[0] takes credentials: anybody on the network can act as its pages: write "https://*.example.com", or credentials: "omit".',
      '- trustedOrigins[1].sample "https://api.example.com" is the target\'s own origin, and CORS has no part in same-origin requests: remove it.',
    ].join('\n'),
  );
});

test('a pattern in CORS_ORIGIN is told where it can be declared', () => {
  const env = { CORS_TARGET_URL: 'https://api.example.com/users', CORS_ORIGIN: 'https://*.example.com' };
  expect(messageOf(() => policyFromEnv(env))).toBe(
    'CORS_ORIGIN "https://*.example.com" is a pattern without a sample: list the origins one by one, or declare the pattern in cors.policy.ts.',
  );
});
