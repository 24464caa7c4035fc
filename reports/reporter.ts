import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';
import { askedLanguage, languageVariable } from '../src/words/asked-language.ts';
import { languages, type Language } from '../src/words/language.ts';
import { say, speaking } from '../src/words/say.ts';
import { loadPrintableFixes } from '../src/fix/library.ts';
import { limitStep } from '../src/plan/report-contract.ts';
import { RunFolder, selectionName } from '../src/run/run-folder.ts';
import { casesThatHold } from './collect/case-tests.ts';
import { collect } from './collect/collect.ts';
import { ownVersion } from '../src/words/own-version.ts';
import { toTargetTest } from './collect/playwright-tests.ts';
import { createProgress, sumOf, type Counts, type Progress } from './terminal/progress.ts';
import { countsOf, reportExplains, type TargetTest } from './collect/target-tests.ts';
import { annotationLines } from './github/annotations.ts';
import { jobSummary, writeJobSummary } from './github/job-summary.ts';
import { earlierReport, earlierText, leaveEarlier, sincePlace } from './collect/earlier-report.ts';
import { compare, knownIn } from './read/compare.ts';
import { sinceOf } from './read/since.ts';
import { renderComparison } from './terminal/comparison.ts';
import type { Report, Verdict } from '../src/model.ts';
import { exitCodeOf } from './read/exit-code.ts';
import { exitCodes, type ExitCode } from '../src/words/exit-codes.ts';
import { textWidth } from './terminal/layout.ts';
import { colourPaint, isSet, plainPaint, wantsColour } from './terminal/paint.ts';
import { renderSummary } from './terminal/summary.ts';
import {
  errorLines,
  failureLines,
  hasFailed,
  saysNoTests,
  skippedLines,
  testName,
  totalsLine,
} from './terminal/test-results.ts';
import { visible, visibleLines } from './words/visible-text.ts';
import { renderedIn } from './words/in-language.ts';
import { asSentence, counted } from './words/wording.ts';
import { removeReport, writeReport } from './collect/write-report.ts';

/** The options in `reporter: [['cors-conformance/reporter', { … }]]`. */
export interface ReporterOptions {
  /**
   * Where the report is written, relative to the configuration's folder; `reports/out` unless given. The
   * environment variable `CORS_REPORT_DIR` goes before it.
   */
  readonly outputDir?: string;
  /** Prints what fails, the verdict and the gate alone, as `CORS_QUIET=1` does. */
  readonly quiet?: boolean;
  /**
   * The language of what people read; `CORS_LANG` goes before it, and without both it is that of the locale. `report.json`,
   * `report.sarif.json` and what is thrown by a browser or a runner stay as they are.
   */
  readonly language?: Language;
  /** Given by Playwright: the folder of the configuration. */
  readonly configDir?: string;
  /** Given by Playwright: `list` if the tests are only listed. */
  readonly _mode?: string;
}

/**
 * The Playwright reporter: shows how the run goes, prints the failures of tests that are about no target,
 * turns the target tests into one report in every format, and fails the run unless its gate is passed.
 * Never throws.
 */
export default class CorsConformanceReporter implements Reporter {
  readonly #outputDir: string;
  readonly #isList: boolean;
  readonly #isQuiet: boolean;
  readonly #language: Language;
  /** What was asked for that is no language. */
  readonly #noLanguage: string | null;
  readonly #paint = wantsColour(process.stdout, process.env) ? colourPaint : plainPaint;
  #tests: readonly TestCase[] = [];
  #progress: Progress;
  #failures = 0;
  /** Failures of tests that are about no target. */
  #otherTests = 0;
  #errors = 0;
  /** The exit code that an error outside of the tests asks for; the first one decides. */
  #errorCode: ExitCode | null = null;
  #hasCrashed = false;
  #removed: Promise<void> = Promise.resolve();
  /** Since which only what is new fails the gate: read before this run writes anything. */
  #earlier: { readonly place: string; readonly text: string } | null = null;
  readonly #counts = new Map<string, Counts>();

