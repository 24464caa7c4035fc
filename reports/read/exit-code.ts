import { failsGate } from '../../src/baseline/acceptance.ts';
import { unanswered } from '../../src/diagnoses/unanswered.ts';
import type { Report, Verdict } from '../../src/model.ts';
import { exitCodes, type ExitCode } from '../../src/words/exit-codes.ts';
import { acceptanceOf } from './accepted.ts';
import { inconclusive } from './unjudged.ts';

/**
 * Returns the exit code of a run by its report: what is found goes before what could not be seen, and a target that
 * answered nobody before a witness that is missing. What `isKnown` from an earlier run is not found by this one.
 */
export function exitCodeOf(report: Report, isKnown: (verdict: Verdict) => boolean = () => false): ExitCode {
  const { gate, verdicts, accepted, levels } = report;
  if (gate.passed) return exitCodes.passed;
  const acceptance = acceptanceOf(report);
  const isFound = verdicts.some(
    (verdict) =>
      verdict.status === 'violates' &&
      !isKnown(verdict) &&
      failsGate(verdict, acceptance(verdict), { failOn: gate.failOn, levels }),
  );
  if (isFound || accepted.some(({ gone }) => gone.length > 0)) return exitCodes.findings;
  const open = inconclusive(report);
  if (open.length === 0) return exitCodes.findings;
  const own = open.filter(({ followsFrom }) => followsFrom === null);
  return own.every(({ diagnosis }) => diagnosis !== null && unanswered.has(diagnosis))
    ? exitCodes.unreached
    : exitCodes.witness;
}
