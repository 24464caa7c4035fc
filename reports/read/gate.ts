import { failsGate } from '../../src/baseline/acceptance.ts';
import { levelOf } from '../../src/baseline/level.ts';
import type { Report, Verdict } from '../../src/model.ts';
import { acceptanceOf } from './accepted.ts';
import { listed } from '../../src/words/listed.ts';
import { isHazard, isViolation } from './verdict-kinds.ts';
import { inconclusive as unjudged } from './unjudged.ts';
import { visible } from '../words/visible-text.ts';
import { counted } from '../words/wording.ts';
import { say } from '../../src/words/say.ts';

/** What the gate is judged by. */
export interface Evidence {
  readonly failOn: Report['gate']['failOn'];
  readonly levels: Report['levels'];
  readonly planned: number;
  /** Checks that have a verdict on what was seen. */
  readonly ran: number;
  /** Checks whose verdicts follow from another one's. */
  readonly follow: number;
  /** Checks that have a verdict without a browser. */
  readonly withoutBrowser?: number;
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
  const { failOn, planned, ran, follow, withoutBrowser = 0 } = evidence;
  const reasons = [...reasonsOf(evidence)];
  return {
    passed: reasons.length === 0,
    failOn,
    planned,
    ran,
    follow,
    ...(withoutBrowser === 0 ? {} : { withoutBrowser }),
    reasons,
  };
}

function* reasonsOf(evidence: Evidence): Generator<string> {
  const { failOn, levels, planned, ran, follow, verdicts, accepted, unplanned, targets, problems } = evidence;
  const acceptance = acceptanceOf({ accepted, levels });
  const failing = verdicts.filter(
    (verdict) => failsGate(verdict, acceptance(verdict), { failOn, levels }) && !evidence.isKnown(verdict),
  );
  if (planned === 0) yield say('No check was planned.');
  const unrun = planned - ran - follow - (evidence.withoutBrowser ?? 0);
  if (unrun > 0)
    yield say('{count} of {checks} did not run.', {
      count: unrun,
      checks: counted(planned, 'planned check'),
    });
  const violations = failing.filter(isViolation);
  if (violations.length > 0) {
    yield say(
      violations.length === 1
        ? '{checks} violates the policy: {names}.'
        : '{checks} violate the policy: {names}.',
      { checks: counted(violations.length, 'check'), names: listed(ids(violations)) },
    );
  }
  const open = unjudged(evidence);
  const following = open.filter(({ followsFrom }) => followsFrom !== null).length;
  const inconclusive = open.length - following - unrun;
  if (inconclusive > 0)
    yield say('{checks} ran without reaching a verdict.', { checks: counted(inconclusive, 'check') });
  if (following > 0) {
    yield say(
      following === 1
        ? '{checks} follows from one without a verdict.'
        : '{checks} follow from one without a verdict.',
      { checks: counted(following, 'check') },
    );
  }
  const hazards = failing.filter(isHazard);
  const errors = hazards.filter((verdict) => levelOf(verdict, levels) === 'error');
  const warnings = hazards.filter((verdict) => !errors.includes(verdict));
  if (errors.length > 0) {
    yield say('{checks} found a hazard of level error: {names}.', {
      checks: counted(errors.length, 'check'),
      names: listed(ids(errors)),
    });
  }
  if (warnings.length > 0) {
    yield say('{checks} found a hazard, and failOn is "warn": {names}.', {
      checks: counted(warnings.length, 'check'),
      names: listed(ids(warnings)),
    });
  }
  yield* acceptedReasons(accepted);
  if (unplanned.length > 0) {
    yield say('{verdicts} belonged to no planned check.', {
      verdicts: counted(unplanned.length, 'verdict'),
    });
  }
  if (targets.length > 1) {
    yield say('The tests name more than one target: {targets}.', { targets: listed(targets) });
  }
  yield* problems;
}

/** Yields why what is accepted fails the gate all the same: its day is past, or it is no longer there. */
function* acceptedReasons(accepted: Report['accepted']): Generator<string> {
  for (const { diagnosis, route, until, reason, fingerprints, gone, isOver } of accepted) {
    const finding = { diagnosis, route: visible(route) };
    if (gone.length < fingerprints.length && isOver) {
      yield say(
        '{diagnosis} on {route} was accepted until {until} ({reason}): cure it, or accept it anew with npx cors-conformance accept.',
        { ...finding, until, reason: visible(reason) },
      );
    }
    if (gone.length > 0) {
      yield gone.length === fingerprints.length
        ? say(
            '{diagnosis} on {route} is accepted and no longer there: npx cors-conformance accept --prune takes it out.',
            finding,
          )
        : say(
            '{diagnosis} on {route} is accepted and in part ({count} of {fingerprints}) no longer there: npx cors-conformance accept --prune takes it out.',
            { ...finding, count: gone.length, fingerprints: counted(fingerprints.length, 'fingerprint') },
          );
    }
  }
}

function ids(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.map(({ diagnosis }) => diagnosis ?? say('no diagnosis')))];
}
