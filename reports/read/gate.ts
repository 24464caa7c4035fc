import type { Report, Verdict } from '../../src/model.ts';
import { listed } from '../../src/words/listed.ts';
import { inconclusive as unjudged } from './unjudged.ts';
import { counted } from '../words/wording.ts';

/** What the gate is judged by. */
export interface Evidence {
  readonly failOnHazards: boolean;
  readonly planned: number;
  /** Checks that have a verdict on what was seen. */
  readonly ran: number;
  /** Checks whose verdicts follow from another one's. */
  readonly follow: number;
  readonly verdicts: readonly Verdict[];
  readonly unplanned: readonly Verdict[];
  readonly targets: readonly string[];
  /** Sentences on what could not be read. */
  readonly problems: readonly string[];
}

export function isHazard(verdict: Verdict): boolean {
  return verdict.status === 'violates' && verdict.kind === 'hazard';
}

/** Violations are what the policy forbids; a hazard is reported, but is none. */
export function isViolation(verdict: Verdict): boolean {
  return verdict.status === 'violates' && verdict.kind !== 'hazard';
}

/**
 * Returns the gate of a report. It is passed only if something was planned, every planned check has a
 * verdict on what was seen or one that follows from such a verdict, and none is a violation or inconclusive; hazards count only with `failOnHazards`.
 */
export function judge(evidence: Evidence): Report['gate'] {
  const { failOnHazards, planned, ran, follow } = evidence;
  const reasons = [...reasonsOf(evidence)];
  return { passed: reasons.length === 0, failOnHazards, planned, ran, follow, reasons };
}

function* reasonsOf(evidence: Evidence): Generator<string> {
  const { failOnHazards, planned, ran, follow, verdicts, unplanned, targets, problems } = evidence;
  if (planned === 0) yield 'No check was planned.';
  const unrun = planned - ran - follow;
  if (unrun > 0) yield `${unrun} of ${counted(planned, 'planned check')} did not run.`;
  const violations = verdicts.filter(isViolation);
  if (violations.length > 0) {
    yield `${counted(violations.length, 'check')} ${verb(violations, 'violates', 'violate')} the policy: ${listed(ids(violations))}.`;
  }
  const open = unjudged(evidence);
  const following = open.filter(({ followsFrom }) => followsFrom !== null).length;
  const inconclusive = open.length - following - unrun;
  if (inconclusive > 0) yield `${counted(inconclusive, 'check')} ran without reaching a verdict.`;
  if (following > 0) {
    yield `${counted(following, 'check')} ${following === 1 ? 'follows' : 'follow'} from one without a verdict.`;
  }
  const hazards = verdicts.filter(isHazard);
  if (failOnHazards && hazards.length > 0) {
    yield `${counted(hazards.length, 'check')} found a hazard, and failOnHazards is set: ${listed(ids(hazards))}.`;
  }
  if (unplanned.length > 0) yield `${counted(unplanned.length, 'verdict')} belonged to no planned check.`;
  if (targets.length > 1) yield `The tests name more than one target: ${listed(targets)}.`;
  yield* problems;
}

function ids(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.map(({ diagnosis }) => diagnosis ?? 'no diagnosis'))];
}

function verb(verdicts: readonly Verdict[], one: string, many: string): string {
  return verdicts.length === 1 ? one : many;
}
