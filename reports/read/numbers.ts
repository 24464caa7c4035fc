import { say } from '../../src/words/say.ts';
import type { Report } from '../../src/model.ts';
import { counted, inRow, ranText, type Noun } from '../words/wording.ts';
import type { Finding, Findings } from './findings.ts';

/** How many findings there are of a kind, and in how many checks they were seen. */
export interface Found {
  readonly findings: number;
  readonly checks: number;
}

/** What a run came to. A finding is what somebody has to act on; several checks may show it. */
export interface Numbers {
  readonly violations: Found;
  /** Those of the violations that are of level `warn`, and so do not fail the gate. */
  readonly warnings: number;
  readonly hazards: Found;
  readonly accepted: Found;
  readonly off: Found;
}

/** Returns what a run came to, as each format begins with it. */
export function numbersOf({ violations, hazards, accepted, off }: Findings): Numbers {
  return {
    violations: foundIn(violations),
    warnings: violations.filter(({ level }) => level === 'warn').length,
    hazards: foundIn(hazards),
    accepted: foundIn(accepted),
    off: foundIn(off),
  };
}

/** Returns how many findings there are, and in how many checks they were seen. */
export const foundIn = (findings: readonly Finding[]): Found => ({
  findings: findings.length,
  checks: findings.reduce((sum, { verdicts }) => sum + verdicts.length, 0),
});

/** How a number is shown where there are colours. */
export type Tone = 'bad' | 'warn' | 'good' | 'plain';

/** Returns the numbers of a report, in which `found` was found, as words, with the tone of each: `3 violations in 20 checks`. */
export function numberTexts(
  report: Report,
  found: Findings,
): readonly (readonly [text: string, tone: Tone])[] {
  const { gate, totals } = report;
  const { violations, warnings, hazards, accepted, off } = numbersOf(found);
  const told: readonly (readonly [text: string, tone: Tone] | null)[] = [
    [
      inRow([foundText(violations, 'violation'), ...(warnings > 0 ? [warningText(warnings)] : [])]),
      violations.findings === 0 ? 'good' : violations.findings > warnings ? 'bad' : 'warn',
    ],
    [foundText(hazards, 'hazard'), hazards.findings > 0 ? 'warn' : 'plain'],
    accepted.findings > 0 ? [say('{count} accepted', { count: accepted.findings }), 'warn'] : null,
    off.findings > 0 ? [say('{count} off', { count: off.findings }), 'warn'] : null,
    [say('{count} inconclusive', { count: totals.inconclusive }), totals.inconclusive > 0 ? 'warn' : 'plain'],
    [say('{count} conform', { count: totals.conforms }), 'plain'],
    totals.inapplicable > 0 ? [say('{count} not judged', { count: totals.inapplicable }), 'plain'] : null,
    totals.held > 0 ? [say('{count} held', { count: totals.held }), 'plain'] : null,
    [ranText(gate), 'plain'],
  ];
  return told.flatMap((one) => (one === null ? [] : [one]));
}

/** Returns `3 findings in 20 checks`: one cause seen from several origins is one finding. */
export const foundText = ({ findings, checks }: Found, noun: Noun): string =>
  findings === 0
    ? counted(0, noun)
    : say('{findings} in {checks}', { findings: counted(findings, noun), checks: counted(checks, 'check') });

/** Returns how many of the violations do not fail the gate. */
export const warningText = (warnings: number): string => say('{count} of level warn', { count: warnings });
