import type { ClaimExpectation, ClaimExperiment } from '../../../src/catalogue/claim.ts';

/**
 * Returns what is expected of the steps of an experiment, with one thing turned into its opposite each time: none of
 * these may be what is seen.
 */
export function flippedExpectations({ steps }: ClaimExperiment): ClaimExpectation[][] {
  const expected = steps.map((step) => step.expected);
  return [
    expected.slice(1),
    ...expected.flatMap((one, index) => flips(one).map((flipped) => expected.with(index, flipped))),
  ];
}

function flips(expected: ClaimExpectation): ClaimExpectation[] {
  const { outcome, seen, says, reads } = expected;
  return [
    {
      ...expected,
      outcome: outcome.startsWith('response') ? 'network-error origin-missing' : 'response 200',
    },
    {
      ...expected,
      outcome: outcome.startsWith('response') ? 'response 418' : 'network-error headers-malformed',
    },
    { ...expected, seen: [...seen, 'OPTIONS /'] },
    ...(seen.length === 0 ? [] : [{ ...expected, seen: seen.slice(1) }]),
    ...(says === undefined ? [] : [{ ...expected, says: `${says.slice(0, -1)}!` }]),
    ...(reads === undefined ? [] : [{ ...expected, reads: [...reads, 'x-never'] }]),
  ];
}
