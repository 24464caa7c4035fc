import { expect, test } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import json from '../../../reports/formats/json.ts';
import { baselineName, readBaseline } from '../../../src/baseline/baseline-file.ts';
import { acceptCommand } from '../../../src/cli/accept.ts';
import type { AcceptedFinding } from '../../../src/model.ts';
import { runCommand } from '../../support/run-command.ts';
import { sampleReport } from '../reports/sample-report.ts';

/** Makes a project whose last run left the sample report. */
function project(): {
  readonly accept: (...args: readonly string[]) => Promise<readonly string[]>;
  readonly baseline: () => readonly AcceptedFinding[];
  readonly folder: string;
} {
  const folder = test.info().outputPath();
  mkdirSync(join(folder, 'reports', 'out'), { recursive: true });
  writeFileSync(join(folder, 'reports', 'out', 'report.json'), json.render(sampleReport()));
  return {
    folder,
    accept: async (...args) => (await runCommand(acceptCommand, args, { cwd: folder })).lines,
    baseline: () => readBaseline(readFileSync(join(folder, baselineName), 'utf8')),
  };
}

const why = ['--reason', 'replaced in spring', '--until', '2027-03-31'];
const short = ({ diagnosis, route, fingerprints, until }: AcceptedFinding): string =>
  `${diagnosis} ${route} ${fingerprints.length} ${until}`;

test('all that was found is accepted, but for what is off', async () => {
  const { accept, baseline } = project();
  expect(await accept(...why)).toEqual([
    'exit code 0',
    'accepted until 2027-03-31: origin-mismatch on /v1/profile (1 fingerprint)',
    'accepted until 2027-03-31: opaque-origin-trusted on /v1/profile (1 fingerprint)',
    'accepted until 2027-03-31: origin-prefix-trusted on /v1/profile (1 fingerprint)',
    'accepted until 2027-03-31: response-header-not-exposed on /v1/orders (1 fingerprint)',
    'accepted until 2027-03-31: origin-missing on /v1/exports (1 fingerprint)',
    'accepted until 2027-03-31: insecure-origin-trusted on /v1/exports (1 fingerprint)',
    'accepted until 2027-03-31: vary-origin-missing on /v1/exports (1 fingerprint)',
    'cors.baseline.json: 7 entries, each of a diagnosis on a route.',
  ]);
  expect(baseline()).toHaveLength(7);
});

test('by diagnosis, by route and by fingerprint; what is named anew has the new reason and day', async () => {
  const { accept, baseline } = project();
  await accept(...why, '--diagnosis', 'origin-missing', '--diagnosis', 'vary-origin-missing');
  expect(baseline().map(short)).toEqual([
    'origin-missing /v1/exports 1 2027-03-31',
    'vary-origin-missing /v1/exports 1 2027-03-31',
  ]);
  await accept(
    '--reason',
    'later',
    '--until',
    '2027-06-30',
    '--route',
    '/v1/exports',
    '--diagnosis',
    'origin-missing',
  );
  expect(baseline().map(short)).toEqual([
    'origin-missing /v1/exports 1 2027-06-30',
    'vary-origin-missing /v1/exports 1 2027-03-31',
  ]);
  const print = baseline()[1]?.fingerprints[0] ?? '';
  await accept('--reason', 'by print', '--until', '2028-01-01', '--fingerprint', print);
  expect(baseline().map(short)).toEqual([
    'origin-missing /v1/exports 1 2027-06-30',
    'vary-origin-missing /v1/exports 1 2028-01-01',
  ]);
});

test('what is gone is taken out, and nothing else', async () => {
  const { accept, baseline, folder } = project();
  await accept(...why, '--diagnosis', 'origin-missing');
  const [known] = baseline();
  const gone = sampleReport().accepted.flatMap((one) => one.gone);
  expect(gone).toHaveLength(1);
  const both = {
    version: 1,
    accepted: [{ ...known, fingerprints: [...(known?.fingerprints ?? []), ...gone] }],
  };
  writeFileSync(join(folder, baselineName), JSON.stringify(both));
  expect(await accept('--prune')).toEqual([
    'exit code 0',
    'cors.baseline.json: 1 fingerprint taken out. 1 entry, each of a diagnosis on a route.',
  ]);
  expect(baseline()).toEqual([known]);
});

test('what is wrong is said, and nothing is written', async () => {
  const { accept, baseline, folder } = project();
  const help = 'cors-conformance accept --help lists the options.';
  const first = (lines: readonly string[]): readonly string[] => lines.slice(0, lines.indexOf(help));
  expect(first(await accept())).toEqual([
    'exit code 2',
    '--reason is missing: say why this is accepted.',
    '--until is missing: name the last day on which this is accepted, as YYYY-MM-DD.',
  ]);
  expect(first(await accept('--reason', ' ', '--until', '2027-02-30'))).toEqual([
    'exit code 2',
    '--reason is missing: say why this is accepted.',
    '--until "2027-02-30" is no day: write it as YYYY-MM-DD.',
  ]);
  expect(first(await accept('--reason', 'x', '--until', '2026-11-29'))).toEqual([
    'exit code 2',
    '--until 2026-11-29 is past: today is 2026-11-30.',
  ]);
  expect(first(await accept('--prune', ...why))).toEqual([
    'exit code 2',
    '--prune takes out all that is gone: leave away what else is named.',
  ]);
  expect(first(await accept('--untill', '2027-01-01'))).toEqual([
    'exit code 2',
    '--untill is no option of accept: did you mean --until?',
  ]);
  expect((await accept(...why, '--diagnosis', 'any-origin'))[1]).toBe(
    `${join(folder, 'reports', 'out', 'report.json')} holds nothing of that kind. It holds:`,
  );
  expect(await accept(...why, '--report', 'elsewhere.json')).toEqual([
    'exit code 2',
    `${join(folder, 'elsewhere.json')} cannot be read: run npx playwright test first, or name another report with --report.`,
    help,
  ]);
  writeFileSync(join(folder, 'old.json'), '{"schemaVersion":2}');
  expect(await accept(...why, '--report', 'old.json')).toEqual([
    'exit code 2',
    `${join(folder, 'old.json')} is no report of this version: run npx playwright test again.`,
    help,
  ]);
  expect(baseline).toThrow('ENOENT');
});
