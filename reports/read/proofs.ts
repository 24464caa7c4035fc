import type { ProofOutcome, Report, Verdict } from '../../src/model.ts';
import type { Finding } from './findings.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { say, type Phrase } from '../../src/words/say.ts';
import { counted, listed } from '../words/wording.ts';

/** What was said of several verdicts of a finding, in the words of its proof. */
export interface SaidProof {
  readonly outcome: ProofOutcome;
  readonly said: string;
  readonly verdicts: readonly Verdict[];
}

/** Returns the different proofs of a finding, in order; empty if none was asked for. */
export function proofsOf(finding: Finding): readonly SaidProof[] {
  const proofs = finding.verdicts.flatMap((verdict) => {
    const { proof } = verdict;
    return proof === null ? [] : [{ ...proof, verdict }];
  });
  return groupBy(proofs, ({ outcome, said }) => `${outcome} ${said}`).map((group) => ({
    outcome: group[0].outcome,
    said: group[0].said,
    verdicts: group.map(({ verdict }) => verdict),
  }));
}

/** Returns what is said, and of how many checks where there are others. */
export function proofText({ said, verdicts }: SaidProof, finding: Finding): string {
  return verdicts.length === finding.verdicts.length
    ? said
    : say('{said} ({checks})', { said, checks: counted(verdicts.length, 'check') });
}

const outcomeTexts = {
  proved: 'proved',
  'still-fails': 'still failing',
  'opens-too-much': 'refused, as it opens too much',
  inconclusive: 'without a verdict',
  'not-tried': 'not tried',
} as const satisfies Record<ProofOutcome, Phrase>;

const isOutcome = (name: string): name is ProofOutcome => Object.hasOwn(outcomeTexts, name);

/** Returns one sentence on all proofs of a report; null if none was asked for. */
export function proofSummary({ verdicts }: Report): string | null {
  const outcomes = verdicts.flatMap(({ proof }) => (proof === null ? [] : [proof.outcome]));
  const counts = Object.keys(outcomeTexts)
    .filter(isOutcome)
    .map((outcome) => ({ outcome, count: outcomes.filter((one) => one === outcome).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  const texts = counts.map(({ outcome, count }) =>
    say('{count} {outcome}', { count, outcome: say(outcomeTexts[outcome]) }),
  );
  return say('Proofs in the browser, of {checks}: {outcomes}.', {
    checks: counted(outcomes.length, 'check'),
    outcomes: listed(texts),
  });
}
