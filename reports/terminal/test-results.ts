import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Location, TestCase, TestError } from '@playwright/test/reporter';
import type { Paint } from './paint.ts';
import { visible, visibleLines } from '../words/visible-text.ts';
import { say } from '../../src/words/say.ts';
import { inSpoken } from '../words/in-language.ts';
import { counted, inRow } from '../words/wording.ts';

/** Reports whether `test` failed and no further attempt will follow. */
export function hasFailed(test: TestCase): boolean {
  return test.outcome() === 'unexpected' && test.results.length > test.retries;
}

/** Returns a failed test as lines: where it is, its title, and the errors of its last attempt. */
export function failureLines(test: TestCase, number: number, paint: Paint): readonly string[] {
  const errors = test.results.at(-1)?.errors ?? [];
  return [
    '',
    paint.bad(`  ${number}) ${testName(test)}`),
    ...errors.flatMap((error) => ['', ...errorLines(error).map((line) => `    ${line}`.trimEnd())]),
  ];
}

/** Reports whether Playwright says that it found no tests. */
export const saysNoTests = ({ message = '' }: TestError): boolean =>
  /^(?:Error: )?No tests found(?:\.|$)/.test(stripVTControlCharacters(message));

/** Returns an error as lines: its message, the code it points at, and where that is. */
export function errorLines(error: TestError): readonly string[] {
  const message = inSpoken(
    stripVTControlCharacters(
      error.message ?? error.stack ?? error.value ?? say('An error without a message.'),
    ),
  );
  const place = error.location === undefined ? [] : [say('at {place}', { place: placeOf(error.location) })];
  return [message, ...(error.snippet === undefined ? [] : ['', error.snippet, '']), ...place].flatMap(
    (text) => visibleLines(stripVTControlCharacters(text)),
  );
}

/** Returns `[project] › specs/some.spec.ts:12:3 › group › title`. */
export function testName(test: TestCase): string {
  const [, project = '', , ...titles] = test.titlePath();
  const parts = [
    ...(project === '' ? [] : [`[${project}]`]),
    placeOf(test.location),
    ...titles.filter((title) => title !== ''),
  ];
  return visible(parts.join(' › '));
}

/** Returns `2 passed, 1 failed, 0 skipped`, and what else there was. */
export function totalsLine(tests: readonly TestCase[]): string {
  const totals = { passed: 0, failed: 0, skipped: 0, flaky: 0, 'did not run': 0 };
  for (const test of tests) totals[outcomeOf(test)] += 1;
  const { passed, failed, skipped, flaky, ...others } = totals;
  return inRow([
    say('{passed} passed, {failed} failed, {skipped} skipped', { passed, failed, skipped }),
    ...(flaky > 0 ? [say('{count} flaky', { count: flaky })] : []),
    ...(others['did not run'] > 0 ? [say('{count} did not run', { count: others['did not run'] })] : []),
  ]);
}

/** Returns one line per reason for which some of `tests` were skipped, with how many; empty if none was. */
export function skippedLines(tests: readonly TestCase[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const test of tests.filter((one) => outcomeOf(one) === 'skipped')) {
    const annotations = test.results.at(-1)?.annotations ?? test.annotations;
    const reason =
      annotations.find(({ type }) => type === 'skip')?.description ?? say('no reason was given.');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) =>
    say('Skipped, {tests}: {reason}', {
      tests: counted(count, 'test'),
      reason: visible(inSpoken(reason)),
    }),
  );
}

type Outcome = 'passed' | 'failed' | 'skipped' | 'flaky' | 'did not run';

function outcomeOf(test: TestCase): Outcome {
  const last = test.results.at(-1);
  if (last === undefined || last.status === 'interrupted') return 'did not run';
  switch (test.outcome()) {
    case 'expected':
      return 'passed';
    case 'unexpected':
      return 'failed';
    case 'flaky':
      return 'flaky';
    case 'skipped':
      return 'skipped';
  }
}

function placeOf({ file, line, column }: Location): string {
  return `${relative(process.cwd(), file)}:${line}:${column}`;
}
