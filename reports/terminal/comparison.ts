import { sumOf, type Comparison, type Difference } from '../read/compare.ts';
import { say } from '../../src/words/say.ts';
import { counted, kindLabel, listed } from '../words/wording.ts';
import { visible } from '../words/visible-text.ts';
import { severityText } from './finding-lines.ts';
import { paragraph, type Surroundings } from './layout.ts';
import { inColumn } from './wrap.ts';

/** Requests of one finding that are named before the rest is counted. */
const mostNamed = 3;

/** Returns how a run differs from an earlier one, as a terminal shows it: what is new first. */
export function renderComparison(comparison: Comparison, surroundings: Surroundings): string {
  const { found, gone, changed, unseen, same } = comparison;
  const numbers = [
    say('{count} new', { count: sumOf(found) }),
    say('{count} gone', { count: sumOf(gone) }),
    say('{count} changed', { count: sumOf(changed) }),
    ...(unseen.length === 0 ? [] : [say('{count} not judged any more', { count: sumOf(unseen) })]),
    say('{count} as before', { count: same }),
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
          surroundings.paint.strong(say(title)),
          ...differences.flatMap((one) => ['', ...linesOf(one, surroundings)]),
        ],
  );
  return [say('Findings, each page by itself: {numbers}.', { numbers: listed(numbers) }), ...shown, ''].join(
    '\n',
  );
}

function linesOf(difference: Difference, surroundings: Surroundings): readonly string[] {
  const { diagnosis, route, severity, verdicts } = difference;
  const [first] = verdicts;
  const kind = first?.kind == null ? '' : ` (${kindLabel(first.kind)})`;
  const named = verdicts
    .slice(0, mostNamed)
    .map(({ method, credentialsMode, origin }) =>
      say('{request} from {origin}', { request: `${method} (${credentialsMode})`, origin }),
    );
  const more = verdicts.length - named.length;
  const requests = [...named, ...(more > 0 ? [counted(more, 'more request')] : [])];
  return [
    `  ${severityText(severity, surroundings.paint)}  ${visible(diagnosis)}${kind}  ${visible(route)}`,
    ...paragraph(listed(requests), surroundings, 4),
    ...answerLines(say('before'), difference.before, surroundings),
    ...answerLines(say('after'), difference.after, surroundings),
  ];
}

function answerLines(
  label: string,
  lines: readonly string[] | null,
  surroundings: Surroundings,
): readonly string[] {
  const [first = say('no answer'), ...others] = lines ?? [say('not asked, or not judged')];
  const shown = [`${inColumn(label, 8)}${first}`, ...others.map((line) => `${' '.repeat(8)}${line}`)];
  return shown.map((line) => surroundings.paint.faint(`    ${visible(line)}`));
}
