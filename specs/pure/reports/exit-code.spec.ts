import { expect, test } from '@playwright/test';
import { collect, type TargetTest } from '../../../reports/collect/collect.ts';
import { exitCodeOf } from '../../../reports/read/exit-code.ts';
import { onDay } from '../../../src/baseline/acceptance.ts';
import { acceptedBy } from '../../../src/baseline/fingerprint.ts';
import type { DiagnosisId } from '../../../src/diagnoses/vocabulary.ts';
import type { Verdict } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { planOf } from './sample-report.ts';
import { appReads as reads, sampleVerdict, type Sample } from './sample-verdict.ts';

const others: Sample = { ...reads, method: 'PUT' };
const routes = [{ path: '/items', methods: ['GET', 'PUT'] }];
const violation: Sample = { ...others, diagnosis: 'origin-missing' };
const hazard: Sample = { ...others, check: 'vary', diagnosis: 'vary-origin-missing', names: 'it' };

/** Returns a verdict that was not reached, because of `diagnosis` or of nothing that is known. */
const open = (sample: Sample, diagnosis: DiagnosisId | null): Verdict => ({
  ...sampleVerdict(sample),
  status: 'inconclusive',
  diagnosis,
});

const accepting = (until: string): NonNullable<TestPlan['baseline']> =>
  onDay(
    [
      {
        diagnosis: 'origin-missing',
        route: '/items',
        reason: 'known',
        until,
        engines: ['chromium'],
        fingerprints: [acceptedBy(sampleVerdict(violation))],
      },
    ],
    '2026-12-01',
  );

function codeOf(
  samples: readonly Sample[],
  verdicts: readonly Verdict[] = samples.map((sample) => sampleVerdict(sample)),
  change: Partial<TestPlan> = {},
): number {
  const tests: TargetTest[] = [
    {
      title: 'a test',
      plan: JSON.stringify({ ...planOf(samples, routes), ...change }),
      attempts: [{ attachments: [JSON.stringify({ verdicts })], problem: null }],
    },
  ];
  return exitCodeOf(collect(tests, '1.0.0'));
}

test('a passed gate is 0, and what is found is 1, whatever else was not seen', () => {
  expect([
    codeOf([reads, others]),
    codeOf([reads, hazard]),
    codeOf([reads, violation]),
    codeOf([reads, hazard], undefined, { failOn: 'warn' }),
    codeOf([reads, violation], [open(reads, 'connection-refused'), sampleVerdict(violation)]),
    codeOf([reads, violation], undefined, { baseline: accepting('2027-01-01') }),
    codeOf([reads, violation], undefined, { baseline: accepting('2026-01-01') }),
    codeOf([reads, others], undefined, { baseline: accepting('2027-01-01') }),
  ]).toEqual([0, 0, 1, 1, 1, 0, 1, 1]);
});

test('a target that answered nobody is 3, and what was not seen for another reason is 4', () => {
  expect([
    codeOf([reads, others], [open(reads, 'connection-refused'), open(others, 'response-timeout')]),
    codeOf([reads, others], [open(reads, 'connection-refused'), sampleVerdict(others)]),
    codeOf([reads, others], [open(reads, 'host-not-found'), open(others, null)]),
    codeOf([reads, others], [open(reads, 'mixed-content'), open(others, 'mixed-content')]),
    codeOf([reads, others], [sampleVerdict(reads)]),
    codeOf([reads, hazard], [open(reads, null), sampleVerdict(hazard)]),
  ]).toEqual([3, 3, 4, 4, 4, 4]);
});
