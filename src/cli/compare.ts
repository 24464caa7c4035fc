import { readReport } from '../../reports/collect/read-report.ts';
import { compare } from '../../reports/read/compare.ts';
import { renderComparison } from '../../reports/terminal/comparison.ts';
import { textWidth } from '../../reports/terminal/layout.ts';
import { plainPaint } from '../../reports/terminal/paint.ts';
import { plainText } from '../words/plain-text.ts';
import { say } from '../words/say.ts';
import { defineCommand } from './command.ts';

/**
 * Compares two reports. The exit code is 0 where nothing is new, 1 where something is, 2 where an argument or a report is
 * wrong, 3 or 4 where the later run did not see everything.
 */
export const compareCommand = defineCommand({
  name: 'compare',
  said: 'compare two reports: what is new, gone or answered otherwise',
  usage: ['<old> <new>'],
  about:
    'Compares two runs by their report.json, each a file or an address: what is new, gone or answered otherwise, with the lines of the CORS protocol before and after. The exit code is 1 only where something is new that fails the gate.',
  options: {},
  beside: 'words',
  faults: ({ words: { length } }) =>
    length === 2
      ? []
      : [say('Two reports are compared, the older one first, and {count} were named.', { count: length })],
  act: ({ words }, { cwd, out }) => {
    const read = words.map((place) => ({ place, report: readReport(place, cwd) }));
    const problems = read.flatMap(({ place, report }) =>
      'problem' in report ? [`${plainText(place)} ${report.problem}: ${report.remedy}.`] : [],
    );
    const [before, after] = read.flatMap(({ report }) => ('problem' in report ? [] : [report]));
    if (before === undefined || after === undefined) return problems;
    const comparison = compare(before, after);
    const surroundings = { paint: plainPaint, width: textWidth(process.stdout.columns) };
    out(renderComparison(comparison, surroundings).trimEnd());
    out(`\n${say('Exit code {code}.', { code: comparison.exitCode })}`);
    return comparison.exitCode;
  },
});
