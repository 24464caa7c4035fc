import { expect, test } from '@playwright/test';
import { findingsOf } from '../../../reports/read/findings.ts';
import type { Verdict } from '../../../src/model.ts';
import type { TrustedOriginInput } from '../../../src/policy/types.ts';
import { judgeServer } from '../../support/judge-server.ts';
import { standardEngine } from '../../support/standard-page.ts';

const app = 'https://app.example.com';
const admin = 'https://admin.example.com';

type IsLetIn = (origin: string) => boolean;

/** Judges a server that lets in whom `isLetIn` says, and is right in all else. */
const judged = (trustedOrigins: readonly TrustedOriginInput[], isLetIn: IsLetIn): Promise<Verdict[]> =>
  judgeServer(
    standardEngine.harness,
    standardEngine,
    {
      trustedOrigins,
      routes: [{ path: '/', methods: ['GET'], requestHeaders: ['x-request-id'], credentials: 'include' }],
      unknownPath: false,
    },
    ({ method, headers }, response) => {
      const { origin } = headers;
      response.setHeader('Vary', 'Origin, Access-Control-Request-Headers');
      if (origin !== undefined && isLetIn(origin)) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        if (method === 'OPTIONS') response.setHeader('Access-Control-Allow-Headers', 'x-request-id');
      }
      response.statusCode = method === 'OPTIONS' ? 204 : 200;
      response.end();
    },
  );

/**
 * Returns each finding as severity and name, with the number of its origins and the one that its sentences are about.
 */
const findingsIn = (verdicts: readonly Verdict[]): string[] =>
  findingsOf({ verdicts, fixes: [], accepted: [], levels: [] }).violations.map(
    ({ severity, name, example, verdicts: own }) =>
      [severity, name, example.origin, new Set(own.map(({ origin }) => origin)).size].join(' '),
  );

const hostOf = (origin: string): string => (origin === 'null' ? '' : new URL(origin).hostname);
const any =
  (pattern: RegExp): IsLetIn =>
  (origin) =>
    pattern.test(origin);

