import { expect, test } from '../../fixtures/test.ts';
import { engineChoice } from '../../fixtures/stage/engine-choice.ts';
import { surround, type Surroundings } from '../../servers/fix-runner/backends.ts';
import { testValues } from '../../servers/fix-runner/conformance.ts';
import type { LoadedFix } from '../../servers/fix-runner/load.ts';
import { runFix, type RunningFix, type RunOptions } from '../../servers/fix-runner/run-fix.ts';
import type { Fix, FixValues } from '../../src/fix/fix.ts';
import { asCommonJs } from '../../src/fix/as-common-js.ts';
import { mayBeCommonJs, printFix } from '../../src/fix/print.ts';
import { loadPrintableFixes } from '../../src/fix/library.ts';
import slowSystems from '../../servers/slow-systems.json' with { type: 'json' };
import { versionsOf } from './need.ts';

const library = await loadPrintableFixes();

/** Origins that every fix is filled with, and one that it is not. */
export const trusted = ['https://app.example.com', 'https://admin.example.com'] as const;
export const untrusted = 'https://untrusted.example';

/**
 * Returns the systems that a fix has to run on: in the whole suite each; after a change the first, unless it is built for
 * longer than a change may wait.
 */
export const systemsToRun = ({ systems }: Fix): readonly string[] =>
  engineChoice.suite === 'all' ? systems : systems.slice(0, 1).filter((id) => !slowSystems.includes(id));

/** Reports whether a note beside the printed file says how it is written as CommonJS. */
export const hasCommonJs = ({ fix, app }: LoadedFix): boolean =>
  mayBeCommonJs(fix) && asCommonJs(app.get(fix.printed) ?? '') !== null;

/** What runs during `work`, and what it was filled with. */
export interface Run {
  readonly running: RunningFix;
  readonly around: Surroundings;
  readonly values: FixValues;
}

/**
 * Starts the fix, does `work`, and stops it whatever happens. Skips the test as `versionsOf` does if the system is
 * not here.
 */
export async function withFix<Result>(
  loaded: LoadedFix,
  options: Pick<RunOptions, 'system' | 'twin' | 'isApplied' | 'isCommonJs' | 'start'> & {
    readonly values?: Partial<FixValues>;
  },
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const versions = await versionsOf(options.system);
  test.info().annotations.push({ type: 'ran on', description: versions.join(', ') });
  const around = await surround(loaded.fix);
  try {
    const { backend, extraFiles } = around;
    const values = { ...testValues, ...options.values, origins: trusted, backend, port: 0 };
    const running = await runFix(loaded, { ...options, values, extraFiles, timeoutMs: 90_000 });
    try {
      if (options.twin === undefined && options.isCommonJs !== true) expectPrinted(loaded.fix, running);
      return await work({ running, around, values });
    } finally {
      await running.stop();
    }
  } finally {
    await around.stop();
  }
}

/** Fails unless a report prints the very file that runs, filled with the same values. */
function expectPrinted({ stack, variant, printed }: Fix, { files, values }: RunningFix): void {
  const texts = library
    .filter((one) => one.stack === stack && one.variant === variant)
    .map((one) => printFix(one, values).text);
  expect(texts).toEqual([files.get(printed)]);
}
