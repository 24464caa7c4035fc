import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { collect } from '../../../reports/collect/collect.ts';
import { exitCodeOf } from '../../../reports/read/exit-code.ts';
import { compare, knownIn, type Difference } from '../../../reports/read/compare.ts';
import { renderComparison } from '../../../reports/terminal/comparison.ts';
import { plainPaint } from '../../../reports/terminal/paint.ts';
import { compareCommand } from '../../../src/cli/compare.ts';
import type { HeaderList, Report, Verdict } from '../../../src/model.ts';
import { writtenReport } from '../../../src/plan/said-once.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { runCommand } from '../../support/run-command.ts';
import { planOf, sampleReport } from './sample-report.ts';
import { appReads as trusted, sampleEngine, sampleVerdict, type Sample } from './sample-verdict.ts';

const stranger: Sample = {
  ...trusted,
  check: 'unreadable',
  origin: 'https://untrusted.test',
  originRole: 'untrusted',
};
const echo: HeaderList = [['Access-Control-Allow-Origin', 'https://untrusted.test']];
const open: Sample = { ...stranger, diagnosis: 'any-origin', actual: echo };
const refused: Sample = { ...trusted, diagnosis: 'origin-missing', actual: [] };
const hazard: Sample = { ...trusted, check: 'vary', diagnosis: 'vary-origin-missing', names: 'it' };

function reportOf(
  samples: readonly Sample[],
  change: Partial<TestPlan> = {},
  verdicts: readonly Verdict[] = samples.map((sample) => sampleVerdict(sample)),
  isKnown?: (verdict: Verdict) => boolean,
): Report {
  const plan = { ...planOf(samples, [{ path: '/items', methods: ['GET'] }]), ...change };
  return collect(
    [
      {
        title: 'a test',
        plan: JSON.stringify(plan),
        attempts: [{ attachments: [JSON.stringify({ verdicts })], problem: null }],
      },
    ],
    '1.0.0',
    [],
    isKnown,
  );
}

const namesOf = (differences: readonly Difference[]): readonly string[] =>
  differences.map(
    ({ diagnosis, before, after }) =>
      `${diagnosis}: ${before?.join(' ') ?? '-'} | ${after?.join(' ') ?? '-'}`,
  );

test('what is new fails, with the lines before and after; what was there before does not', () => {
  const before = reportOf([refused, { ...stranger, actual: [] }]);
  const after = reportOf([refused, open]);
  const { found, gone, changed, unseen, same, exitCode } = compare(before, after);
  expect(namesOf(found)).toEqual([
    'any-origin: GET 200, no header of the CORS protocol | GET 200 Access-Control-Allow-Origin: https://untrusted.test',
  ]);
  expect([gone, changed, unseen, same, exitCode]).toEqual([[], [], [], 1, 1]);
  expect(compare(after, after).exitCode).toBe(0);
  expect(compare(after, after).same).toBe(2);
});

test('a finding that is answered otherwise is changed, and one that is no longer found is gone', () => {
  const other: Sample = { ...open, actual: [...echo, ['Vary', 'Origin']] };
  const comparison = compare(reportOf([refused, open]), reportOf([{ ...trusted, actual: [] }, other]));
  expect(namesOf(comparison.gone)).toEqual([
    'origin-missing: GET 200, no header of the CORS protocol | GET 200, no header of the CORS protocol',
  ]);
  expect(namesOf(comparison.changed)).toEqual([
    'any-origin: GET 200 Access-Control-Allow-Origin: https://untrusted.test | GET 200 Access-Control-Allow-Origin: https://untrusted.test Vary: Origin',
  ]);
  expect(comparison.exitCode).toBe(0);
});

test('another trusted origin, engine or port is nothing new', () => {
  const elsewhere = { ...refused, origin: 'https://other.example.com' };
  const firefox = { ...sampleEngine, id: 'firefox' as const };
  const after = reportOf([elsewhere], planOf([elsewhere], [], 0, firefox), [
    sampleVerdict(elsewhere, firefox),
  ]);
  const { found, gone, changed, same } = compare(reportOf([refused]), after);
  expect([found, gone, changed, same]).toEqual([[], [], [], 1]);
});

test('a second page of a role that was as it should be is new, and one that was not asked for goes by its role', () => {
  const second: Sample = { ...trusted, origin: 'https://second.example.com' };
  const broken: Sample = { ...refused, origin: second.origin };
  const third: Sample = { ...refused, origin: 'https://third.example.com' };
  const numbers = (before: readonly Sample[], after: readonly Sample[]): readonly unknown[] => {
    const { found, gone, same, exitCode } = compare(reportOf(before), reportOf(after));
    return [found, gone]
      .map((own) => own.flatMap(({ verdicts }) => verdicts.map(({ origin }) => origin)))
      .concat([[String(same), String(exitCode)]]);
  };
  expect([
    numbers([refused, second], [refused, broken]),
    numbers([refused, broken], [refused, second]),
    numbers([refused, broken], [third]),
    numbers([refused, second], [third]),
  ]).toEqual([
    [[second.origin], [], ['1', '1']],
    [[], [second.origin], ['1', '0']],
    [[], [], ['1', '0']],
    [[third.origin], [], ['0', '1']],
  ]);
});