const rows: readonly (readonly [
  title: string,
  trusted: readonly string[],
  isLetIn: IsLetIn,
  findings: readonly string[],
])[] = [
  ['the whole origin', [app, admin], (origin) => [app, admin].includes(origin), []],
  [
    'the end of the domain',
    [app, admin],
    (origin) => origin.endsWith('example.com'),
    ['critical origin-suffix-trusted https://untrustedapp.example.com 16'],
  ],
  [
    'the end of the host',
    [app],
    (origin) => origin.endsWith('app.example.com'),
    ['critical origin-suffix-trusted https://untrustedapp.example.com 4'],
  ],
  [
    'the end of the domain, with its dot',
    [app],
    (origin) => origin.endsWith('.example.com'),
    ['high subdomain-trusted https://untrusted.app.example.com 7'],
  ],
  [
    'the end of the host name alone',
    [app],
    (origin) => hostOf(origin).endsWith('example.com'),
    ['critical origin-suffix-trusted https://untrustedapp.example.com 12'],
  ],
  [
    'the start',
    [app],
    (origin) => origin.startsWith(app),
    ['critical origin-prefix-trusted https://app.example.com.untrusted.test 3'],
  ],
  [
    'the start of the name',
    [app],
    (origin) => origin.startsWith('https://app'),
    ['critical origin-prefix-trusted https://app.example.com.untrusted.test 8'],
  ],
  [
    'the start, up to a dot',
    [app],
    (origin) => origin.startsWith('https://app.'),
    ['critical origin-prefix-trusted https://app.example.com.untrusted.test 6'],
  ],
  [
    'a part: the host',
    [app],
    (origin) => origin.includes('app.example.com'),
    ['critical origin-substring-trusted https://app.example.com.untrusted.test 8'],
  ],
  [
    'a part: the domain',
    [app, admin],
    (origin) => origin.includes('example.com'),
    ['critical origin-substring-trusted https://app.example.com.untrusted.test 24'],
  ],
  [
    'a part: the domain, with its dot',
    [app, admin],
    (origin) => origin.includes('.example.com'),
    ['critical origin-substring-trusted https://app.example.com.untrusted.test 20'],
  ],
  [
    'a pattern without anchors',
    [app],
    any(/app\.example\.com/),
    ['critical origin-substring-trusted https://app.example.com.untrusted.test 8'],
  ],
  [
    'a pattern without anchors and with bare dots',
    [app],
    any(/app.example.com/),
    ['critical origin-substring-trusted https://app.example.com.untrusted.test 10'],
  ],
  [
    'a pattern without a start and with bare dots',
    [app],
    any(/app.example.com$/),
    ['critical origin-suffix-trusted https://untrustedapp.example.com 6'],
  ],
  [
    'a pattern without an end and with bare dots',
    [app],
    any(/^https:\/\/app.example.com/),
    [
      'critical origin-prefix-trusted https://app.example.com.untrusted.test 3',
      'critical origin-unescaped-dot-trusted https://appxexample.com 2',
    ],
  ],
  [
    'a pattern with bare dots',
    [app],
    any(/^https:\/\/app.example.com$/),
    ['critical origin-unescaped-dot-trusted https://appxexample.com 2'],
  ],
  [
    'a pattern for any subdomain',
    [app],
    any(/^https:\/\/[^/]+\.example\.com$/),
    ['high subdomain-trusted https://untrusted.app.example.com 5'],
  ],
  [
    'a pattern for any subdomain, without its dot',
    [app],
    any(/^https:\/\/.*example\.com$/),
    ['critical origin-suffix-trusted https://untrustedapp.example.com 8'],
  ],
  [
    'a pattern for any subdomain and the domain',
    [app],
    any(/^https:\/\/(.+\.)?example\.com$/),
    [
      'high subdomain-trusted https://untrusted.app.example.com 5',
      'high parent-domain-trusted https://example.com 1',
    ],
  ],
  [
    'a pattern for any subdomain, without an end',
    [app],
    any(/^https:\/\/.+\.example\.com/),
    ['critical origin-substring-trusted https://app.example.com.untrusted.test 8'],
  ],
  [
    'a pattern for any scheme',
    [app],
    any(/^https?:\/\/app\.example\.com$/),
    ['high insecure-origin-trusted http://app.example.com 1'],
  ],
  [
    'a pattern for any port',
    [app],
    any(/^https:\/\/app\.example\.com(:\d+)?$/),
    ['medium origin-port-trusted https://app.example.com:8443 1'],
  ],
  [
    'the host name alone',
    [app],
    (origin) => hostOf(origin) === 'app.example.com',
    ['high insecure-origin-trusted http://app.example.com 3'],
  ],
  [
    'a pattern for any top-level domain',
    [app],
    any(/^https:\/\/app\.example\.[a-z]+$/),
    ['critical origin-top-level-domain-trusted https://app.example.test 2'],
  ],
  [
    'the list as one text',
    [app, admin],
    (origin) => [app, admin].join(' ').includes(origin),
    ['critical origin-truncated-trusted https://app.example.co 2'],
  ],
  [
    'the end of a registered name',
    ['https://example.com'],
    (origin) => origin.endsWith('example.com'),
    ['critical origin-suffix-trusted https://untrustedexample.com 4'],
  ],
  [
    'a part of a registered name',
    ['https://example.com'],
    (origin) => origin.includes('example'),
    ['critical origin-substring-trusted https://example.com.untrusted.test 12'],
  ],
  [
    'a public suffix',
    ['https://app.vercel.app'],
    (origin) => origin.endsWith('.vercel.app'),
    ['critical origin-suffix-trusted https://untrusted.vercel.app 6'],
  ],
  [
    'a shared host that the policy does not name',
    [app],
    (origin) => origin === app || /^https:\/\/[a-z0-9-]+\.vercel\.app$/.test(origin),
    ['critical shared-host-trusted https://untrusted.vercel.app 1'],
  ],
  [
    'the previews of a team',
    ['https://app-x7f3-acme.vercel.app'],
    any(/^https:\/\/app-[a-z0-9]+-acme\.vercel\.app$/),
    ['critical origin-suffix-trusted https://app-x7f4-acme.vercel.app 2'],
  ],
  [
    'the numbers of previews',
    ['https://pr-42.preview.acme.io'],
    any(/^https:\/\/pr-\d+\.preview\.acme\.io$/),
    ['high subdomain-trusted https://pr-43.preview.acme.io 1'],
  ],
  [
    'loopback on a neighbour port',
    ['http://localhost:3000'],
    any(/^http:\/\/localhost:300\d$/),
    ['medium origin-port-trusted http://localhost:3001 1'],
  ],
  [
    'loopback on any port',
    ['http://localhost:3000'],
    any(/^http:\/\/localhost(:\d+)?$/),
    ['medium origin-port-trusted http://localhost:8443 7'],
  ],
  [
    'the opaque origin',
    [app],
    (origin) => [app, 'null'].includes(origin),
    ['critical opaque-origin-trusted null 1'],
  ],
  ['every origin', [app], () => true, ['critical any-origin-with-credentials https://untrusted.test 35']],
];

