import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { compare } from '../../reports/read/compare.ts';
import { reportSchema } from '../../reports/schema.ts';
import { renderComparison } from '../../reports/terminal/comparison.ts';
import { textWidth } from '../../reports/terminal/layout.ts';
import { plainPaint } from '../../reports/terminal/paint.ts';
import type { Report } from '../model.ts';
import { wholeReport } from '../plan/said-once.ts';
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

const fetchTimeoutMs = 30_000;

/**
 * Compares two reports. Resolves with the exit code: 0 where nothing is new, 1 where something is, 2 where an argument or a
 * report is wrong, 3 or 4 where the later run did not see everything.
 */
export async function compareCommand(
  args: readonly string[],
  cwd: string,
  { out, error }: Output,
): Promise<number> {
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
    const read = await Promise.all(positionals.map((place) => readReport(place, cwd)));
    const problems = read.filter((one) => typeof one === 'string');
    const [before, after] = read.filter((one) => typeof one !== 'string');
    if (before === undefined || after === undefined) return refuse(problems);
    const comparison = compare(before, after);
    const surroundings = { paint: plainPaint, width: textWidth(process.stdout.columns) };
    out(renderComparison(comparison, surroundings).trimEnd());
    return comparison.exitCode;
  } catch (cause) {
    const slip = optionSlip(cause, 'compare', Object.keys(options));
    if (slip === null) throw cause;
    return refuse([slip]);
  }
}

/** Resolves with the report at a path or an address, or with a sentence on why there is none. */
async function readReport(place: string, cwd: string): Promise<Report | string> {
  const name = plainText(place);
  let json: unknown;
  try {
    json = JSON.parse(
      /^https?:\/\//i.test(place) ? await fetched(place) : readFileSync(resolve(cwd, place), 'utf8'),
    );
  } catch (cause) {
    if (cause instanceof SyntaxError) return `${name} is no JSON: name a report.json.`;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return `${name} cannot be read (${plainText(code)}): name a report.json that is there.`;
  }
  const { data } = reportSchema.safeParse(json);
  if (data === undefined)
    return `${name} is no report.json of this version: run the older commit again with this version.`;
  try {
    return wholeReport(data);
  } catch {
    return `${name} is no whole report.json: it refers to what is not in it.`;
  }
}

async function fetched(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(fetchTimeoutMs) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.text();
}
