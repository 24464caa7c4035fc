import { defineConfig, type Project } from '@playwright/test';
import { engineChoice } from './fixtures/stage/engine-choice.ts';
import { inWholeSuite, suiteVariable } from './fixtures/stage/suite.ts';
import type { WorkerFixtures } from './fixtures/test.ts';
import type { EngineId } from './src/model.ts';

/** With a target of one's own only that is judged; without one, the harness tests itself and judges the demo API. */
const hasTarget = process.env['CORS_TARGET_URL'] !== undefined || process.env['CORS_ORIGIN'] !== undefined;

const { chosen, harness, suite, recorded } = engineChoice;

/** What this suite leaves to the whole one. */
const left = suite === 'all' ? [] : [new RegExp(`${inWholeSuite.tag}$`)];

type EngineProject = Project<object, WorkerFixtures>;

/** Names the projects of an engine after it; those of Chromium bear no engine's name. */
const named = (engine: EngineId, name: string): string =>
  engine === 'chromium' ? name : `${engine}-${name}`;

const inEngine = (engine: EngineId, name: string, testMatch: RegExp | RegExp[]): EngineProject => ({
  name: named(engine, name),
  testMatch,
  use: { corsEngine: engine },
});

/** After a change, what the recordings of an engine show is not played in it again. */
const live = recorded.length > 0 ? await import('./fixtures/stage/live-cases.ts') : null;

/** Returns `project`, of a recorded engine without the tests whose titles begin with none of `titles`. */
function onlyLive(engine: EngineId, project: EngineProject, titles: readonly string[]): EngineProject {
  if (!recorded.includes(engine)) return project;
  return { ...project, grep: new RegExp(` (${titles.join('|')})`) };
}

const catalogue = (engine: EngineId): EngineProject =>
  onlyLive(
    engine,
    inEngine(engine, 'catalogue', /specs\/catalogue\.spec\.ts$/),
    (live?.liveCases(engine) ?? []).map((id) => `${id} is reproduced`),
  );

const claims = (engine: EngineId): EngineProject =>
  onlyLive(
    engine,
    inEngine(engine, 'claims', /specs\/claims\.spec\.ts$/),
    (live?.liveClaims(engine) ?? []).map((key) => key.replace(/ (\d+)$/, ' is .*: $1\\. ')),
  );

function edge(engine: EngineId): EngineProject {
  if (engine === 'chromium') {
    return { ...inEngine(engine, 'browser', /specs\/browser\/.*\.spec\.ts$/), testIgnore: /\/each-engine\// };
  }
  const own =
    /specs\/browser\/(each-engine\/.*|sending\/.*|ways\/.*|caches\/.*|agreement\/random)\.spec\.ts$/;
  const project = inEngine(engine, 'browser', own);
  return recorded.includes(engine)
    ? { ...project, testIgnore: upToTheEngine, grepInvert: [copiesUpToTheEngine, ...left] }
    : project;
}

/** What an engine, its driver and its tap decide: their recordings say that they are as they were. */
const upToTheEngine = [
  /\/each-engine\/(canary|firefox-warm-up|http-cache|lifecycle|texts)\.spec\.ts$/,
  /\/agreement\/random\.spec\.ts$/,
  /\/(sending|ways)\//,
];
const copiesUpToTheEngine =
  / that a cache (keeps together meet a missing Vary \((?!max-age)|may store come to the same in )/;

// The caches' clocks are put ahead, which takes its time.
const clocks = (engine: EngineId): EngineProject[] =>
  suite === 'all' ? [inEngine(engine, 'clocks', /specs\/preflight-cache-caps\.spec\.ts$/)] : [];

/** What needs no browser of a certain engine. */
const own: EngineProject[] = [
  { name: 'pure', testMatch: /specs\/pure\/.*\.spec\.ts$/ },
  { name: 'process', testMatch: /specs\/process\/.*\.spec\.ts$/ },
  { name: 'frameworks', testMatch: /specs\/(frameworks|websockets|dev-proxies|django-csrf)\.spec\.ts$/ },
  // It packs what `npm run build` has built.
  ...(process.env[suiteVariable] === 'change'
    ? []
    : [{ name: 'package', testMatch: /specs\/package\/.*\.spec\.ts$/ }]),
];

export default defineConfig<object, WorkerFixtures>({
  testDir: 'specs',
  fullyParallel: true,
  timeout: 120_000,
  grepInvert: left,
  forbidOnly: process.env['CI'] !== undefined,
  workers: '100%',
  globalSetup: './fixtures/stage/global-setup.ts',
  reporter: './reports/reporter.ts',
  projects: [
    ...chosen.map((engine) => inEngine(engine, 'target', /specs\/target\.spec\.ts$/)),
    ...(hasTarget ? [] : harness.map(catalogue)),
    ...(hasTarget || suite === 'demo'
      ? []
      : [...own, ...harness.flatMap((engine) => [claims(engine), edge(engine), ...clocks(engine)])]),
  ],
});
