import type { AcceptedFinding, SetLevel, Verdict } from '../model.ts';
import { acceptedBy, formerlyAcceptedBy, type Told } from './fingerprint.ts';
import { failsOn, levelOf, type Levelled } from './level.ts';

/** An accepted finding on the day of a run. `isOver`: the day until which it counts is past. */
export interface DatedAcceptance extends AcceptedFinding {
  readonly isOver: boolean;
}

/** Returns `baseline` as it counts on `today`, a day as `YYYY-MM-DD`. */
export const onDay = (baseline: readonly AcceptedFinding[], today: string): readonly DatedAcceptance[] =>
  baseline.map((one) => ({ ...one, isOver: one.until < today }));

/** Returns the day of `now` in UTC, as `YYYY-MM-DD`. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Returns a function that finds the acceptance of what a verdict found, or null where there is none. */
export function acceptanceIn<Acceptance extends AcceptedFinding>(
  baseline: readonly Acceptance[],
): (verdict: Pick<Verdict, 'status'> & Told) => Acceptance | null {
  const byFingerprint = new Map(baseline.flatMap((one) => one.fingerprints.map((print) => [print, one])));
  return (verdict) => {
    // Most runs have accepted nothing, and it takes hashes to find out.
    if (verdict.status !== 'violates' || byFingerprint.size === 0) return null;
    return byFingerprint.get(acceptedBy(verdict)) ?? byFingerprint.get(formerlyAcceptedBy(verdict)) ?? null;
  };
}

/** What of a policy decides which findings fail the gate. */
export interface Strictness {
  readonly failOn: 'error' | 'warn';
  readonly levels?: readonly SetLevel[];
}

/**
 * Reports whether a verdict fails the gate by itself: it is inconclusive, or a violation that nobody accepted, whose level
 * is one from which findings fail; whatever the level, where its acceptance is over. What is off never does.
 */
export function failsGate(
  verdict: Pick<Verdict, 'status'> & Levelled,
  acceptance: DatedAcceptance | null,
  { failOn, levels = [] }: Strictness,
): boolean {
  if (verdict.status === 'inconclusive') return true;
  if (verdict.status !== 'violates') return false;
  const level = levelOf(verdict, levels);
  if (level === 'off') return false;
  return acceptance === null ? failsOn(level, failOn) : acceptance.isOver;
}
