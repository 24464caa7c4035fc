import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import { noCauses, withCause } from '../../../src/judge/causes.ts';
import { violates } from '../../../src/judge/finding.ts';
import { keptCopy } from '../../../src/judge/kept-copy.ts';
import { isFreshForBrowsers, isSharedForSomeTime } from '../../../src/judge/reusable.ts';
import { sharedCopy } from '../../../src/judge/shared-copy.ts';
import { uncachedUrl, withoutToken } from '../../../src/judge/uncached-url.ts';
import type { Heard } from '../../../src/judge/probed.ts';
import type { HeaderList, Observation } from '../../../src/model.ts';
import { siteOf } from '../../../src/plan/site-of.ts';
import type { Testimony } from '../../../src/judge/witnesses.ts';
import { exchange, observation } from './observation.ts';

const app = 'https://app.example.com';
const admin = 'https://admin.example.com';
const credentials: HeaderList[number] = ['Access-Control-Allow-Credentials', 'true'];
const allowing = (origin: string, ...more: HeaderList): HeaderList => [
  ['Access-Control-Allow-Origin', origin],
  credentials,
  ...more,
];

test('a token makes an address that no cache knows, and is taken from it again', () => {
  const rows = [
    'https://a.test/x',
    'https://a.test/x?y=1',
    'https://a.test/x#part',
    'https://a.test/x?y#part',
  ];
  expect(rows.map((url) => uncachedUrl(url, 't'))).toEqual([
    'https://a.test/x?cors-conformance-uncached=t',
    'https://a.test/x?y=1&cors-conformance-uncached=t',
    'https://a.test/x?cors-conformance-uncached=t#part',
    'https://a.test/x?y&cors-conformance-uncached=t#part',
  ]);
  expect(rows.map((url) => withoutToken(uncachedUrl(url, 't')))).toEqual(rows);
});

test('one site is a scheme and a registrable domain, whatever the port', () => {
  const rows = [
    ['https://app.example.co.uk', 'https://admin.example.co.uk:8443', true],
    ['https://a.example.co.uk', 'https://a.sample.co.uk', false],
    ['https://one.vercel.app', 'https://two.vercel.app', false],
    ['http://app.example.com', 'https://app.example.com', false],
    ['http://localhost:3000', 'http://localhost:5173', true],
    ['http://localhost:3000', 'http://127.0.0.1:3000', false],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:5173', true],
  ] as const;
  expect(rows.map(([one, other]) => siteOf(one) === siteOf(other))).toEqual(rows.map(([, , same]) => same));
});

const lifetimes: readonly [title: string, headers: HeaderList, browsers: boolean, shared: boolean][] = [
  ['nothing', [], false, false],
  ['a time', [['Cache-Control', 'max-age=60']], true, true],
  ['no time', [['Cache-Control', 'max-age=0']], false, false],
  ['a time for browsers', [['Cache-Control', 'private, max-age=60']], true, false],
  ['a time for shared caches', [['Cache-Control', 's-maxage=60']], false, true],
  ['both', [['Cache-Control', 'max-age=0, s-maxage=60']], false, true],
  ['no-store', [['Cache-Control', 'no-store, max-age=60']], false, false],
  ['a date', [['Expires', 'Thu, 01 Jan 2099 00:00:00 GMT']], true, true],
  [
    'a date that is over',
    [
      ['Date', 'Thu, 01 Jan 2026 00:00:00 GMT'],
      ['Expires', 'Thu, 01 Jan 2026 00:00:00 GMT'],
    ],
    false,
    false,
  ],
  ['0 for a date', [['Expires', '0']], false, false],
  ['Last-Modified', [['Last-Modified', 'Mon, 01 Jan 2024 00:00:00 GMT']], true, false],
  [
    'Last-Modified, to be asked for',
    [
      ['Last-Modified', 'Mon, 01 Jan 2024 00:00:00 GMT'],
      ['Cache-Control', 'no-cache'],
    ],
    false,
    false,
  ],
];

