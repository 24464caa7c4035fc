import type { Finding, Correction } from '../read/findings.ts';
import { proofsOf, proofText } from '../read/proofs.ts';
import { say } from '../../src/words/say.ts';
import { fixLabel } from './fix-wording.ts';
import { counted, kindLabel, listed, whoAnswered, whoChanges } from './wording.ts';

/** What every format says of a finding, in these words; how it looks is the format's own. */
export interface FindingWords {
  readonly severity: string;
  readonly name: string;
  /** The empty string where it has none. */
  readonly kind: string;
  readonly route: string;
  readonly count: string;
  readonly seen: string;
  /** Who made the response; the empty string where that is not known. */
  readonly answered: string;
  readonly why: string;
  readonly remedy: string;
  /** Who has to change something; the empty string where nobody is known to. */
  readonly who: string;
  readonly proofs: readonly string[];
  /** The empty string where none is printed. */
  readonly fix: string;
}

/** Returns what every format says of a finding. */
export function findingWords(finding: Finding): FindingWords {
  const { severity, name, kind, route, example, verdicts, fix } = finding;
  return {
    severity,
    name,
    kind: kind === null ? '' : kindLabel(kind),
    route,
    count: counted(verdicts.length, 'check'),
    seen: example.seen,
    answered: whoAnswered(example),
    why: example.why,
    remedy: example.remedy,
    who: whoChanges(example),
    proofs: proofsOf(finding).map((proof) => proofText(proof, finding)),
    fix: fix === null ? '' : fixLabel(fix),
  };
}

/** Returns `HIGH origin-missing (too closed) on /users, in 2 checks`, where a finding has one line. */
export function titleOf({ severity, name, kind, route, count }: FindingWords): string {
  const what = kind === '' ? name : say('{finding} ({kind})', { finding: name, kind });
  return `${severity.toUpperCase()} ${say('{finding} on {route}, in {checks}', { finding: what, route, checks: count })}`;
}

/** Returns what is wrong, what to do, who has to and where the fix is, where a finding has one paragraph. */
export const paragraphOf = ({ seen, remedy, who, proofs, fix }: FindingWords): string =>
  [seen, remedy, who, ...proofs, ...(fix === '' ? [] : [say('{fix} of report.md.', { fix })])]
    .filter((sentence) => sentence !== '')
    .join(' ');

/** Returns which responses have to carry the lines of a correction. */
export function recipientsText({ origins, isOwn }: Correction, name = (origin: string) => origin): string {
  const all = listed(origins.map(name));
  return isOwn ? say('{origins}, to each with its own origin', { origins: all }) : all;
}