  constructor({
    outputDir,
    quiet = false,
    language,
    configDir = process.cwd(),
    _mode,
  }: ReporterOptions = {}) {
    const wished = process.env[reportDirVariable]?.trim() ?? '';
    this.#outputDir = resolve(configDir, wished !== '' ? wished : (outputDir ?? 'reports/out'));
    this.#isList = _mode === 'list';
    this.#isQuiet = quiet || isSet(process.env[quietVariable]);
    const asked = askedLanguage(process.env, { setting: language });
    // The workers say it in their tests' errors.
    if (language !== undefined) process.env[languageVariable] = asked.language;
    this.#language = asked.language;
    this.#noLanguage = asked.wrong;
    this.#progress = this.#newProgress(0);
  }

  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests();
    if (this.#isList || this.#tests.length === 0) return;
    // Whatever ends this run, nobody shall take the report of an earlier one for its own.
    const targets = this.#tests.filter((test) => toTargetTest(test) !== null);
    if (targets.length > 0) {
      this.#guard(() => this.#readEarlier());
      this.#removed = removeReport(this.#outputDir);
      // By these names a test finds the others whose requests it makes with its own.
      const names = targets.map((test) => selectionName(test.titlePath().slice(1)));
      const folder = RunFolder.create(names, process.env);
      process.once('exit', () => folder.remove());
      if (this.#earlier !== null) leaveEarlier(folder, this.#earlier.text);
    }
    // Playwright ends in order by SIGINT alone; a CI that cancels a job, or stops a container, sends SIGTERM.
    process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));
    this.#progress = this.#newProgress(this.#tests.length);
    if (this.#noLanguage !== null) {
      const all = languages.join(', ');
      this.#print(() => [
        say('{name} is no language. Write one of: {all}.', { name: visible(this.#noLanguage ?? ''), all }),
      ]);
    }
    if (!this.#isQuiet)
      this.#print(() => [say('Running {tests}', { tests: counted(this.#tests.length, 'test') })]);
  }

  onStdOut(chunk: string | Buffer): void {
    this.#printChunk(chunk);
  }

  onStdErr(chunk: string | Buffer): void {
    this.#printChunk(chunk);
  }

  onStepBegin(_test: TestCase, _result: TestResult, { category, title }: TestStep): void {
    if (category !== 'test.step') return;
    this.#guard(() =>
      this.#speaking(() => this.#progress.show(visible(title), { isLong: title.startsWith(say(limitStep)) })),
    );
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#guard(() => {
      const target = toTargetTest(test);
      if (target !== null) this.#counts.set(test.id, countsOf(target));
      if (hasFailed(test) && result === test.results.at(-1) && (target === null || !reportExplains(target))) {
        this.#failures += 1;
        if (target === null) this.#otherTests += 1;
        this.#print(() => failureLines(test, this.#failures, this.#paint));
      }
      this.#speaking(() => this.#progress.advance(sumOf([...this.#counts.values()])));
    });
  }

  onError(error: TestError): void {
    this.#guard(() => {
      // It follows from the error before it, which says why there are no tests.
      if (this.#errors > 0 && saysNoTests(error)) return;
      this.#errors += 1;
      this.#errorCode ??= codeOfError(error);
      this.#print(() => ['', ...errorLines(error)]);
    });
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] }> {
    this.#progress.end();
    if (this.#isList) return this.#list();
    try {
      const targets = this.#tests.flatMap((test) => toTargetTest(test) ?? []);
      // The report says why those that are about a target did not run.
      const others = this.#tests.filter((test) => toTargetTest(test) === null);
      const totals = (): readonly string[] => [
        '',
        totalsLine(this.#tests),
        ...(targets.length === 0 ? casesThatHold(this.#tests).map(asSentence) : []),
        ...skippedLines(others),
      ];
      this.#print(() => [...(this.#isQuiet ? [] : totals()), ...interruptionLines(result)]);
      await this.#removed;
      // A policy that is refused leaves no test to report on, and nobody shall read an earlier report instead.
      if (targets.length === 0 && this.#errors > 0) await removeReport(this.#outputDir);
      const { status, exitCode } =
        targets.length === 0
          ? { ...result, exitCode: this.#codeWithoutTargets(result) }
          : await this.#report(targets, result);
      if (!this.#hasCrashed) endWith(exitCode);
      return { status: this.#hasCrashed ? failed(status) : status };
    } catch (error) {
      this.#printCrash(error);
      return { status: failed(result.status) };
    }
  }

  #codeWithoutTargets({ status }: FullResult): ExitCode {
    return status === 'failed' ? (this.#errorCode ?? exitCodes.findings) : codesOfStatus[status];
  }

  async #report(
    targets: readonly TargetTest[],
    result: FullResult,
  ): Promise<Pick<FullResult, 'status'> & { readonly exitCode: ExitCode }> {
    const place = this.#earlier?.place ?? null;
    const earlier = this.#earlier === null ? null : earlierReport(this.#earlier.place, this.#earlier.text);
    const known = earlier === null ? () => null : knownIn(earlier);
    const isKnown = (verdict: Verdict): boolean => known(verdict) !== null;
    const collected = collect(targets, ownVersion(), await loadPrintableFixes(), isKnown);
    const comparison = earlier === null ? null : compare(earlier, collected);
    const report =
      comparison === null || place === null ? collected : { ...collected, since: sinceOf(comparison, place) };
    const { paths, failures } = await writeReport(report, this.#outputDir, { language: this.#language });
    const passed = report.gate.passed && failures.length === 0;
    const status = passed ? result.status : failed(result.status);
    const isOwn = failures.length === 0 && this.#otherTests === 0 && status !== 'interrupted';
    const exitCode =
      isOwn && !report.gate.passed ? (this.#errorCode ?? exitCodeOf(report, isKnown)) : codesOfStatus[status];
    const surroundings = { paint: this.#paint, width: textWidth(process.stdout.columns) };
    const summary = renderedIn(this.#language, report, (said) =>
      renderSummary(said, surroundings, {
        files: paths.map((path) => relative(process.cwd(), path)),
        catalogue: casesThatHold(this.#tests),
        otherFailures: [...failures, ...(said.gate.passed ? this.#otherFailures(result) : [])],
        exitCode,
        isQuiet: this.#isQuiet,
      }),
    );
    const compared =
      comparison === null || this.#isQuiet
        ? []
        : ['', this.#speaking(() => renderComparison(comparison, surroundings)).trimEnd()];
    const { env } = process;
    if (isSet(env['GITHUB_ACTIONS']))
      this.#progress.print([
        renderedIn(this.#language, without(report, isKnown), (said) => annotationLines(said).join('\n')),
      ]);
    const summaryFile = env['GITHUB_STEP_SUMMARY'] ?? '';
    if (summaryFile !== '')
      this.#guardSummary(() => {
        writeJobSummary(summaryFile, (room) =>
          renderedIn(this.#language, report, (said) => jobSummary(said, room)),
        );
      });
    this.#progress.print([...compared, ...(this.#isQuiet ? [] : ['']), summary.trimEnd()]);
    return { status, exitCode };
  }

  #readEarlier(): void {
    const place = sincePlace(process.env);
    if (place !== null) this.#earlier = { place, text: earlierText(place, process.cwd(), process.env) };
  }

  /** Returns sentences on why the run fails although the gate is passed. */
  #otherFailures({ status }: FullResult): readonly string[] {
    if (status === 'passed') return [];
    if (this.#errors > 0)
      return [say('The run had {errors} outside of its tests.', { errors: counted(this.#errors, 'error') })];
    if (this.#failures > 0)
      return [say('The gate is passed, but {tests} failed.', { tests: counted(this.#failures, 'test') })];
    return [say('The gate is passed, but the run ended as {status}.', { status })];
  }

  #list(): { status?: FullResult['status'] } {
    const names = this.#tests.map((test) => `  ${testName(test)}`);
    this.#print(() => [
      say('Listing tests:'),
      ...names,
      say('Total: {tests}', { tests: counted(this.#tests.length, 'test') }),
    ]);
    return {};
  }

  #printChunk(chunk: string | Buffer): void {
    const text = stripVTControlCharacters(chunk.toString()).replace(/\n$/, '');
    this.#guard(() => this.#progress.print(visibleLines(text)));
  }

  #newProgress(total: number): Progress {
    const { stdout, env } = process;
    const rewrite = stdout.isTTY && env['TERM'] !== 'dumb' && !isSet(env['CI']);
    const isQuiet = this.#isQuiet;
    return createProgress({ output: stdout, paint: this.#paint, rewrite, total, isQuiet, now: Date.now });
  }

  #speaking<Told>(tell: () => Told): Told {
    return speaking(this.#language, tell);
  }

  #print(lines: () => readonly string[]): void {
    this.#progress.print(this.#speaking(lines));
  }

  // A reporter that throws would hide the results of the run.
  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#hasCrashed = true;
      this.#printCrash(error);
    }
  }

  // What is shown beside the log must not decide how the run ends.
  #guardSummary(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#progress.print([`The job summary was not written: ${visible(String(error))}`]);
    }
  }

  #printCrash(error: unknown): void {
    const text = this.#speaking(() =>
      say('The reporter itself failed: {error}', { error: visible(String(error)) }),
    );
    process.stdout.write(`${text}\n`);
  }
}

/** Returns `report` without what `isKnown`: nobody made that by the change that is annotated. */
const without = (report: Report, isKnown: (verdict: Verdict) => boolean): Report => ({
  ...report,
  verdicts: report.verdicts.filter((verdict) => !isKnown(verdict)),
});

const reportDirVariable = 'CORS_REPORT_DIR';
const quietVariable = 'CORS_QUIET';

const codesOfStatus = {
  passed: exitCodes.passed,
  failed: exitCodes.findings,
  timedout: exitCodes.findings,
  interrupted: exitCodes.interrupted,
} as const satisfies Record<FullResult['status'], ExitCode>;

/** Returns the exit code that an error outside of the tests asks for: that of a wrong policy or variable, or of a missing browser. */
function codeOfError({ message = '' }: TestError): ExitCode {
  const text = stripVTControlCharacters(message);
  if (/^(?:Error: )?(?:PolicyError: |BrowserError: CORS_ENGINES names )/.test(text)) return exitCodes.policy;
  return /^(?:Error: )?BrowserError: /.test(text) ? exitCodes.witness : exitCodes.findings;
}

/** Lets this process end with `code`: Playwright knows 0, 1 and 130, and merge-reports no more than 0 and 1. */
function endWith(code: ExitCode): void {
  process.once('exit', (own) => {
    if (own !== exitCodes.interrupted && code !== exitCodes.passed) process.exitCode = code;
  });
}

/** Returns the status of a run that failed; one that was interrupted or timed out stays that. */
function failed(status: FullResult['status']): FullResult['status'] {
  return status === 'passed' ? 'failed' : status;
}

function interruptionLines({ status }: FullResult): readonly string[] {
  if (status === 'timedout') return [say('The run reached its global time limit.')];
  return status === 'interrupted' ? [say('The run was interrupted.')] : [];
}
