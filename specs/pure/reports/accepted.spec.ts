import { expect, test } from '@playwright/test';
import { collect, type TargetTest } from '../../../reports/collect/collect.ts';
import { countsOf, reportExplains } from '../../../reports/collect/target-tests.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { onDay } from '../../../src/baseline/acceptance.ts';
import { acceptedBy, fingerprintOf, formerlyAcceptedBy } from '../../../src/baseline/fingerprint.ts';
import { reportIn } from '../../../reports/words/in-language.ts';
import type { Language } from '../../../src/words/language.ts';
import type { AcceptedFinding, EngineId, Report, Verdict } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { planOf } from './sample-report.ts';
import { appReads as app, sampleEngine, sampleVerdict, type Sample } from './sample-verdict.ts';

const hazard: Sample = { ...app, check: 'vary', diagnosis: 'vary-origin-missing', names: 'the response' };
const refused: Sample = { ...app, diagnosis: 'origin-missing' };
const refusedPut: Sample = { ...refused, method: 'PUT' };
const routes = [{ path: '/items', methods: ['GET', 'PUT'] }];

const acceptedAs = (samples: readonly Sample[], change: Partial<AcceptedFinding> = {}): AcceptedFinding => ({
  diagnosis: 'origin-missing',
  route: '/items',
  reason: 'the gateway is replaced',
  until: '2027-03-31',
  engines: ['chromium'],
  fingerprints: samples.map((sample) => acceptedBy(sampleVerdict(sample))),
  ...change,
});

interface Run {
  readonly today?: string;
  readonly failOn?: 'warn';
  readonly routes?: TestPlan['routes'];
  readonly engine?: EngineId;
  readonly left?: readonly Sample[];
}

function testOf(samples: readonly Sample[], baseline: readonly AcceptedFinding[], run: Run = {}): TargetTest {
  const engine = { ...sampleEngine, id: run.engine ?? sampleEngine.id };
  const plan: TestPlan = {
    ...planOf(samples, run.routes ?? routes, 0, engine),
    failOn: run.failOn ?? 'error',
    baseline: onDay(baseline, run.today ?? '2026-12-01'),
  };
  const verdicts = (run.left ?? samples).map((sample) => sampleVerdict(sample, engine));
  return {
    title: 'a test',
    plan: JSON.stringify(plan),
    attempts: [{ attachments: [JSON.stringify({ verdicts })], problem: null }],
  };
}

const reportOf = (...given: Parameters<typeof testOf>): Report => collect([testOf(...given)], '1.0.0');
const reasonsOf = (...given: Parameters<typeof testOf>): readonly string[] => reportOf(...given).gate.reasons;

test('what is accepted does not fail the gate, is counted apart, and what is new beside it fails', () => {
  const baseline = [acceptedAs([refused])];
  const report = reportOf([refused], baseline);
  expect(report.gate.reasons).toEqual([]);
  expect(report.totals).toEqual({
    conforms: 0,
    violates: 1,
    inapplicable: 0,
    inconclusive: 0,
    hazards: 0,
    accepted: 1,
    off: 0,
    held: 0,
  });
  const { violations, hazards, accepted } = findingsOf(report);
  expect([violations, hazards, accepted].map((found) => found.map(({ name }) => name))).toEqual([
    [],
    [],
    ['origin-missing'],
  ]);
  expect(accepted.map(({ acceptances }) => acceptances.map(({ reason }) => reason))).toEqual([
    ['the gateway is replaced'],
  ]);
  expect(reasonsOf([refused, refusedPut], baseline)).toEqual([
    '1 check violates the policy: origin-missing.',
  ]);
});

test('a hazard that is accepted does not fail the gate with failOn: warn', () => {
  const baseline = [acceptedAs([hazard], { diagnosis: 'vary-origin-missing' })];
  expect(reasonsOf([hazard], baseline, { failOn: 'warn' })).toEqual([]);
  expect(reasonsOf([hazard], [], { failOn: 'warn' })).toEqual([
    '1 check found a hazard, and failOn is "warn": vary-origin-missing.',
  ]);
});

test('on its last day it counts, and on the next it fails the gate, a hazard too', () => {
  const baseline = [acceptedAs([refused])];
  expect(reasonsOf([refused], baseline, { today: '2027-03-31' })).toEqual([]);
  expect(reasonsOf([refused], baseline, { today: '2027-04-01' })).toEqual([
    '1 check violates the policy: origin-missing.',
    'origin-missing on /items was accepted until 2027-03-31 (the gateway is replaced): cure it, or accept it anew with npx cors-conformance accept.',
  ]);
  const known = [acceptedAs([hazard], { diagnosis: 'vary-origin-missing' })];
  expect(reasonsOf([hazard], known, { today: '2027-04-01' })).toEqual([
    'vary-origin-missing on /items was accepted until 2027-03-31 (the gateway is replaced): cure it, or accept it anew with npx cors-conformance accept.',
  ]);
});

