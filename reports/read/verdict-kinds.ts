import type { Verdict } from '../../src/model.ts';

/** Reports whether a verdict found what works, with a flaw. */
export function isHazard(verdict: Verdict): boolean {
  return verdict.status === 'violates' && verdict.kind === 'hazard';
}

/** Reports whether a verdict found what the policy forbids; a hazard is reported, but is none. */
export function isViolation(verdict: Verdict): boolean {
  return verdict.status === 'violates' && verdict.kind !== 'hazard';
}