for (const [title, headers, browsers, shared] of lifetimes) {
  test(`how long a copy is good for: ${title}`, () => {
    const response = { status: 200, headers };
    expect([isFreshForBrowsers(response), isSharedForSomeTime(response)]).toEqual([browsers, shared]);
  });
}

const kept: HeaderList[number] = ['Cache-Control', 'max-age=60'];

const left = (headers: HeaderList): Observation =>
  observation({ pageOrigin: admin, exchanges: [exchange('actual', 200, headers)] });
const refused = (overrides: Partial<Observation> = {}): Observation =>
  observation({
    outcome: { kind: 'network-error', message: 'TypeError: Failed to fetch' },
    refusal: { code: 'AllowOriginMismatch', parameter: admin },
    exchanges: [],
    incomplete: 'The browser did not deliver all network events within 5000 ms.',
    ...overrides,
  });

const trials: readonly [title: string, left: Observation, refused: Observation, isCopy: boolean][] = [
  ['refused as the standard says, with nothing sent', left(allowing(admin, kept)), refused(), true],
  ['read', left(allowing(admin, kept)), observation({ exchanges: [] }), false],
  [
    'sent',
    left(allowing(admin, kept)),
    refused({ exchanges: [exchange('actual', 200, allowing(admin))] }),
    false,
  ],
  [
    'refused for another reason',
    left(allowing(admin, kept)),
    refused({ refusal: { code: 'MissingAllowOriginHeader', parameter: '' } }),
    false,
  ],
  ['refused by no reason of CORS', left(allowing(admin, kept)), refused({ refusal: null }), false],
  ['a copy that says Vary: Origin', left(allowing(admin, kept, ['Vary', 'Origin'])), refused(), false],
  ['nothing to keep', left(allowing(admin)), refused(), false],
  ['a copy that allows the page', left(allowing(app, kept)), refused(), false],
];

for (const [title, first, second, isCopy] of trials) {
  test(`a copy in the browser's own cache: ${title}`, () => {
    expect(keptCopy(first, second, chromium) !== null).toBe(isCopy);
  });
}

const read: Testimony = { kind: 'shared', quirks: [] };
const notAllowed: Testimony = { kind: 'refused', diagnosis: 'origin-mismatch', values: [admin] };
const heard = (status: number, headers: HeaderList, testimony: Testimony = notAllowed): Heard => ({
  observation: observation({ exchanges: [exchange('actual', status, headers)] }),
  testimony,
});
const other = heard(200, allowing(admin));

const shared: readonly [title: string, again: Heard | null, uncached: Heard | null, isCopy: boolean][] = [
  ['refused again, and read at another address', other, heard(200, allowing(app), read), true],
  ['refused at another address, too', other, other, false],
  ['read again', heard(200, allowing(app), read), heard(200, allowing(app), read), false],
  ['another status at the other address', other, heard(400, allowing(app), read), false],
  ['not asked again', null, heard(200, allowing(app), read), false],
  ['not asked at another address', other, null, false],
];

for (const [title, again, uncached, isCopy] of shared) {
  test(`a copy of a shared cache: ${title}`, () => {
    expect(sharedCopy(other, again, uncached, new Map()) !== null).toBe(isCopy);
  });
}

test('what is to be done first about a lost Vary is said of a copy that users meet, too', () => {
  const check = {
    id: 'vary GET',
    check: 'vary',
    route: '/items',
    origin: app,
    originRole: 'trusted',
    method: 'GET',
    credentialsMode: 'include',
    detail: '',
    url: 'https://api.example.com/items',
    expectation: { check: 'vary', on: 'actual', variants: [], declared: [], isOwn: true },
  } as const;
  const copy = { left: left(allowing(admin, kept)), refused: refused() };
  const causes = { ...noCauses, kept: new Map([[check.id, copy]]) };
  const lost = violates('vary-origin-missing', { cure: 'Have it append.' });
  const { finding } = withCause(check, { finding: lost, observation: null }, causes);
  expect(finding.status === 'violates' ? [finding.diagnosis, finding.filling.cure] : finding.status).toEqual([
    'cached-copy-of-another-origin',
    'Have it append.',
  ]);
});