test('what is no longer there fails the gate, in whole or in part', () => {
  const conforming: Sample = app;
  expect(reasonsOf([conforming], [acceptedAs([refused])])).toEqual([
    'origin-missing on /items is accepted and no longer there: npx cors-conformance accept --prune takes it out.',
  ]);
  const baseline = [acceptedAs([refused, refusedPut])];
  const report = reportOf([refused, { ...app, method: 'PUT' }], baseline);
  expect(report.gate.reasons).toEqual([
    'origin-missing on /items is accepted and in part (1 of 2 fingerprints) no longer there: npx cors-conformance accept --prune takes it out.',
  ]);
  expect(report.accepted.map(({ gone }) => gone)).toEqual([[fingerprintOf(refusedPut, 'origin-missing')]]);
});

test('a route that the policy no longer has is gone', () => {
  const elsewhere = acceptedAs([{ ...refused, route: '/old' }], { route: '/old' });
  expect(reasonsOf([app], [elsewhere])).toEqual([
    'origin-missing on /old is accepted and no longer there: npx cors-conformance accept --prune takes it out.',
  ]);
});

test('nothing is said to be gone that was not asked for, or of which nothing is known', () => {
  const baseline = [acceptedAs([refused])];
  const inFirefox = [acceptedAs([refused], { engines: ['firefox'] })];
  const twoRoutes = [...routes, { path: '/items', methods: ['DELETE'] }];
  const gone = (report: Report): readonly string[] => report.accepted.flatMap((one) => one.gone);
  expect([
    gone(reportOf([app], inFirefox)),
    gone(reportOf([app], baseline, { routes: twoRoutes })),
    gone(reportOf([app], baseline, { left: [] })),
    gone(reportOf([{ ...app, status: 'inconclusive', reason: 'two witnesses differ' }], baseline)),
  ]).toEqual([[], [], [], []]);
  expect(gone(reportOf([app], inFirefox, { engine: 'firefox' }))).toEqual([
    fingerprintOf(refused, 'origin-missing'),
  ]);
});

test('another declared error, and another header, are findings of their own', () => {
  const error: Sample = { ...refused, check: 'error-readable', detail: 'unknown user' };
  const hidden: Sample = { ...app, check: 'headers-exposed', diagnosis: 'response-header-not-exposed' };
  const total = { ...hidden, names: 'X-Total-Count' };
  const reasons = (known: Sample, found: Sample): readonly string[] =>
    reasonsOf([found], [acceptedAs([known], { diagnosis: known.diagnosis ?? 'origin-missing' })]).slice(0, 1);
  expect([
    reasons(error, error),
    reasons(error, { ...error, detail: 'unauthenticated' }),
    reasons(total, { ...total, origin: 'https://admin.example.com' }),
    reasons(total, { ...hidden, names: 'X-Total-Count, X-Next' }),
  ]).toEqual([
    [],
    ['1 check violates the policy: origin-missing.'],
    [],
    ['1 check violates the policy: response-header-not-exposed.'],
  ]);
});

test('the progress line counts what is not accepted, and a test fails by that alone', () => {
  const baseline = [acceptedAs([refused])];
  const today = '2027-04-01';
  expect(
    [
      testOf([refused, refusedPut], baseline),
      testOf([refused, refusedPut], baseline, { today }),
      testOf([refused], baseline),
    ].map((one) => [countsOf(one).violations, reportExplains(one)]),
  ).toEqual([
    [1, true],
    [2, true],
    [0, false],
  ]);
});

const hidden = (names: string): Verdict =>
  sampleVerdict({ ...app, check: 'headers-exposed', diagnosis: 'response-header-not-exposed', names });

test('a finding stays accepted where its sentence is said otherwise behind what was seen, and another header is another one', () => {
  const told = hidden('x-total-count and x-page');
  const remarked = { ...told, seen: `${told.seen} Only so with a cookie.` };
  expect([
    acceptedBy(remarked) === acceptedBy(told),
    acceptedBy(hidden('x-total-count')) === acceptedBy(told),
    // What is said of a response is no name of a header.
    acceptedBy(sampleVerdict(hazard)),
    acceptedBy(sampleVerdict({ ...hazard, names: 'the response to another page' })),
  ]).toEqual([true, false, sampleVerdict(hazard).fingerprint, sampleVerdict(hazard).fingerprint]);
});

test('what was accepted by the whole sentence of what was seen still is, in both languages', () => {
  const former = [formerlyAcceptedBy(sampleVerdict(hazard))];
  expect(former).not.toEqual([acceptedBy(sampleVerdict(hazard))]);
  const baseline = [acceptedAs([], { diagnosis: 'vary-origin-missing', fingerprints: former })];
  const report = reportOf([hazard], baseline, { failOn: 'warn' });
  expect([report.gate.reasons, report.accepted.map(({ gone }) => gone)]).toEqual([[], [[]]]);
  const acceptedIn = (language: Language): number => findingsOf(reportIn(language, report)).accepted.length;
  expect([acceptedIn('en'), acceptedIn('ja')]).toEqual([1, 1]);
});
