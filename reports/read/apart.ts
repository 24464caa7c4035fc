import { failsOn, usualLevel } from '../../src/baseline/level.ts';
import type { Report } from '../../src/model.ts';
import { say, type Word } from '../../src/words/say.ts';
import { acceptanceText } from './accepted.ts';
import type { Finding } from './findings.ts';

/** Returns the name of a finding with what tells its effect on the gate from that of others of its kind. */
export function withNote(name: string, finding: Finding): string {
  const note = noteOf(finding);
  return note === null ? name : say('{finding}, {note}', { finding: name, note: say(note) });
}

function noteOf({ acceptances, level, kind }: Finding): Word | null {
  if (acceptances.length > 0) return 'accepted';
  if (level === usualLevel({ kind })) return null;
  return level === 'off' ? 'off' : levelNotes[level];
}

const levelNotes = { error: 'level error', warn: 'level warn' } as const;

/** What is said of a finding's effect on the gate, and how a column names it. */
export const apartLabels = { Accepted: 'accepted', Off: 'off', Level: 'level' } as const;

/** Returns the same with its reasons: a label, and a text for it. */
export function apartTexts(
  finding: Finding,
): readonly (readonly [label: keyof typeof apartLabels, text: string])[] {
  const { acceptances, offReasons, level, kind } = finding;
  return [
    ...acceptances.map((one) => ['Accepted', say('until {day}', { day: acceptanceText(one) })] as const),
    ...offReasons.map((reason) => ['Off', reason] as const),
    ...(level === 'off' || acceptances.length > 0 || level === usualLevel({ kind })
      ? []
      : [['Level', say('{level}, as the policy says', { level })] as const]),
  ];
}

/** Returns how many of `findings` fail the gate by their level. */
export function effectOf(findings: readonly Finding[], { failOn }: Report['gate']): 'all' | 'some' | 'none' {
  const failing = findings.filter(({ level }) => failsOn(level, failOn));
  if (failing.length === 0) return 'none';
  return failing.length === findings.length ? 'all' : 'some';
}
