import { acceptedBy, fingerprintOf } from '../../../src/baseline/fingerprint.ts';
import type { DiagnosisId } from '../../../src/diagnoses/vocabulary.ts';
import type { AcceptedFinding, Report } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { collect } from '../../../reports/collect/collect.ts';
import { samples } from './sample-checks.ts';
import { sampleLibrary } from './sample-fixes.ts';
import {
  sampleEngine,
  sampleId,
  sampleTarget,
  sampleUrl,
  sampleVerdict,
  type Sample,
} from './sample-verdict.ts';

export const sampleRoutes = [
  { path: '/v1/profile', methods: ['GET', 'PUT'] },
  { path: '/v1/orders', methods: ['GET', 'POST'] },
  { path: '/v1/exports', methods: ['GET'] },
  { path: '/v1/status', methods: ['GET'] },
] as const satisfies TestPlan['routes'];

/** Returns the report that the golden files are rendered from: one of everything that a report can hold. */
export function sampleReport(): Report {
  return reportOf(samples, sampleRoutes, {
    baseline: sampleBaseline,
    levels: sampleLevels,
    patterns: samplePatterns,
  });
}

/** Returns the report of a run in which every sample ran, in the given order. */
export function reportOf(
  checks: readonly Sample[],
  routes: TestPlan['routes'],
  { baseline = [], ...more }: Pick<TestPlan, 'baseline' | 'levels' | 'patterns'> = {},
): Report {
  const attachment = JSON.stringify({ verdicts: checks.map((sample) => sampleVerdict(sample)) });
  const plan = JSON.stringify({ ...planOf(checks, routes), fix: samplePromise, baseline, ...more });
  return collect(
    [{ title: 'sample', plan, attempts: [{ attachments: [attachment], problem: null }] }],
    '0.1.0',
    sampleLibrary,
  );
}

const samplePatterns: NonNullable<TestPlan['patterns']> = [
  {
    pattern: 'https://*.shops.example.com',
    sample: ['https://north.shops.example.com'],
    expression: '^https://[a-z0-9_-]+\\.shops\\.example\\.com$',
    host: 'shops.example.com',
    isAnyName: true,
    isAnyPort: false,
  },
];

/** One that counts, one whose day is past, and one that is no longer there. */
export const sampleBaseline: NonNullable<TestPlan['baseline']> = [
  {
    ...acceptable('response-header-not-exposed', '/v1/orders'),
    reason: 'The total moves into the body in spring.',
    until: '2027-03-31',
    isOver: false,
  },
  {
    ...acceptable('insecure-origin-trusted', '/v1/exports'),
    reason: 'The old intranet has no certificate.',
    until: '2026-06-30',
    isOver: true,
  },
  {
    ...acceptable('method-not-allowed', '/v1/profile', '/v1/orders'),
    reason: 'Nobody changes orders yet.',
    until: '2027-03-31',
    isOver: false,
  },
];

/** One that is off, and one of another level than is usual. */
export const sampleLevels: NonNullable<TestPlan['levels']> = [
  {
    diagnosis: 'method-not-allowed',
    route: '/v1/profile',
    level: 'off',
    reason: 'Profiles are read-only until summer.',
  },
  { diagnosis: 'origin-missing', route: null, level: 'warn', reason: null },
];

/** Returns what is accepted of `diagnosis` on `route`, as the sample finds it on `foundOn`. */
function acceptable(
  diagnosis: DiagnosisId,
  foundOn: string,
  route = foundOn,
): Omit<AcceptedFinding, 'reason' | 'until'> {
  const found = samples.filter((sample) => sample.diagnosis === diagnosis && sample.route === foundOn);
  const verdicts = found.map((sample) => ({
    ...sampleVerdict(sample),
    fingerprint: fingerprintOf({ ...sample, route }, diagnosis),
  }));
  const fingerprints = [...new Set(verdicts.map(acceptedBy))];
  return { diagnosis, route, engines: [sampleEngine.id], fingerprints };
}

/** What the sample promises of every route. */
const samplePromise: TestPlan['fix'] = {
  stack: null,
  values: {
    origins: ['https://app.example.com', 'https://admin.example.com'],
    methods: ['GET', 'PUT'],
    requestHeaders: ['content-type'],
    exposedHeaders: ['x-total-count'],
    maxAgeSeconds: 600,
    credentials: true,
  },
};

export function planOf(
  checks: readonly Sample[],
  routes: TestPlan['routes'],
  firstPosition = 0,
  engine = sampleEngine,
): TestPlan {
  return {
    target: sampleTarget,
    failOn: 'error',
    engine: engine.id,
    routes,
    checks: checks.map((sample, index) => ({
      id: sampleId(sample, engine),
      position: firstPosition + index,
      check: sample.check,
      route: sample.route,
      origin: sample.origin,
      originRole: sample.originRole,
      method: sample.method,
      credentialsMode: sample.credentialsMode,
      detail: sample.detail ?? '',
      url: sampleUrl(sample),
    })),
    fix: null,
  };
}