test('of a run that names an earlier one only what is new fails the gate, and what was not judged', () => {
  const known = knownIn(reportOf([refused, { ...stranger, actual: [] }]));
  const isKnown = (verdict: Verdict): boolean => known(verdict) !== null;
  const gateOf = (samples: readonly Sample[]): readonly unknown[] => {
    const report = reportOf(samples, {}, undefined, isKnown);
    return [exitCodeOf(report, isKnown), ...report.gate.reasons];
  };
  expect([
    gateOf([refused]),
    gateOf([refused, open]),
    gateOf([refused, { ...stranger, status: 'inconclusive', reason: 'two witnesses differ' }]),
  ]).toEqual([
    [0],
    [1, '1 check violates the policy: any-origin.'],
    [4, '1 check ran without reaching a verdict.'],
  ]);
});

test('a hazard fails where hazards do, and what is accepted is not new', () => {
  const before = reportOf([trusted]);
  expect(compare(before, reportOf([hazard])).exitCode).toBe(0);
  expect(compare(before, reportOf([hazard], { failOn: 'warn' })).exitCode).toBe(1);
  const sample = sampleReport();
  const without = { ...sample, verdicts: sample.verdicts.filter(({ status }) => status === 'conforms') };
  const found = compare(without, sample).found.flatMap(({ verdicts }) => verdicts);
  expect(found.some(({ diagnosis }) => diagnosis === 'response-header-not-exposed')).toBe(false);
});

test('what a later run did not see is never gone, and nobody says that nothing is new', () => {
  const blind: Verdict = { ...sampleVerdict(trusted), status: 'inconclusive' };
  const after = reportOf([trusted], {}, [blind]);
  const comparison = compare(reportOf([refused]), after);
  expect([comparison.gone, namesOf(comparison.unseen), comparison.exitCode]).toEqual([
    [],
    ['origin-missing: GET 200, no header of the CORS protocol | -'],
    4,
  ]);
  const unreached: Verdict = { ...blind, diagnosis: 'connection-refused' };
  expect(compare(reportOf([refused]), reportOf([trusted], {}, [unreached])).exitCode).toBe(3);
});

test('the terminal shows what is new first, and no text of a response forges a line', () => {
  const forged: Sample = { ...open, actual: [['Access-Control-Allow-Origin', 'x\u001b[2J\u202e']] };
  const comparison = compare(reportOf([refused, { ...stranger, actual: [] }]), reportOf([trusted, forged]));
  expect(renderComparison(comparison, { paint: plainPaint, width: 100 }))
    .toBe(`Findings, each page by itself: 1 new, 1 gone, 0 changed and 0 as before.

NEW

  HIGH  any-origin (too open)  /items
    GET (omit) from https://untrusted.test
    before  GET 200, no header of the CORS protocol
    after   GET 200
            Access-Control-Allow-Origin: x\\x1b[2J\\u{202e}

GONE

  HIGH  origin-missing (too closed)  /items
    GET (omit) from https://app.example.com
    before  GET 200, no header of the CORS protocol
    after   GET 200, no header of the CORS protocol
`);
});

test('the command reads two files, and says what is wrong with each', async () => {
  const folder = test.info().outputPath();
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  write('old.json', writtenReport(reportOf([refused])));
  write('new.json', writtenReport(reportOf([refused, open])));
  write('other.json', { schemaVersion: 1 });
  writeFileSync(join(folder, 'broken.json'), '{');
  const run = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await runCommand(compareCommand, args, { cwd: folder })).lines;
  const [code, first] = await run('old.json', 'new.json');
  expect([code, first]).toEqual([
    'exit code 1',
    'Findings, each page by itself: 1 new, 0 gone, 0 changed and 1 as before.',
  ]);
  expect((await run('new.json', 'old.json'))[0]).toBe('exit code 0');
  const help = 'cors-conformance compare --help lists the options.';
  expect(await run('none.json', 'broken.json')).toEqual([
    'exit code 2',
    'none.json cannot be read (ENOENT): name a report.json that is there.',
    'broken.json is no JSON: name a report.json.',
    help,
  ]);
  expect(await run('old.json', 'other.json')).toEqual([
    'exit code 2',
    'other.json is no report.json of this version: run the older commit again with this version.',
    help,
  ]);
  expect(await run('old.json')).toEqual([
    'exit code 2',
    'Two reports are compared, the older one first, and 1 were named.',
    help,
  ]);
});
