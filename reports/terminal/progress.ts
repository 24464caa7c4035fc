import type { Paint } from './paint.ts';
import { say } from '../../src/words/say.ts';
import { counted, inRow } from '../words/wording.ts';

/** The part of `process.stdout` that is needed here. */
interface Output {
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Counts {
  readonly verdicts: number;
  readonly violations: number;
  readonly inconclusive: number;
}

export interface Progress {
  /** Prints whole lines, above the status line if there is one. */
  print(lines: readonly string[]): void;
  /** Says that one more test has ended. */
  advance(counts: Counts): void;
  /**
   * Says what a test is doing, in the status line if there is one; what `isLong`, or follows a long silence,
   * in a line of its own if there is none.
   */
  show(step: string, options?: { readonly isLong?: boolean }): void;
  /** Takes the status line away. */
  end(): void;
}

export interface ProgressOptions {
  readonly output: Output;
  readonly paint: Paint;
  /** `true`: one line that is written over; `false`: a line now and then. */
  readonly rewrite: boolean;
  readonly total: number;
  /** Whether lines now and then are not wanted. */
  readonly isQuiet?: boolean;
  /** In milliseconds. */
  readonly now: () => number;
}

/** After so long without a line, what a test is doing is one: an API that does not answer takes its time. */
const longestSilenceMs = 30_000;
/** Fewer tests than this end before a line now and then would tell anything. */
const fewTests = 20;
const eraseLine = '\r\u001b[2K';

export const sumOf = (all: readonly Counts[]): Counts => ({
  verdicts: all.reduce((sum, { verdicts }) => sum + verdicts, 0),
  violations: all.reduce((sum, { violations }) => sum + violations, 0),
  inconclusive: all.reduce((sum, { inconclusive }) => sum + inconclusive, 0),
});

/** Shows how far a run is. */
export function createProgress({
  output,
  paint,
  rewrite,
  total,
  isQuiet = false,
  now,
}: ProgressOptions): Progress {
  const startedAt = now();
  let toldAt = startedAt;
  let ended = 0;
  let counts = sumOf([]);
  let doing = '';
  let status = '';
  const erase = (): void => {
    if (status !== '') output.write(eraseLine);
  };
  const draw = (text: string): void => {
    erase();
    status = text;
    if (status !== '') output.write(paint.faint(status));
  };
  const tell = (text: string): void => {
    toldAt = now();
    output.write(`${paint.faint(text)}\n`);
  };
  const progress = (): string => statusText(ended, total, counts, Math.round((now() - startedAt) / 1000));
  const update = (): void => draw(`${progress()}${doing}`.slice(0, (output.columns ?? 80) - 1));
  return {
    print(lines) {
      erase();
      output.write(lines.map((line) => `${line}\n`).join(''));
      if (status !== '') output.write(paint.faint(status));
    },
    advance(found) {
      ended += 1;
      counts = found;
      if (rewrite) update();
      else if (!isQuiet && isMilestone(ended, total)) tell(progress());
    },
    show(step, { isLong = false } = {}) {
      doing = `: ${step}`;
      if (rewrite) update();
      else if (!isQuiet && (isLong || now() - toldAt >= longestSilenceMs)) tell(`${progress()}${doing}`);
    },
    end() {
      draw('');
    },
  };
}

function statusText(
  ended: number,
  total: number,
  { verdicts, violations, inconclusive }: Counts,
  seconds: number,
): string {
  const unknown = inconclusive === 0 ? [] : [say('{count} inconclusive', { count: inconclusive })];
  const found =
    verdicts === 0
      ? ''
      : inRow(['', counted(verdicts, 'verdict'), counted(violations, 'violation'), ...unknown]);
  return `  ${say('{ended} of {tests}{found}, {seconds} s', { ended, tests: counted(total, 'test'), found, seconds })}`;
}

/** Reports whether another tenth of the tests has ended. Retries may end more tests than there are. */
function isMilestone(ended: number, total: number): boolean {
  if (total < fewTests || ended >= total) return false;
  return Math.floor((ended * 10) / total) > Math.floor(((ended - 1) * 10) / total);
}
