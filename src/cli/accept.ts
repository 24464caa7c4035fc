import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { accept, select, without, type Found } from '../baseline/accept.ts';
import { dayOf } from '../baseline/acceptance.ts';
import { baselineName, baselineText, isDay, loadBaseline } from '../baseline/baseline-file.ts';
import { foundInReport, type FoundInReport } from '../baseline/found-in-report.ts';
import { plainText } from '../words/plain-text.ts';
import type { AcceptedFinding } from '../model.ts';
import { PolicyError } from '../policy/policy.ts';
import { counted } from '../words/counted.ts';
import { optionSlip } from './option-slip.ts';
import type { Output } from './plan.ts';

const usage = `Usage: cors-conformance accept --reason <why> --until <YYYY-MM-DD> [which]
       cors-conformance accept --prune

Writes what the last run found into ${baselineName}: until the end of that day it does not fail the gate. Commit the file.

  --reason <why>         why it is accepted
  --until <day>          the last day, in UTC
  --diagnosis <id>       only this diagnosis; as this and the next two may be given several times
  --route <path>         only this route, as the policy writes its path
  --fingerprint <print>  only this fingerprint of report.json
  --prune                take out what the last run did not find any more
  --report <file>        the report of the run; without it reports/out/report.json, or in CORS_REPORT_DIR
  --help, -h             print this`;

const help = 'cors-conformance accept --help lists the options.';

const options = {
  reason: { type: 'string' },
  until: { type: 'string' },
  diagnosis: { type: 'string', multiple: true },
  route: { type: 'string', multiple: true },
  fingerprint: { type: 'string', multiple: true },
  prune: { type: 'boolean', default: false },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsConfig['options'];

/**
 * Accepts what the last run found, or takes out of the baseline what it did not find. Returns the exit code: 0, or 2 where
 * nothing was written, because an argument, the report or the baseline is wrong or nothing was found of what was named.
 */
export function acceptCommand(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  { out, error }: Output,
  now: Date = new Date(),
): number {
  const refuse = (problems: readonly string[]): number => {
    error(problems.join('\n'));
    return 2;
  };
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) {
      out(usage);
      return 0;
    }
    const problems = values.prune ? pruneProblems(values) : acceptProblems(values, dayOf(now));
    if (problems.length > 0) return refuse([...problems, help]);
    const path = resolve(
      cwd,
      values.report ?? join(env['CORS_REPORT_DIR']?.trim() || 'reports/out', 'report.json'),
    );
    const report = readReport(path);
    if (typeof report === 'string') return refuse([report]);
    const before = loadBaseline(cwd);
    if (values.prune) {
      const after = without(before, report.gone);
      write(cwd, after);
      out(`${baselineName}: ${counted(report.gone.length, 'fingerprint')} taken out. ${standing(after)}`);
      return 0;
    }
    const {
      diagnosis: diagnoses = [],
      route: routes = [],
      fingerprint: fingerprints = [],
      reason = '',
      until = '',
    } = values;
    const chosen = select(report.found, { diagnoses, routes, fingerprints });
    if (chosen.length === 0) return refuse([nothingFound(report.found, path)]);
    const after = accept(before, chosen, { reason: reason.trim(), until });
    write(cwd, after);
    for (const found of chosen) out(`accepted until ${until}: ${nameOf(found)}`);
    out(`${baselineName}: ${standing(after)}`);
    const accepted = new Set(after.flatMap((one) => one.fingerprints));
    const left = report.found.filter(({ fingerprints: own }) => own.some((print) => !accepted.has(print)));
    if (left.length > 0) out(`Not accepted: ${left.map(nameOf).join(', ')}.`);
    return 0;
  } catch (cause) {
    if (cause instanceof PolicyError) return refuse([cause.message]);
    const slip = optionSlip(cause, 'accept', Object.keys(options));
    if (slip === null) throw cause;
    return refuse([slip, help]);
  }
}

interface Given {
  readonly reason?: string | undefined;
  readonly until?: string | undefined;
  readonly diagnosis?: readonly string[];
  readonly route?: readonly string[];
  readonly fingerprint?: readonly string[];
}

function acceptProblems({ reason = '', until = '' }: Given, today: string): readonly string[] {
  return [
    ...(reason.trim() === '' ? ['--reason is missing: say why this is accepted.'] : []),
    ...(until === ''
      ? ['--until is missing: name the last day on which this is accepted, as YYYY-MM-DD.']
      : []),
    ...(until !== '' && !isDay(until)
      ? [`--until "${plainText(until)}" is no day: write it as YYYY-MM-DD.`]
      : []),
    ...(isDay(until) && until < today ? [`--until ${until} is past: today is ${today}.`] : []),
  ];
}

function pruneProblems({
  reason,
  until,
  diagnosis = [],
  route = [],
  fingerprint = [],
}: Given): readonly string[] {
  const others = [reason, until, ...diagnosis, ...route, ...fingerprint].filter((one) => one !== undefined);
  return others.length === 0 ? [] : ['--prune takes out all that is gone: leave away what else is named.'];
}

/** Returns what the report at `path` found, or a sentence on why it cannot be read. */
function readReport(path: string): FoundInReport | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return `${path} cannot be read: run npx playwright test first, or name another report with --report.`;
  }
  return foundInReport(text) ?? `${path} is no report of this version: run npx playwright test again.`;
}

const nameOf = ({ diagnosis, route, fingerprints }: Found): string =>
  `${diagnosis} on ${plainText(route)} (${counted(fingerprints.length, 'fingerprint')})`;

function nothingFound(found: readonly Found[], path: string): string {
  if (found.length === 0) return `${path} holds no violation and no hazard: there is nothing to accept.`;
  return `${path} holds nothing of that kind. It holds:\n${found.map((one) => `  ${nameOf(one)}: ${one.fingerprints.join(' ')}`).join('\n')}`;
}

const standing = (baseline: readonly AcceptedFinding[]): string =>
  baseline.length === 0
    ? 'Nothing is accepted.'
    : `${baseline.length} ${baseline.length === 1 ? 'entry' : 'entries'}, each of a diagnosis on a route.`;

function write(folder: string, baseline: readonly AcceptedFinding[]): void {
  writeFileSync(join(folder, baselineName), baselineText(baseline));
}
