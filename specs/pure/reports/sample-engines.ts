import { engines } from '../../../fixtures/engines.ts';
import { collect, type TargetTest } from '../../../reports/collect/collect.ts';
import { refusals } from '../../../src/diagnoses/refusals.ts';
import type { RefusalId } from '../../../src/diagnoses/vocabulary.ts';
import type { EngineId, Report, Verdict } from '../../../src/model.ts';
import { samples } from './sample-checks.ts';
import { planOf, sampleRoutes } from './sample-report.ts';
import { sampleEngine, sampleUrl, sampleVerdict, type Sample } from './sample-verdict.ts';

const sampleEngines: readonly Verdict['engine'][] = [
  sampleEngine,
  { id: 'firefox', version: '153.7.0' },
  { id: 'webkit', version: '2.50.6' },
];

/**
 * Returns the report of a run in three engines that agree on most and disagree on two lines of
 * Access-Control-Allow-Origin: an empty second one, and one with a space before its colon. One crashed.
 */
export function threeEnginesReport(): Report {
  return collect(sampleEngines.map(testIn), '0.1.0');
}

function testIn(engine: Verdict['engine']): TargetTest {
  const checks = [...samples, ...disputed].map((sample) => inEngine(sample, engine.id));
  const crashed = engine.id === 'firefox';
  const verdicts = checks
    .filter(({ route }) => !crashed || route !== '/v1/status')
    .map((sample) => sampleVerdict(sample, engine));
  return {
    title: 'sample',
    plan: JSON.stringify(planOf(checks, sampleRoutes, 0, engine)),
    attempts: [
      {
        attachments: [JSON.stringify({ verdicts })],
        problem: crashed ? 'Firefox is gone.' : null,
      },
    ],
  };
}

const app = { origin: 'https://app.example.com', originRole: 'trusted' } as const;

const disputed: readonly Sample[] = [
  { ...app, check: 'readable', route: '/v1/exports', method: 'HEAD', credentialsMode: 'omit' },
  { ...app, check: 'readable', route: '/v1/orders', method: 'HEAD', credentialsMode: 'include' },
];

function inEngine(sample: Sample, engine: EngineId): Sample {
  const told = { ...sample, ...answers[`${sample.method} ${sample.route}`]?.[engine] };
  const { diagnosis } = told;
  if (engine === 'chromium' && told.console !== undefined) return told;
  if (diagnosis === undefined) {
    const printed =
      (told.console?.length ?? 0) > 0 ? { console: textsOf('origin-missing', told, engine) } : {};
    return { ...told, ...printed };
  }
  return isRefusal(diagnosis) ? { ...told, console: textsOf(diagnosis, told, engine) } : told;
}

/** What the engines say where they do not say the same. */
const answers: Readonly<Record<string, Partial<Record<EngineId, Partial<Sample>>>>> = {
  'HEAD /v1/exports': {
    chromium: { diagnosis: 'origin-multiple', value: `${app.origin}, ` },
    webkit: { diagnosis: 'origin-multiple', value: `${app.origin}, ` },
  },
  'HEAD /v1/orders': {
    firefox: { diagnosis: 'origin-missing' },
    webkit: { diagnosis: 'origin-missing' },
  },
};

function textsOf(id: RefusalId, sample: Sample, engine: EngineId): readonly string[] {
  const definition = engines[engine];
  const values: Readonly<Record<string, string>> = {
    url: sampleUrl(sample),
    origin: sample.origin,
    api: definition?.apiNames?.fetch ?? 'fetch',
    value: sample.value ?? '',
    method: sample.method,
    status: '200',
    redirected: '',
  };
  return (definition?.refusals[id].texts ?? []).map((text) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder),
  );
}

function isRefusal(id: string): id is RefusalId {
  return Object.hasOwn(refusals, id);
}
