import { expect } from '@playwright/test';
import { correctedSightOf } from '../../src/catalogue/corrected-sight.ts';
import type { CaseInEngine } from '../../src/catalogue/departure.ts';
import { diagnose } from '../../src/catalogue/diagnose.ts';
import { isSame, sightOf, type CaseEvidence } from '../../src/catalogue/evidence.ts';
import { expectedCorrection, expectedSight } from '../../src/catalogue/expected.ts';
import type { Engine } from '../../src/engines/engine.ts';

/** What a case shows of one side, beside what it has to show. */
interface Comparison {
  readonly claim: 'reproduced' | 'diagnosed' | 'corrected';
  readonly seen: unknown;
  readonly expected: unknown;
}

type Compare = (definition: CaseInEngine, evidence: CaseEvidence, engine: Engine) => Comparison;

/** What a case claims of the evidence of each of its sides, whether it was seen just now or recorded. */
const comparisons = {
  misconfigured: [
    (definition, evidence, engine) => ({
      claim: 'reproduced',
      seen: sightOf(evidence),
      expected: expectedSight(definition, engine, evidence.addresses),
    }),
    (definition, evidence, engine) => ({
      claim: 'diagnosed',
      seen: diagnose(definition.check, evidence, engine),
      expected: definition.expected.diagnosis,
    }),
  ],
  corrected: [
    (definition, evidence, engine) => ({
      claim: 'corrected',
      seen: correctedSightOf(definition, evidence, engine),
      expected: expectedCorrection(definition, engine, evidence.addresses),
    }),
  ],
} as const satisfies Record<string, readonly Compare[]>;

export type CaseSide = keyof typeof comparisons;

/** Fails unless the evidence of this side is what the case promises. */
export function expectSide(
  side: CaseSide,
  definition: CaseInEngine,
  evidence: CaseEvidence,
  engine: Engine,
): void {
  for (const compare of comparisons[side]) {
    const { claim, seen, expected } = compare(definition, evidence, engine);
    expect(seen, `${definition.id} is ${claim}`).toEqual(expected);
  }
}

/** Reports whether `expectSide` passes; without what comes after a first difference, and its text, which take long to make. */
export const sideHolds = (
  side: CaseSide,
  definition: CaseInEngine,
  evidence: CaseEvidence,
  engine: Engine,
): boolean =>
  comparisons[side].every((compare) => {
    const { seen, expected } = compare(definition, evidence, engine);
    return isSame(seen, expected);
  });
