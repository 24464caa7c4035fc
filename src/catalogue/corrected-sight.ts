import type { Engine } from '../engines/engine.ts';
import type { CaseInEngine } from './departure.ts';
import { diagnose } from './diagnose.ts';
import { outcomeOf, type CaseEvidence } from './evidence.ts';
import type { CorrectedSight } from './expected.ts';

/** Reduces the evidence of a corrected case to what the case promises of it. */
export function correctedSightOf(
  { check }: CaseInEngine,
  evidence: CaseEvidence,
  engine: Engine,
): CorrectedSight {
  const { trusted } = evidence.companions;
  return {
    outcome: outcomeOf(evidence.main),
    console: evidence.main.console,
    diagnosis: diagnose(check, evidence, engine),
    trusted: check?.check === 'unreadable' && trusted !== undefined ? outcomeOf(trusted) : null,
  };
}
