import {
  FixValueError,
  guessStack,
  isCuredByFix,
  stacks,
  type FixValues,
  type PrintableFix,
  type StackGuess,
} from '../../src/fix/fix.ts';
import { isOfApi, printFix, standIns } from '../../src/fix/print.ts';
import type { FixFile, ReportFix, Verdict } from '../../src/model.ts';
import type { PlannedFix } from '../../src/plan/report-contract.ts';
import { groupBy } from '../read/group-by.ts';
import type { ReadTest } from './target-tests.ts';

/**
 * Returns the fixes of a report, one for all routes that promise the same and that the same stack answers for. Pure.
 * `verdicts` are those of the report; `library` is every fix that can be printed.
 */
export function reportFixes(
  tests: readonly ReadTest[],
  verdicts: readonly Verdict[],
  library: readonly PrintableFix[],
): readonly ReportFix[] {
  const placed = new Map(verdicts.map((verdict, position) => [verdict.id, { verdict, position }]));
  const wanted = tests.flatMap(({ plan }) => {
    const found = plan.checks.flatMap(({ id }) => placed.get(id) ?? []);
    const inOrder = found.toSorted((one, other) => one.position - other.position);
    const own = inOrder.map(({ verdict }) => verdict);
    const cured = own.filter(isCured);
    if (plan.fix === null || cured.length === 0) return [];
    return [
      {
        position: inOrder.find(({ verdict }) => verdict === cured[0])?.position ?? 0,
        fix: plan.fix,
        stack: stackOf(plan.fix, own, library),
        cured,
      },
    ];
  });
  return groupBy(
    wanted.sort((a, b) => a.position - b.position),
    ({ fix: { values }, stack }) => JSON.stringify([values, stack?.id, stack?.from]),
  ).map((group, index) => {
    const [{ fix, stack }] = group;
    const cured = group.flatMap((one) => one.cured);
    return {
      id: `fix-${index + 1}`,
      stack,
      routes: [...new Set(cured.map(({ route }) => route))],
      verdicts: cured.map(({ id }) => id),
      ...filesFor(stack, { ...fix.values, ...standIns }, library),
    };
  });
}

const isCured = ({ status, diagnosis }: Verdict): boolean =>
  status === 'violates' && diagnosis !== null && isCuredByFix(diagnosis);

function stackOf(
  { stack }: PlannedFix,
  verdicts: readonly Verdict[],
  library: readonly PrintableFix[],
): ReportFix['stack'] {
  if (stack !== null) return { id: stack, name: stacks[stack].name, from: 'policy', hint: null };
  const answers = new Set(library.filter(isOfApi).map((fix) => fix.stack));
  const headers = verdicts.flatMap(({ exchanges }) =>
    exchanges.flatMap(({ response }) => response?.headers ?? []),
  );
  const guess: StackGuess | null = guessStack(headers, answers);
  return guess === null
    ? null
    : { id: guess.stack, name: stacks[guess.stack].name, from: 'guess', hint: guess.hint };
}

/** Returns every file of a known stack, and one of each stack otherwise. */
function filesFor(
  stack: ReportFix['stack'],
  values: FixValues,
  library: readonly PrintableFix[],
): Pick<ReportFix, 'files' | 'problems'> {
  const printed =
    stack === null
      ? library.filter((fix) => isOfApi(fix) && fix.preferred)
      : library
          .filter((fix) => fix.stack === stack.id)
          .sort((a, b) => Number(b.preferred) - Number(a.preferred));
  const files: FixFile[] = [];
  const problems: string[] = [];
  for (const fix of printed) {
    try {
      files.push(printFix(fix, values));
    } catch (error) {
      if (!(error instanceof FixValueError)) throw error;
      problems.push(`No file for ${stacks[fix.stack].name}, ${fix.variant}: ${error.problems.join(' ')}`);
    }
  }
  return { files, problems };
}
