import type { TestCase } from '@playwright/test/reporter';
import { caseAnnotationType } from '../../src/plan/report-contract.ts';
import { say } from '../../src/words/say.ts';
import { engineOrder } from '../read/by-engine.ts';
import { engineNames } from '../words/wording.ts';
import { engineOf } from './playwright-tests.ts';

/**
 * Returns how many cases of the catalogue hold, a phrase for each engine that played some; empty if none did.
 * `198 of 198 cases hold in Chromium`.
 */
export function casesThatHold(tests: readonly TestCase[]): readonly string[] {
  const played = tests.filter(({ annotations }) =>
    annotations.some(({ type }) => type === caseAnnotationType),
  );
  return engineOrder.flatMap((engine) => {
    const own = played.filter((test) => engineOf(test) === engine);
    const holding = own.filter((test) => test.outcome() === 'expected' && test.results.length > 0);
    const phrase =
      own.length === 1
        ? '{holding} of {all} case holds in {engine}'
        : '{holding} of {all} cases hold in {engine}';
    const said = { holding: holding.length, all: own.length, engine: engineNames[engine] };
    return own.length === 0 ? [] : [say(phrase, said)];
  });
}
