import { expect, test } from '@playwright/test';
import { collect, type Attempt, type TargetTest } from '../../../reports/collect/collect.ts';
import type { Verdict } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { samples } from './sample-checks.ts';
import { planOf, sampleBaseline, sampleLevels, sampleReport, sampleRoutes } from './sample-report.ts';
import { sampleId, sampleVerdict, type Sample } from './sample-verdict.ts';

const app: Sample = {
  check: 'readable',
  route: '/v1/status',
  origin: 'https://app.example.com',
  originRole: 'trusted',
  method: 'GET',
  credentialsMode: 'omit',
};
const evil: Sample = { ...app, check: 'unreadable', origin: 'https://evil.example', originRole: 'untrusted' };
const violating: Sample = { ...evil, diagnosis: 'any-origin' };
const hazardous: Sample = { ...app, check: 'vary', diagnosis: 'vary-origin-missing', names: 'the response' };

function attempt(verdicts: readonly Verdict[], problem: string | null = null): Attempt {
  return { attachments: [JSON.stringify({ verdicts })], problem };
}

function targetTest(plan: TestPlan, attempts: readonly Attempt[]): TargetTest {
  return { title: 'a test', plan: JSON.stringify(plan), attempts };
}

/** Runs one test in which each sample was planned and ran. */
function run(checks: readonly Sample[], change: Partial<TestPlan> = {}): ReturnType<typeof collect> {
  const plan = { ...planOf(checks, sampleRoutes), ...change };
  return collect([targetTest(plan, [attempt(checks.map((sample) => sampleVerdict(sample)))])], '1.0.0');
}

test('the gate is passed if every planned check conforms', () => {
  expect(run([app, evil]).gate).toEqual({
    passed: true,
    failOn: 'error',
    planned: 2,
    ran: 2,
    follow: 0,
    reasons: [],
  });
});

test('the gate is passed with an inapplicable check', () => {
  expect(run([{ ...app, status: 'inapplicable', reason: 'no such route' }]).gate.passed).toBe(true);
});

test('the gate fails if nothing was planned', () => {
  expect(collect([], '1.0.0').gate.reasons).toEqual(['No check was planned.']);
  expect(run([]).gate.reasons).toEqual(['No check was planned.']);
});

test('the gate fails for a violation', () => {
  expect(run([app, violating]).gate.reasons).toEqual(['1 check violates the policy: any-origin.']);
});

test('the gate fails for an inconclusive check', () => {
  const { gate } = run([app, { ...evil, status: 'inconclusive', reason: 'two witnesses differ' }]);
  expect(gate.reasons).toEqual(['1 check ran without reaching a verdict.']);
});

test('the gate fails for a hazard only with failOn: warn', () => {
  expect(run([app, hazardous]).gate.reasons).toEqual([]);
  expect(run([app, hazardous], { failOn: 'warn' }).gate).toEqual({
    passed: false,
    failOn: 'warn',
    planned: 2,
    ran: 2,
    follow: 0,
    reasons: ['1 check found a hazard, and failOn is "warn": vary-origin-missing.'],
  });
});

test('a planned check without a verdict is inconclusive, says why, and fails the gate', () => {
  const plan = planOf([app, evil], sampleRoutes);
  const reasons = [
    { attempts: [], seen: 'This check did not run: the test was never started.' },
    {
      attempts: [{ attachments: [], problem: 'Error: boom' }],
      seen: 'This check did not run: Error: boom.',
    },
    {
      attempts: [attempt([sampleVerdict(app)])],
      seen: 'This check did not run: the test ended without attaching a verdict for it.',
    },
  ];
  for (const { attempts, seen } of reasons) {
    const { gate, verdicts } = collect([targetTest(plan, attempts)], '1.0.0');
    expect(gate.passed).toBe(false);
    expect(verdicts.at(-1)).toMatchObject({ id: plan.checks[1]?.id, status: 'inconclusive', seen });
    expect(gate.ran).toBe(attempts[0]?.problem === null ? 1 : 0);
    expect(gate.reasons).toEqual([`${2 - gate.ran} of 2 planned checks did not run.`]);
  }
});

const following: Sample = { ...evil, credentialsMode: 'include', follows: true, reason: 'It follows.' };

test('what follows from another check is no check that ran, and needs none', () => {
  expect(run([app, evil, following]).gate).toEqual({
    passed: true,
    failOn: 'error',
    planned: 3,
    ran: 2,
    follow: 1,
    reasons: [],
  });
});

test('what follows from a check that is not there, or has no verdict, is inconclusive', () => {
  const { gate, verdicts } = run([app, following]);
  expect(gate).toEqual({
    passed: false,
    failOn: 'error',
    planned: 2,
    ran: 1,
    follow: 1,
    reasons: ['1 check follows from one without a verdict.'],
  });
  expect(verdicts.map(({ status, seen }) => [status, seen])).toEqual([
    ['conforms', ''],
    [
      'inconclusive',
      'This check was not made, as it was to follow from "chromium unreadable GET /v1/status untrusted https://evil.example omit", which has no such verdict.',
    ],
  ]);
  const unclear: Sample = { ...evil, status: 'inconclusive', reason: 'two witnesses differ' };
  expect(run([unclear, following]).gate.reasons).toEqual([
    '1 check ran without reaching a verdict.',
    '1 check follows from one without a verdict.',
  ]);
});

