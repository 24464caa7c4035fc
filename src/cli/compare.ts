import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readReport } from '../../reports/collect/read-report.ts';
import { compare } from '../../reports/read/compare.ts';
import { renderComparison } from '../../reports/terminal/comparison.ts';
import { textWidth } from '../../reports/terminal/layout.ts';
import { plainPaint } from '../../reports/terminal/paint.ts';
import { exitCodes } from '../words/exit-codes.ts';
import { plainText } from '../words/plain-text.ts';
import { optionSlip } from './option-slip.ts';
import type { Output } from './plan.ts';

const usage = `Usage: cors-conformance compare <old> <new>

Compares two runs by their report.json, each a file or an address: what is new, gone or answered otherwise, with the lines of
the CORS protocol before and after. The exit code is 1 only where something is new that fails the gate.

  --help, -h   print this`;

const help = 'cors-conformance compare --help says how.';

const options = {
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsConfig['options'];

/**
 * Compares two reports. Returns the exit code: 0 where nothing is new, 1 where something is, 2 where an argument or a
 * report is wrong, 3 or 4 where the later run did not see everything.
 */
export function compareCommand(args: readonly string[], cwd: string, { out, error }: Output): number {
  const refuse = (problems: readonly string[]): number => {
    error([...problems, help].join('\n'));
    return exitCodes.policy;
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) {
      out(usage);
      return exitCodes.passed;
    }
    if (positionals.length !== 2) {
      return refuse([`Two reports are compared, the older one first, and ${positionals.length} were named.`]);
    }
    const read = positionals.map((place) => ({ place, report: readReport(place, cwd) }));
    const problems = read.flatMap(({ place, report }) =>
      'problem' in report ? [`${plainText(place)} ${report.problem}: ${report.remedy}.`] : [],
    );
    const [before, after] = read.flatMap(({ report }) => ('problem' in report ? [] : [report]));
    if (before === undefined || after === undefined) return refuse(problems);
    const comparison = compare(before, after);
    const surroundings = { paint: plainPaint, width: textWidth(process.stdout.columns) };
    out(renderComparison(comparison, surroundings).trimEnd());
    out(`\nExit code ${comparison.exitCode}.`);
    return comparison.exitCode;
  } catch (cause) {
    const slip = optionSlip(cause, 'compare', Object.keys(options));
    if (slip === null) throw cause;
    return refuse([slip]);
  }
}
