import { expect, test } from '@playwright/test';
import { claimDepartures } from '../../../fixtures/claim-departures.ts';
import { claims } from '../../../fixtures/claims.ts';
import { engines } from '../../../fixtures/engines.ts';
import { isSame } from '../../../src/catalogue/evidence.ts';
import type { ClaimDeparture } from '../../../src/catalogue/claim-departure.ts';
import type { ClaimExperiment } from '../../../src/catalogue/claim.ts';

const experiments = new Map<string, ClaimExperiment>(
  claims.flatMap(({ id, shown }) =>
    shown.by !== 'experiment'
      ? []
      : shown.experiments.map((experiment, index) => [`${id} ${index + 1}`, experiment] as const),
  ),
);

/** Returns what a departure says that the experiment says too, or cannot say. */
function idle(name: string, { steps, inapplicable }: ClaimDeparture): string[] {
  const experiment = experiments.get(name);
  if (experiment === undefined) return [`${name}: there is no such experiment`];
  if (Object.keys(steps).length === 0) return inapplicable === true ? [] : [`${name}: departs in nothing`];
  return Object.entries(steps).flatMap(([number, expected]) => {
    const step = experiment.steps[Number(number) - 1];
    if (step === undefined) return [`${name}: there is no step ${number}`];
    const common = new Map<string, unknown>(Object.entries(step.expected));
    return Object.entries(expected ?? {}).flatMap(([member, value]) =>
      isSame(common.get(member), value) ? [`${name}: ${member} of step ${number} is that of the claim`] : [],
    );
  });
}

test('every departure of an engine departs from its claim, in each of its members', () => {
  const all = [...claimDepartures.values()].flatMap((departures) => Object.entries(departures));
  expect(all.flatMap(([name, departure]) => (departure === undefined ? [] : idle(name, departure)))).toEqual(
    [],
  );
});

test('a departure that departs from nothing is found', () => {
  const reason = 'It does nothing else.';
  expect([
    ...idle('no-such-claim 1', { reason, steps: {} }),
    ...idle('method-text 1', { reason, steps: {} }),
    ...idle('method-text 1', { reason, steps: { 2: { seen: [] } } }),
    ...idle('method-text 1', { reason, steps: { 1: { seen: ['OPTIONS /'], says: 'Otherwise.' } } }),
  ]).toEqual([
    'no-such-claim 1: there is no such experiment',
    'method-text 1: departs in nothing',
    'method-text 1: there is no step 2',
    'method-text 1: seen of step 1 is that of the claim',
  ]);
});

test('an experiment with a permission is inapplicable to an engine that cannot give it', () => {
  const asking = [...experiments].flatMap(([name, { steps }]) => {
    const asked = steps.flatMap(({ request }) => request.page?.permissions ?? []);
    return asked.length === 0 ? [] : [{ name, asked }];
  });
  const silent = Object.values(engines).flatMap((engine) =>
    asking
      .filter(({ asked }) => asked.some((permission) => engine.permissions?.includes(permission) !== true))
      .filter(({ name }) => claimDepartures.get(engine.id)?.[name]?.inapplicable !== true)
      .map(({ name }) => `${engine.id} ${name}`),
  );
  expect(asking.length).toBeGreaterThan(0);
  expect(silent).toEqual([]);
});