test('a check that neither ran nor follows fails the gate', () => {
  const plan = planOf([app, evil, following], sampleRoutes);
  const { gate } = collect(
    [targetTest(plan, [attempt([app, evil].map((one) => sampleVerdict(one)))])],
    '1.0.0',
  );
  expect([gate.ran, gate.follow, gate.reasons]).toEqual([2, 0, ['1 of 3 planned checks did not run.']]);
});

test('of the same verdicts of a check that ran more than once, the one on what was seen is kept', () => {
  const seen: Sample = { ...evil, credentialsMode: 'include' };
  const plan = planOf([evil, following], sampleRoutes);
  const once = (second: Sample): TargetTest =>
    targetTest(plan, [attempt([sampleVerdict(evil), sampleVerdict(second)])]);
  for (const tests of [
    [once(seen), once(following)],
    [once(following), once(seen)],
  ]) {
    expect(collect(tests, '1.0.0').verdicts.map(({ followsFrom }) => followsFrom)).toEqual([null, null]);
  }
});

test('the last attempt of a test speaks for it, whatever it says', () => {
  const plan = planOf([evil], sampleRoutes);
  const good = attempt([sampleVerdict(evil)]);
  const bad = attempt([sampleVerdict(violating)], 'failed');
  const empty: Attempt = { attachments: [], problem: 'Error: boom' };
  const statuses = [
    [bad, good],
    [good, bad],
    [good, empty],
  ].map((attempts) => collect([targetTest(plan, attempts)], '1.0.0').verdicts.map(({ status }) => status));
  expect(statuses).toEqual([['conforms'], ['violates'], ['inconclusive']]);
});

test('a check that ran more than once keeps its worst verdict', () => {
  const plan = planOf([evil], sampleRoutes);
  const tests = [evil, violating, evil].map((sample) => targetTest(plan, [attempt([sampleVerdict(sample)])]));
  const { verdicts, gate } = collect(tests, '1.0.0');
  expect(verdicts.map(({ status }) => status)).toEqual(['violates']);
  expect(gate.planned).toBe(1);
});

test('a verdict that nobody planned is kept, and fails the gate', () => {
  const plan = planOf([app], sampleRoutes);
  const { gate, verdicts } = collect(
    [targetTest(plan, [attempt([sampleVerdict(evil), sampleVerdict(app)])])],
    '1.0.0',
  );
  expect(verdicts.map(({ origin }) => origin)).toEqual([app.origin, evil.origin]);
  expect(gate.reasons).toEqual(['1 verdict belonged to no planned check.']);
});

test('a plan and an attachment that cannot be read fail the gate by name', () => {
  const good = targetTest(planOf([app], sampleRoutes), [attempt([sampleVerdict(app)])]);
  const unplanned = { ...good, title: 'no "plan"\n', plan: '{' };
  const damaged = targetTest(planOf([evil], sampleRoutes, 1), [
    { attachments: ['{"verdicts":[{}]}'], problem: null },
  ]);
  expect(collect([good, unplanned, damaged], '1.0.0').gate.reasons).toEqual([
    '1 of 2 planned checks did not run.',
    'An attachment of the test "a test" is not a list of verdicts.',
    'The plan of the test "no "plan"\\n" cannot be read: declare it with planAnnotation().',
  ]);
});

test('a test that fails after all of its checks conformed fails the gate', () => {
  const failing = targetTest(planOf([app], sampleRoutes), [attempt([sampleVerdict(app)], 'Error: late')]);
  expect(collect([failing], '1.0.0').gate.reasons).toEqual([
    'Every check of the test "a test" has a verdict, but the test failed: Error: late',
  ]);
});

test('tests that name two targets fail the gate', () => {
  const tests = [app, evil].map((sample, index) => {
    const plan = { ...planOf([sample], sampleRoutes, index), target: `https://${index}.example` };
    return targetTest(plan, [attempt([sampleVerdict(sample)])]);
  });
  expect(collect(tests, '1.0.0').gate.reasons).toEqual([
    'The tests name more than one target: https://0.example and https://1.example.',
  ]);
});

test('the order of tests does not change a byte: plan order, trusted origins first', () => {
  const tests = samples.map((sample, index) =>
    targetTest(
      {
        ...planOf([sample], sampleRoutes, index),
        baseline: sampleBaseline.filter(({ route }) => route === sample.route),
        levels: sampleLevels,
      },
      [attempt([sampleVerdict(sample)])],
    ),
  );
  const forwards = JSON.stringify(collect(tests, '0.1.0'));
  expect(JSON.stringify(collect(tests.toReversed(), '0.1.0'))).toBe(forwards);
  const { patterns: _patterns, ...report } = sampleReport();
  expect(forwards).toBe(JSON.stringify({ ...report, fixes: [] }));
  expect(sampleReport().verdicts.map(({ id }) => id)).toEqual(samples.map((sample) => sampleId(sample)));
  expect(run([evil, app]).origins.map(({ origin }) => origin)).toEqual([app.origin, evil.origin]);
});

test('totals count each status, and hazards and held requests besides', () => {
  expect(sampleReport().totals).toEqual({
    conforms: 35,
    violates: 10,
    inapplicable: 1,
    inconclusive: 1,
    hazards: 1,
    accepted: 2,
    off: 2,
    held: 2,
  });
});
