import { defineConfig } from '@playwright/test';
import { engines } from './fixtures/engines.ts';
import type { WorkerFixtures } from './fixtures/test.ts';
import { askedEngines, enginesVariable } from './src/browser/asked-engines.ts';
import type { EngineId } from './src/model.ts';

/** With a target of one's own only that is judged; without one, the harness tests itself and judges the demo API. */
const hasTarget = process.env['CORS_TARGET_URL'] !== undefined || process.env['CORS_ORIGIN'] !== undefined;

// Kept in the environment, as workers read this file without the arguments of the command.
const known: readonly EngineId[] = Object.values(engines).map(({ id }) => id);
const asked = askedEngines(known, process.env, process.argv);
process.env[enginesVariable] = asked.join(',');

/** What is asked of the engines that need asking. */
const ofEachEngine = /specs\/harness\/engines\/browser\/.*\.spec\.ts$/;
/** What is asked of every engine. */
const inEachEngine = [ofEachEngine, /specs\/catalogue\.spec\.ts$/];

export default defineConfig<object, WorkerFixtures>({
  testDir: 'specs',
  fullyParallel: true,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  workers: '100%',
  globalSetup: './fixtures/global-setup.ts',
  reporter: [['./reports/reporter.ts', { outputDir: process.env['CORS_REPORT_DIR'] }]],
  projects: [
    ...asked.map((engine) => ({
      name: engine === 'chromium' ? 'target' : `${engine}-target`,
      testMatch: /specs\/target\.spec\.ts$/,
      use: { corsEngine: engine },
    })),
    ...(hasTarget || !asked.includes('chromium')
      ? []
      : [{ name: 'harness', testIgnore: [/specs\/target\.spec\.ts$/, ofEachEngine] }]),
    ...asked
      .filter((engine) => engine !== 'chromium' && !hasTarget)
      .map((engine) => ({
        name: `${engine}-harness`,
        testMatch: inEachEngine,
        use: { corsEngine: engine },
      })),
  ],
});
