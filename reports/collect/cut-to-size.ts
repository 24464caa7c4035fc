import type { Verdict } from '../../src/model.ts';
import { cutVerdict, usualLimits, type VerdictLimits } from '../../src/plan/cut-verdict.ts';

/** From the usual limits to what holds for any target. */
const ladder: readonly VerdictLimits[] = [
  usualLimits,
  { characters: 500, lines: 60 },
  { characters: 200, lines: 30 },
  { characters: 100, lines: 12 },
  { characters: 40, lines: 4 },
];

/** Characters that all verdicts may show of what the target sent; a large policy has its own share for each verdict. */
const allowed = (verdicts: number): number => Math.max(2_000_000, 3_000 * verdicts);

/**
 * Returns `verdicts` cut by the first limits under which they fit in a report that a person can open, whatever their
 * target sent.
 */
export function cutToSize(verdicts: readonly Verdict[]): readonly Verdict[] {
  let cut = verdicts;
  for (const limits of ladder) {
    cut = verdicts.map((verdict) => cutVerdict(verdict, limits));
    if (cut.reduce((sum, verdict) => sum + sizeOf(verdict), 0) <= allowed(verdicts.length)) break;
  }
  return cut;
}

/** Characters of what the target sent, as the JSON report writes it. */
const sizeOf = ({ console, exchanges, seen, why, remedy }: Verdict): number =>
  JSON.stringify([console, exchanges.map(({ url, response }) => [url, response]), seen, why, remedy], null, 2)
    .length;
