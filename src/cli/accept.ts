import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accept, select, without, type Found } from '../baseline/accept.ts';
import { dayOf } from '../baseline/acceptance.ts';
import { baselineName, baselineText, isDay, loadBaseline } from '../baseline/baseline-file.ts';
import { foundInReport, type FoundInReport } from '../baseline/found-in-report.ts';
import { plainText } from '../words/plain-text.ts';
import type { AcceptedFinding } from '../model.ts';
import { say } from '../words/say.ts';
import { counted, inRow, inSentences } from '../words/spoken.ts';
import { exitCodes } from '../words/exit-codes.ts';
import { defineCommand } from './command.ts';
import type { Given } from './read-arguments.ts';

/**
 * Accepts what the last run found, or takes out of the baseline what it did not find. The exit code is 2 where nothing was
 * written, because an argument, the report or the baseline is wrong or nothing was found of what was named.
 */
export const acceptCommand = defineCommand({
  name: 'accept',
  said: 'write what the last run found into cors.baseline.json, with --reason and --until; --prune takes out what is gone',
  usage: ['--reason <why> --until <YYYY-MM-DD> [which]', '--prune'],
  about:
    'Writes what the last run found into cors.baseline.json: until the end of that day it does not fail the gate. Commit the file.',
  options: {
    reason: { value: 'why', said: 'why it is accepted' },
    until: { value: 'day', said: 'the last day, in UTC' },
    diagnosis: { value: 'id', isRepeatable: true, said: 'only this diagnosis' },
    route: {
      value: 'path',
      isRepeatable: true,
      said: 'only this route, as the policy writes its path',
    },
    fingerprint: {
      value: 'print',
      isRepeatable: true,
      said: 'only this fingerprint of report.json',
    },
    prune: { said: 'take out what the last run did not find any more' },
    report: {
      value: 'file',
      said: 'the report of the run; without it reports/out/report.json, or in CORS_REPORT_DIR',
    },
  },
  faults: (given, { now }) => (given.has('prune') ? pruneFaults(given) : acceptFaults(given, dayOf(now))),
  act: (given, { cwd, env, out }) => {
    const path = resolve(
      cwd,
      given.text('report') ?? join(env['CORS_REPORT_DIR']?.trim() || 'reports/out', 'report.json'),
    );
    const report = readReport(path);
    if (typeof report === 'string') return [report];
    const before = loadBaseline(cwd);
    if (given.has('prune')) {
      const after = without(before, report.gone);
      write(cwd, after);
      const prints = counted(report.gone.length, 'fingerprint');
      out(inSentences([say('{file}: {prints} taken out.', { file: baselineName, prints }), standing(after)]));
      return exitCodes.passed;
    }
    const chosen = select(report.found, {
      diagnoses: given.texts('diagnosis'),
      routes: given.texts('route'),
      fingerprints: given.texts('fingerprint'),
    });
    if (chosen.length === 0) return [nothingFound(report.found, path)];
    const until = given.text('until') ?? '';
    const after = accept(before, chosen, { reason: (given.text('reason') ?? '').trim(), until });
    write(cwd, after);
    for (const found of chosen)
      out(say('accepted until {until}: {finding}', { until, finding: nameOf(found) }));
    out(`${baselineName}: ${standing(after)}`);
    const accepted = new Set(after.flatMap((one) => one.fingerprints));
    const left = report.found.filter(({ fingerprints: own }) => own.some((print) => !accepted.has(print)));
    if (left.length > 0) out(say('Not accepted: {findings}.', { findings: inRow(left.map(nameOf)) }));
    return exitCodes.passed;
  },
});

/** The options that say which findings are accepted. */
const selecting = ['diagnosis', 'route', 'fingerprint'] as const;

type Arguments = Given<(typeof selecting)[number] | 'reason' | 'until'>;

function acceptFaults(given: Arguments, today: string): readonly string[] {
  const [reason, until] = [given.text('reason') ?? '', given.text('until') ?? ''];
  return [
    ...(reason.trim() === '' ? [say('--reason is missing: say why this is accepted.')] : []),
    ...(until === ''
      ? [say('--until is missing: name the last day on which this is accepted, as YYYY-MM-DD.')]
      : []),
    ...(until !== '' && !isDay(until)
      ? [say('--until "{until}" is no day: write it as YYYY-MM-DD.', { until: plainText(until) })]
      : []),
    ...(isDay(until) && until < today
      ? [say('--until {until} is past: today is {today}.', { until, today })]
      : []),
  ];
}

const pruneFaults = (given: Arguments): readonly string[] =>
  [...selecting, 'reason' as const, 'until' as const].some((name) => given.has(name))
    ? [say('--prune takes out all that is gone: leave away what else is named.')]
    : [];

/** Returns what the report at `path` found, or a sentence on why it cannot be read. */
function readReport(path: string): FoundInReport | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return say(
      '{path} cannot be read: run npx playwright test first, or name another report with --report.',
      { path },
    );
  }
  return (
    foundInReport(text) ??
    say('{path} is no report of this version: run npx playwright test again.', { path })
  );
}

const nameOf = ({ diagnosis, route, fingerprints }: Found): string =>
  say('{diagnosis} on {route} ({prints})', {
    diagnosis,
    route: plainText(route),
    prints: counted(fingerprints.length, 'fingerprint'),
  });

function nothingFound(found: readonly Found[], path: string): string {
  if (found.length === 0)
    return say('{path} holds no violation and no hazard: there is nothing to accept.', { path });
  return [
    say('{path} holds nothing of that kind. It holds:', { path }),
    ...found.map((one) => `  ${nameOf(one)}: ${one.fingerprints.join(' ')}`),
  ].join('\n');
}

const standing = (baseline: readonly AcceptedFinding[]): string =>
  baseline.length === 0
    ? say('Nothing is accepted.')
    : baseline.length === 1
      ? say('{count} entry, each of a diagnosis on a route.', { count: 1 })
      : say('{count} entries, each of a diagnosis on a route.', { count: baseline.length });

function write(folder: string, baseline: readonly AcceptedFinding[]): void {
  writeFileSync(join(folder, baselineName), baselineText(baseline));
}
