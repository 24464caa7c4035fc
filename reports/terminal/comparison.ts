import { sumOf, type Comparison, type Difference } from '../read/compare.ts';
import { counted } from '../../src/words/counted.ts';
import { listed } from '../../src/words/listed.ts';
import { visible } from '../words/visible-text.ts';
import { paragraph, type Surroundings } from './layout.ts';

/** Requests of one finding that are named before the rest is counted. */
const mostNamed = 3;

/** Returns how a run differs from an earlier one, as a terminal shows it: what is new first. */
export function renderComparison(comparison: Comparison, surroundings: Surroundings): string {
  const { found, gone, changed, unseen, same } = comparison;
  const numbers = [
    `${sumOf(found)} new`,
    `${sumOf(gone)} gone`,
    `${sumOf(changed)} changed`,
    ...(unseen.length === 0 ? [] : [`${sumOf(unseen)} not judged any more`]),
    `${same} as before`,
  ];
  const sections = [
    ['NEW', found],
    ['CHANGED', changed],
    ['GONE', gone],
    ['NOT JUDGED ANY MORE', unseen],
  ] as const;
  const shown = sections.flatMap(([title, differences]) =>
    differences.length === 0
      ? []
      : [
          '',
          surroundings.paint.strong(title),
          ...differences.flatMap((one) => ['', ...linesOf(one, surroundings)]),
        ],
  );
  return [`Findings, each page by itself: ${listed(numbers)}.`, ...shown, ''].join('\n');
}

function linesOf(difference: Difference, surroundings: Surroundings): readonly string[] {
  const { diagnosis, route, severity, isHazard, verdicts } = difference;
  const named = verdicts
    .slice(0, mostNamed)
    .map(({ method, credentialsMode, origin }) => `${method} (${credentialsMode}) from ${origin}`);
  const more = verdicts.length - named.length;
  const requests = [...named, ...(more > 0 ? [`${counted(more, 'more request')}`] : [])];
  return [
    `  ${(isHazard ? 'hazard' : severity).toUpperCase()}  ${visible(diagnosis)}  ${visible(route)}`,
    ...paragraph(listed(requests), surroundings, 4),
    ...answerLines('before', difference.before, surroundings),
    ...answerLines('after', difference.after, surroundings),
  ];
}

function answerLines(
  label: string,
  lines: readonly string[] | null,
  surroundings: Surroundings,
): readonly string[] {
  const [first = 'no answer', ...others] = lines ?? ['not asked, or not judged'];
  const shown = [`${label.padEnd(8)}${first}`, ...others.map((line) => `${' '.repeat(8)}${line}`)];
  return shown.map((line) => surroundings.paint.faint(`    ${visible(line)}`));
}
