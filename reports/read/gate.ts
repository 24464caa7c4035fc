import { failsGate } from '../../src/baseline/acceptance.ts';
import { levelOf } from '../../src/baseline/level.ts';
import type { Report, Verdict } from '../../src/model.ts';
import { acceptanceOf } from './accepted.ts';
import { listed } from '../../src/words/listed.ts';
import { isHazard, isViolation } from './verdict-kinds.ts';
import { inconclusive as unjudged } from './unjudged.ts';
import { visible } from '../words/visible-text.ts';
import { counted } from '../words/wording.ts';

/** What the gate is judged by. */
export interface Evidence {
  readonly failOn: Report['gate']['failOn'];
  readonly levels: Report['levels'];
  readonly planned: number;
  /** Checks that have a verdict on what was seen. */
  readonly ran: number;
  /** Checks whose verdicts follow from another one's. */
  readonly follow: number;
  readonly verdicts: readonly Verdict[];
  readonly accepted: Report['accepted'];
  /** Reports whether an earlier run found the same, so that it does not fail the gate. */
  readonly isKnown: (verdict: Verdict) => boolean;
  readonly unplanned: readonly Verdict[];
  readonly targets: readonly string[];
  /** Sentences on what could not be read. */
  readonly problems: readonly string[];
}

/**
 * Returns the gate of a report. It is passed only if something was planned, every planned check has a
 * verdict on what was seen or one that follows from such a verdict, and none is inconclusive or a violation that fails it by its level.
 */
export function judge(evidence: Evidence): Report['gate'] {
  const { failOn, planned, ran, follow } = evidence;
  const reasons = [...reasonsOf(evidence)];
  return { passed: reasons.length === 0, failOn, planned, ran, follow, reasons };
}

function* reasonsOf(evidence: Evidence): Generator<string> {
  const { failOn, levels, planned, ran, follow, verdicts, accepted, unplanned, targets, problems } = evidence;
  const acceptance = acceptanceOf({ accepted, levels });
  const failing = verdicts.filter(
    (verdict) => failsGate(verdict, acceptance(verdict), { failOn, levels }) && !evidence.isKnown(verdict),
  );
  if (planned === 0) yield 'No check was planned.';
  const unrun = planned - ran - follow;
  if (unrun > 0) yield `${unrun} of ${counted(planned, 'planned check')} did not run.`;
  const violations = failing.filter(isViolation);
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
  const hazards = failing.filter(isHazard);
  const errors = hazards.filter((verdict) => levelOf(verdict, levels) === 'error');
  const warnings = hazards.filter((verdict) => !errors.includes(verdict));
  if (errors.length > 0) {
    yield `${counted(errors.length, 'check')} found a hazard of level error: ${listed(ids(errors))}.`;
  }
  if (warnings.length > 0) {
    yield `${counted(warnings.length, 'check')} found a hazard, and failOn is "warn": ${listed(ids(warnings))}.`;
  }
  yield* acceptedReasons(accepted);
  if (unplanned.length > 0) yield `${counted(unplanned.length, 'verdict')} belonged to no planned check.`;
  if (targets.length > 1) yield `The tests name more than one target: ${listed(targets)}.`;
  yield* problems;
}

/** Yields why what is accepted fails the gate all the same: its day is past, or it is no longer there. */
function* acceptedReasons(accepted: Report['accepted']): Generator<string> {
  for (const { diagnosis, route, until, reason, fingerprints, gone, isOver } of accepted) {
    const name = `${diagnosis} on ${visible(route)}`;
    if (gone.length < fingerprints.length && isOver) {
      yield `${name} was accepted until ${until} (${visible(reason)}): cure it, or accept it anew with npx cors-conformance accept.`;
    }
    if (gone.length > 0) {
      const what =
        gone.length === fingerprints.length
          ? 'and no longer there'
          : `and in part (${gone.length} of ${counted(fingerprints.length, 'fingerprint')}) no longer there`;
      yield `${name} is accepted ${what}: npx cors-conformance accept --prune takes it out.`;
    }
  }
}

function ids(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.map(({ diagnosis }) => diagnosis ?? 'no diagnosis'))];
}

function verb(verdicts: readonly Verdict[], one: string, many: string): string {
  return verdicts.length === 1 ? one : many;
}