for (const [title, trusted, isLetIn, findings] of rows) {
  test(`what is compared is ${title}: one finding for each mistake`, async () => {
    const verdicts = await judged(trusted, isLetIn);
    expect(findingsIn(verdicts)).toEqual(findings);
    expect(verdicts.filter(({ status }) => status === 'inconclusive')).toEqual([]);
  });
}

const shop = 'https://shop.example.com';
const one = { pattern: 'https://*.example.com', sample: shop };
const deep = { pattern: 'https://**.example.com', sample: [shop, 'https://a.b.example.com'] };
const ports = { pattern: 'http://localhost:*', sample: 'http://localhost:3000' };

/** Of a server that is right by a declared pattern nothing is found; of one that compares less, what it lets in. */
const patternRows: readonly (readonly [
  title: string,
  trusted: readonly TrustedOriginInput[],
  isLetIn: IsLetIn,
  findings: readonly string[],
])[] = [
  ['one label, as declared', [one], any(/^https:\/\/[a-z0-9-]+\.example\.com$/), []],
  ['the sample alone', [one], (origin) => origin === shop, []],
  [
    'any number of labels, of which one is declared',
    [one],
    any(/^https:\/\/.+\.example\.com$/),
    ['high subdomain-trusted https://untrusted.shop.example.com 1'],
  ],
  ['any number of labels, as declared', [deep], any(/^https:\/\/([a-z0-9-]+\.)+example\.com$/), []],
  [
    'the domain as well, which is not declared',
    [one],
    any(/^https:\/\/([a-z0-9-]+\.)?example\.com$/),
    ['high parent-domain-trusted https://example.com 1'],
  ],
  [
    'the domain as well, which is declared',
    [one, 'https://example.com'],
    any(/^https:\/\/([a-z0-9-]+\.)?example\.com$/),
    [],
  ],
  [
    'the end of the domain, without its dot',
    [one],
    (origin) => origin.endsWith('example.com'),
    ['critical origin-suffix-trusted https://untrustedexample.com 7'],
  ],
  [
    'the end of the domain, with its dot and by any scheme',
    [deep],
    (origin) => origin.endsWith('.example.com'),
    ['high insecure-origin-trusted http://shop.example.com 2'],
  ],
  [
    'a pattern without an end',
    [one],
    any(/^https:\/\/[a-z0-9-]+\.example\.com/),
    ['critical origin-prefix-trusted https://shop.example.com.untrusted.test 3'],
  ],
  [
    'a pattern with bare dots',
    [one],
    any(/^https:\/\/[a-z0-9-]+.example.com$/),
    ['critical origin-suffix-trusted https://untrustedexample.com 4'],
  ],
  [
    'any port, which is not declared',
    [one],
    any(/^https:\/\/[a-z0-9-]+\.example\.com(:\d+)?$/),
    ['medium origin-port-trusted https://shop.example.com:8443 1'],
  ],
  [
    'the parent of the domain under which names are declared',
    [{ pattern: 'https://*.apps.example.com', sample: 'https://shop.apps.example.com' }],
    any(/^https:\/\/([a-z0-9-]+\.)+example\.com$/),
    ['high subdomain-trusted https://untrusted.example.com 7'],
  ],
  ['any port of localhost, as declared', [ports], any(/^http:\/\/localhost(:\d+)?$/), []],
  [
    'localhost by any scheme, of which one is declared',
    [ports],
    any(/^https?:\/\/localhost(:\d+)?$/),
    ['medium loopback-origin-trusted https://localhost 1'],
  ],
  [
    'localhost without an end',
    [ports],
    any(/^http:\/\/localhost/),
    ['critical origin-prefix-trusted http://localhost.untrusted.test:3000 3'],
  ],
  ['every origin', [one], () => true, ['critical any-origin-with-credentials https://untrusted.test 32']],
];

for (const [title, trusted, isLetIn, findings] of patternRows) {
  test(`by a declared pattern, what is compared is ${title}`, async () => {
    const verdicts = await judged(trusted, isLetIn);
    expect(findingsIn(verdicts)).toEqual(findings);
    expect(verdicts.filter(({ status }) => status === 'inconclusive')).toEqual([]);
  });
}

