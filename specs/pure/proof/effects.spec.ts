import { expect, test } from '@playwright/test';
import type { Verdict } from '../../../src/model.ts';
import { proofOf } from '../../../src/run/proof/proof-of.ts';
import { sideEffects } from '../../../src/run/proof/side-effects.ts';
import { untriedReason } from '../../../src/run/proof/untried.ts';
import { sampleVerdict } from '../reports/sample-verdict.ts';

const shared = {
  route: '/items',
  method: 'GET',
  credentialsMode: 'include',
  check: 'readable',
  originRole: 'trusted',
} as const;
const app = { ...shared, origin: 'https://app.example.com' };
const stranger = {
  ...shared,
  check: 'unreadable',
  originRole: 'untrusted',
  origin: 'https://untrusted.test',
} as const;

const violation = sampleVerdict({ ...app, diagnosis: 'origin-missing' });
const before = [violation, sampleVerdict(stranger)];

/** Returns what is said of the violation when its request and a stranger's come back so. */
function said(own: Verdict, other: Verdict): string {
  const { outcome, said: sentences } = proofOf(violation, own, sideEffects(before, [own, other]));
  return `${outcome}. ${sentences}`;
}

const conforming = sampleVerdict({ ...app, actual: [['Access-Control-Allow-Origin', app.origin]] });
const lost = { status: 'inconclusive', reason: 'The connection was reset.' } as const;

const rows: readonly (readonly [title: string, own: Verdict, other: Verdict, said: string])[] = [
  [
    'both as they should be',
    conforming,
    sampleVerdict(stranger),
    'proved. Proved: with these headers the browser accepts it.',
  ],
  [
    'no verdict on the request',
    sampleVerdict({ ...app, ...lost }),
    sampleVerdict(stranger),
    'inconclusive. Not proved: with these headers no verdict was reached. The connection was reset.',
  ],
  [
    'no verdict on the stranger',
    conforming,
    sampleVerdict({ ...stranger, ...lost }),
    'inconclusive. Not proved: whether these headers do harm is not known. The connection was reset.',
  ],
  [
    'a request that cannot be judged',
    sampleVerdict({ ...app, status: 'inapplicable', reason: 'It was held.' }),
    sampleVerdict(stranger),
    'not-tried. Not tried: It was held.',
  ],
  [
    'a stranger that reads',
    conforming,
    sampleVerdict({ ...stranger, diagnosis: 'any-origin' }),
    'opens-too-much. Refused: these headers open too much. any-origin: A page at https://untrusted.test, which is on no allow list, reads GET https://api.example.com/items.',
  ],
  [
    'neither',
    sampleVerdict({ ...app, diagnosis: 'origin-missing' }),
    sampleVerdict({ ...stranger, diagnosis: 'any-origin' }),
    'still-fails. Still fails with these headers: origin-missing: The response to GET https://api.example.com/items has no Access-Control-Allow-Origin header.',
  ],
];
for (const [title, own, other, expected] of rows) {
  test(`a replay with ${title}`, () => {
    expect(said(own, other)).toBe(expected);
  });
}

test('what no header of the CORS protocol has to do with is not tried', () => {
  const remedy = 'Do it otherwise.';
  const reasonOf = (diagnosis: Verdict['diagnosis']) => untriedReason({ ...violation, diagnosis, remedy });
  expect([
    reasonOf('origin-missing'),
    reasonOf('any-origin-with-credentials'),
    reasonOf('websocket-origin-unchecked'),
    reasonOf('cross-site-post-with-session'),
  ]).toEqual([
    null,
    null,
    'Not tried: response headers cannot make it right. Do it otherwise.',
    'Not tried: response headers cannot make it right. Do it otherwise.',
  ]);
});
