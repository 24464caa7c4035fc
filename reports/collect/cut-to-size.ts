import type { Exchange, Verdict } from '../../src/model.ts';
import { cuttingBy, usualLimits, type VerdictLimits } from '../../src/plan/cut-verdict.ts';
import { sayOnce } from '../../src/plan/said-once.ts';

/** What is cut of all verdicts, and of those that are as they should be. */
interface Rung {
  readonly all: VerdictLimits;
  readonly conforming: VerdictLimits;
}

const rung = (all: VerdictLimits): Rung => ({ all, conforming: { ...all, aboutCors: true } });

/** From the usual limits to what holds for any target. */
const ladder: readonly Rung[] = [
  { all: usualLimits, conforming: usualLimits },
  // What a server sends along, such as a policy with a nonce in each response, says nothing of what is refused.
  rung(usualLimits),
  rung({ characters: 500, lines: 60 }),
  rung({ characters: 200, lines: 30 }),
  rung({ characters: 100, lines: 12 }),
  rung({ characters: 40, lines: 4 }),
];

/**
 * Returns how many characters all verdicts may show of what the target sent; a large policy has its own share for each
 * verdict.
 */
const shownAtMost = (verdicts: number): number => Math.max(2_000_000, 3_000 * verdicts);

/** Returns how many characters all verdicts may have where each thing is said once. */
const writtenAtMost = (verdicts: number): number => Math.max(4_500_000, 150 * verdicts);

/**
 * Returns `verdicts` cut by the first limits under which they fit in a report that a person can open, whatever their
 * target sent.
 */
export function cutToSize(verdicts: readonly Verdict[]): readonly Verdict[] {
  let cut = verdicts;
  for (const { all, conforming } of ladder) {
    const [cutAny, cutConforming] = [cuttingBy(all), cuttingBy(conforming)];
    cut = verdicts.map((verdict) =>
      verdict.status === 'conforms' ? cutConforming(verdict) : cutAny(verdict),
    );
    if (fits(cut)) break;
  }
  return cut;
}

function fits(verdicts: readonly Verdict[]): boolean {
  const { length } = verdicts;
  return (
    shownBy(verdicts) <= shownAtMost(length) &&
    JSON.stringify(sayOnce(verdicts)).length <= writtenAtMost(length)
  );
}

/** Returns the characters of what the target sent, as a format shows them that says everything of each verdict. */
function shownBy(verdicts: readonly Verdict[]): number {
  const known = new Map<Exchange, number>();
  const sizeOf = (exchange: Exchange): number => {
    const before = known.get(exchange);
    if (before !== undefined) return before;
    // Each line stands in markup, or between quotes.
    const lines = (exchange.response?.headers ?? []).map(([name, value]) => name.length + value.length + 60);
    const size = lines.reduce((sum, length) => sum + length, exchange.url.length);
    known.set(exchange, size);
    return size;
  };
  return verdicts.reduce((sum, { console, exchanges, seen, why, remedy }) => {
    const texts = [...console, seen, why, remedy].reduce((total, text) => total + text.length, 0);
    return exchanges.reduce((total, exchange) => total + sizeOf(exchange), sum + texts);
  }, 0);
}
