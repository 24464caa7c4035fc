import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { cases } from '../../../fixtures/cases.ts';
import { disagreements } from '../../../fixtures/disagreements.ts';
import type { EngineDisagreement } from '../../../src/catalogue/disagreement.ts';
import { differInCase, differInClaims } from './engine-answers.ts';

/** By kind, and by the name of the observation: what Chromium, Firefox and WebKit did. */
interface Observed {
  readonly outcomes: Readonly<Record<string, readonly unknown[]>>;
  readonly requests: Readonly<Record<string, readonly unknown[]>>;
  readonly preflightCache: Readonly<Record<string, readonly unknown[]>>;
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
}

const observed: Observed = JSON.parse(
  readFileSync(new URL('observed-disagreements.json', import.meta.url), 'utf8'),
);
const names = [observed.outcomes, observed.requests, observed.preflightCache, observed.facts].flatMap(
  (kind) => Object.keys(kind),
);

/** Returns what a row says and is not so; empty if it is shown as it says. */
function wrongIn({ shown }: EngineDisagreement): string[] {
  switch (shown.by) {
    case 'cases':
      return shown.cases.flatMap((id) => {
        const definition = cases.find((one) => one.id === id);
        if (definition === undefined) return [`${id}: there is no such case`];
        return shown.in
          .filter((aspect) => !differInCase(aspect, definition))
          .map((aspect) => `${id}: no two engines differ in ${aspect}`);
      });
    case 'claims': {
      const differ = differInClaims(shown.claims);
      if (differ === null) return [`${shown.claims.join(', ')}: one of them is no claim or no experiment`];
      return differ ? [] : [`${shown.claims.join(', ')}: the engines agree in one of them`];
    }
    case 'reason':
      return shown.reason === '' ? ['no reason'] : [];
    default:
      return shown satisfies never;
  }
}

test('each disagreement is shown as its row says, or says why not', () => {
  expect(disagreements.flatMap(wrongIn)).toEqual([]);
});

test('every observation of a disagreement belongs to one row, and none but those', () => {
  const told = disagreements.flatMap((row) => row.observed);
  expect(told.toSorted()).toEqual([...new Set(names)].toSorted());
});

test('every observation is one in which the engines differ', () => {
  const kinds = [observed.outcomes, observed.requests, observed.preflightCache, observed.facts];
  const alike = kinds.flatMap((kind) =>
    Object.entries(kind)
      .filter(([, [first, ...others]]) => others.every((other) => other === first))
      .map(([name]) => name),
  );
  expect(alike).toEqual([]);
});

test('a row whose cases or claims do not show it is found', () => {
  const row = (shown: EngineDisagreement['shown']): string[] => wrongIn({ said: '', observed: [], shown });
  expect([
    ...row({ by: 'cases', in: ['outcome'], cases: ['no-such-case'] }),
    // They agree in everything but the words.
    ...row({ by: 'cases', in: ['outcome', 'requests', 'cause'], cases: ['redirect-to-third-origin'] }),
    ...row({ by: 'cases', in: ['requests'], cases: ['preflight-route-missing'] }),
    ...row({ by: 'cases', in: ['precision'], cases: ['connection-reset'] }),
    ...row({ by: 'claims', claims: ['no-such-claim 1'] }),
    ...row({ by: 'claims', claims: ['third-party-cookies-gone 3'] }),
    ...row({ by: 'claims', claims: ['cookies-on-http-loopback 1'] }),
    ...row({ by: 'claims', claims: ['max-age-cap-of-chromium'] }),
    ...row({ by: 'reason', reason: '' }),
  ]).toEqual([
    'no-such-case: there is no such case',
    'redirect-to-third-origin: no two engines differ in outcome',
    'redirect-to-third-origin: no two engines differ in requests',
    'redirect-to-third-origin: no two engines differ in cause',
    'preflight-route-missing: no two engines differ in requests',
    'connection-reset: no two engines differ in precision',
    'no-such-claim 1: one of them is no claim or no experiment',
    'third-party-cookies-gone 3: one of them is no claim or no experiment',
    'cookies-on-http-loopback 1: the engines agree in one of them',
    'max-age-cap-of-chromium: the engines agree in one of them',
    'no reason',
  ]);
});
