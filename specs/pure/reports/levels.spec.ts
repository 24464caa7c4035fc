import { expect, test } from '@playwright/test';
import { collect, type TargetTest } from '../../../reports/collect/collect.ts';
import { countsOf, reportExplains } from '../../../reports/collect/target-tests.ts';
import { compare } from '../../../reports/read/compare.ts';
import { exitCodeOf } from '../../../reports/read/exit-code.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { remarksOf } from '../../../reports/read/remarks.ts';
import json from '../../../reports/formats/json.ts';
import { foundInReport } from '../../../src/baseline/found-in-report.ts';
import { acceptedBy } from '../../../src/baseline/fingerprint.ts';
import type { Report, SetLevel } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { planOf } from './sample-report.ts';
import { appReads as app, sampleVerdict, type Sample } from './sample-verdict.ts';

const hazard: Sample = { ...app, check: 'vary', diagnosis: 'vary-origin-missing', names: 'the response' };
const refused: Sample = { ...app, diagnosis: 'origin-missing' };
const unclear: Sample = { ...app, status: 'inconclusive', reason: 'two witnesses differ' };
const routes = [{ path: '/items', methods: ['GET'] }];

const level = (
  diagnosis: SetLevel['diagnosis'],
  value: SetLevel['level'],
  route: string | null = null,
): SetLevel => ({
  diagnosis,
  route,
  level: value,
  reason: value === 'off' ? 'the gateway is replaced' : null,
});

function testOf(samples: readonly Sample[], plan: Partial<TestPlan>): TargetTest {
  const verdicts = samples.map((sample) => sampleVerdict(sample));
  return {
    title: 'a test',
    plan: JSON.stringify({ ...planOf(samples, routes), ...plan }),
    attempts: [{ attachments: [JSON.stringify({ verdicts })], problem: null }],
  };
}

const reportOf = (samples: readonly Sample[], plan: Partial<TestPlan> = {}): Report =>
  collect([testOf(samples, plan)], '1.0.0');
const answers = (...given: Parameters<typeof reportOf>): readonly unknown[] => {
  const report = reportOf(...given);
  return [exitCodeOf(report), ...report.gate.reasons];
};
function shown(report: Report): readonly unknown[] {
  const { violations, hazards, accepted, off } = findingsOf(report);
  return [violations, hazards, accepted, off].map((found) =>
    found.map(({ name, level: own, offReasons }) => [name, own, ...offReasons]),
  );
}

test('a finding fails the gate by its level and by failOn', () => {
  const warned = [level('origin-missing', 'warn')];
  const strict = [level('vary-origin-missing', 'error')];
  const off = [level('origin-missing', 'off'), level('vary-origin-missing', 'off')];
  expect([
    answers([refused, hazard]),
    answers([refused, hazard], { failOn: 'warn' }),
    answers([refused, hazard], { levels: warned }),
    answers([refused, hazard], { levels: warned, failOn: 'warn' }),
    answers([hazard], { levels: strict }),
    answers([refused, hazard], { levels: off, failOn: 'warn' }),
    answers([unclear], { levels: off }),
  ]).toEqual([
    [1, '1 check violates the policy: origin-missing.'],
    [
      1,
      '1 check violates the policy: origin-missing.',
      '1 check found a hazard, and failOn is "warn": vary-origin-missing.',
    ],
    [0],
    [
      1,
      '1 check violates the policy: origin-missing.',
      '1 check found a hazard, and failOn is "warn": vary-origin-missing.',
    ],
    [1, '1 check found a hazard of level error: vary-origin-missing.'],
    [0],
    [4, '1 check ran without reaching a verdict.'],
  ]);
});

test("a route's level goes before the policy's, and is that of no other route", () => {
  const levels = [level('origin-missing', 'off'), level('origin-missing', 'error', '/items')];
  expect(answers([refused], { levels })).toEqual([1, '1 check violates the policy: origin-missing.']);
  expect(answers([refused], { levels: [level('origin-missing', 'off', '/other')] })).toEqual([
    1,
    '1 check violates the policy: origin-missing.',
  ]);
});

test('what is off is shown apart with its reason, is counted, and is neither accepted nor compared', () => {
  const levels = [level('origin-missing', 'off')];
  const report = reportOf([refused, hazard], { levels });
  expect(report.totals).toEqual({
    conforms: 0,
    violates: 2,
    inapplicable: 0,
    inconclusive: 0,
    hazards: 1,
    accepted: 0,
    off: 1,
    held: 0,
  });
  expect(shown(report)).toEqual([
    [],
    [['vary-origin-missing', 'warn']],
    [],
    [['origin-missing', 'off', 'the gateway is replaced']],
  ]);
  expect(foundInReport(json.render(report))?.found.map(({ diagnosis }) => diagnosis)).toEqual([
    'vary-origin-missing',
  ]);
  expect(compare(reportOf([app]), report).found.map(({ diagnosis }) => diagnosis)).toEqual([
    'vary-origin-missing',
  ]);
});

test('what is off and accepted as well is off, past its day too', () => {
  const baseline = [
    {
      diagnosis: 'origin-missing' as const,
      route: '/items',
      reason: 'spring',
      until: '2026-01-01',
      isOver: false,
      engines: ['chromium' as const],
      fingerprints: [acceptedBy(sampleVerdict(refused))],
    },
  ];
  const levels = [level('origin-missing', 'off')];
  const report = reportOf([refused], { levels, baseline });
  expect([report.totals.accepted, report.totals.off, report.gate.passed]).toEqual([0, 1, true]);
});

test('a test fails by its levels, and the progress line counts no violation that is off', () => {
  const levels = [level('origin-missing', 'off')];
  expect(
    [testOf([refused], {}), testOf([refused], { levels })].map((one) => [
      countsOf(one).violations,
      reportExplains(one),
    ]),
  ).toEqual([
    [1, true],
    [0, false],
  ]);
});

test('a note names what is off and was not found, where everything was judged', () => {
  const levels = [
    level('origin-missing', 'off'),
    level('any-origin', 'off', '/items'),
    level('origin-invalid', 'warn'),
  ];
  const note = (name: string): string =>
    `The policy turns ${name}, and nothing of it was found: take it out of levels.`;
  const others = [...routes, { path: '/other', methods: ['GET'] }];
  expect(remarksOf(reportOf([refused], { levels }))).toEqual([note('any-origin off on /items')]);
  expect(remarksOf(reportOf([app], { levels }))).toEqual([
    note('origin-missing off'),
    note('any-origin off on /items'),
  ]);
  expect(remarksOf(reportOf([unclear], { levels }))).toEqual([]);
  expect(remarksOf(reportOf([app], { levels, routes: others }))).toEqual([
    "Only 1 of the policy's 2 routes was among the tests of this run.",
    note('any-origin off on /items'),
  ]);
});