test('a sample that is refused is a trusted page that is refused', async () => {
  const verdicts = await judged([deep], any(/^https:\/\/[a-z0-9-]+\.example\.com$/));
  expect(findingsIn(verdicts)).toEqual([
    'high origin-missing https://a.b.example.com 1',
    'high preflight-origin-missing https://a.b.example.com 1',
  ]);
});

test('what follows from a mistake is seen as what it is, and under its own name where it is no reading', async () => {
  const verdicts = await judged([app], (origin) => origin.endsWith('example.com'));
  const [finding] = findingsOf({ verdicts, fixes: [], accepted: [], levels: [] }).violations;
  const seenFrom = (origin: string): string[] =>
    verdicts
      .filter((one) => one.origin === origin && one.credentialsMode === 'include' && one.detail === '')
      .map(
        ({ diagnosis, severity, seen }) =>
          `${diagnosis} ${severity}: ${seen.replace(/127.0.0.1:\d+/, 'api')}`,
      );
  expect(seenFrom('http://app.example.com')).toEqual([
    'origin-suffix-trusted critical: A page at http://app.example.com, over plain http, reads GET http://api/.',
  ]);
  expect(seenFrom('https://appxexample.com')).toEqual([
    'origin-suffix-trusted critical: A page at https://appxexample.com, where a letter stands in place of a dot, reads GET http://api/.',
  ]);
  expect(finding?.following.map(({ diagnosis, detail }) => `${diagnosis} ${detail}`)).toEqual([
    'preflight-origin-granted with request headers',
  ]);
});

const tenants = Array.from({ length: 50 }, (_, index) => `https://tenant${index}.acme.net`);
const isTenant = (origin: string): boolean => tenants.includes(origin);

const manyRows: readonly (readonly [title: string, isLetIn: IsLetIn, findings: readonly string[]])[] = [
  ['the whole origin', isTenant, []],
  [
    'the end of the domain',
    (origin) => origin.endsWith('acme.net'),
    ['critical origin-suffix-trusted https://untrustedtenant0.acme.net 70'],
  ],
  [
    'the end of the domain, with its dot',
    (origin) => origin.endsWith('.acme.net'),
    ['high subdomain-trusted https://untrusted.tenant0.acme.net 65'],
  ],
  [
    'the start of each',
    (origin) => tenants.some((one) => origin.startsWith(one)),
    ['critical origin-prefix-trusted https://tenant0.acme.net.untrusted.test 9'],
  ],
  [
    'a part',
    (origin) => origin.includes('.acme.net'),
    ['critical origin-substring-trusted https://tenant0.acme.net.untrusted.test 77'],
  ],
  [
    'a list that is joined to one pattern',
    any(new RegExp(`^${tenants.join('|').replaceAll('.', '\\.')}$`)),
    ['critical origin-prefix-trusted https://tenant0.acme.net.untrusted.test 6'],
  ],
  [
    'a pattern with bare dots',
    any(/^https:\/\/tenant\d+.acme.net$/),
    [
      'critical origin-unescaped-dot-trusted https://tenant0xacme.net 6',
      'high subdomain-trusted https://tenant50.acme.net 1',
    ],
  ],
  [
    'a pattern for the numbers',
    any(/^https:\/\/tenant\d+\.acme\.net$/),
    ['high subdomain-trusted https://tenant50.acme.net 1'],
  ],
  [
    'any top-level domain',
    any(/^https:\/\/tenant\d+\.acme\.[a-z]+$/),
    [
      'critical origin-top-level-domain-trusted https://tenant0.acme.test 6',
      'high subdomain-trusted https://tenant50.acme.net 1',
    ],
  ],
  [
    'the list as one text',
    (origin) => tenants.join(' ').includes(origin),
    ['critical origin-truncated-trusted https://tenant0.acme.ne 3'],
  ],
  [
    'the host name',
    (origin) => isTenant(`https://${hostOf(origin)}`),
    ['high insecure-origin-trusted http://tenant0.acme.net 56'],
  ],
  [
    'the whole origin, and one over plain http',
    (origin) => isTenant(origin) || origin === 'http://tenant37.acme.net',
    ['high insecure-origin-trusted http://tenant37.acme.net 1'],
  ],
];

for (const [title, isLetIn, findings] of manyRows) {
  test(`of fifty origins what is compared is ${title}: as is found of one`, async () => {
    expect(findingsIn(await judged(tenants, isLetIn))).toEqual(findings);
  });
}
