import { expect, test } from '@playwright/test';
import { definitionOf, diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import { adviceFor } from '../../../src/explain/advice.ts';
import { cureBy } from '../../../src/responder/cure.ts';
import { responderOf } from '../../../src/responder/responder.ts';
import { exchange } from '../judge/observation.ts';

test('explain names the people that a report names of the same diagnosis, where nothing shows who answered', () => {
  const response = { status: 403, headers: [], fromCache: false };
  const nobody = responderOf(exchange('actual', 403, []), response, null);
  const named = diagnosisIds.map((id) => {
    const { owner } = definitionOf(id);
    const cure = cureBy(nobody, id, owner);
    const explained = adviceFor(id, {}).changers.filter((one) => one !== 'browser');
    return { id, explained, reported: [cure.owner, ...cure.alsoOwners].map(asExplained) };
  });
  expect(nobody.kind).toBe('unknown');
  expect(named.map(({ id, explained }) => [id, explained])).toEqual(
    named.map(({ id, reported }) => [id, reported]),
  );
});

const asExplained = (owner: string): string => (owner === 'operator' ? 'proxy or operator' : owner);
