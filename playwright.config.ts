import { defineConfig } from '@playwright/test';
import { engineChoice } from './fixtures/stage/engine-choice.ts';
import type { WorkerFixtures } from './fixtures/test.ts';

/** With a target of one's own only that is judged; without one, the harness tests itself and judges the demo API. */
const hasTarget = process.env['CORS_TARGET_URL'] !== undefined || process.env['CORS_ORIGIN'] !== undefined;

const { chosen } = engineChoice;

/** What is asked of the engines other than Chromium. */
const ofEachEngine = /specs\/browser\/each-engine\/.*\.spec\.ts$/;
/** What is asked of every engine. */
const inEachEngine = [
  ofEachEngine,
  /specs\/(catalogue|claims|preflight-cache-caps|browser\/(sending\/.*|agreement\/random))\.spec\.ts$/,
];

export default defineConfig<object, WorkerFixtures>({
  testDir: 'specs',
  fullyParallel: true,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  workers: '100%',
  globalSetup: './fixtures/stage/global-setup.ts',
  reporter: './reports/reporter.ts',
  projects: [
    ...chosen.map((engine) => ({
      name: engine === 'chromium' ? 'target' : `${engine}-target`,
      testMatch: /specs\/target\.spec\.ts$/,
      use: { corsEngine: engine },
    })),
    ...(hasTarget || !chosen.includes('chromium')
      ? []
      : [{ name: 'harness', testIgnore: [/specs\/target\.spec\.ts$/, ofEachEngine] }]),
    ...chosen
      .filter((engine) => engine !== 'chromium' && !hasTarget)
      .map((engine) => ({
        name: `${engine}-harness`,
        testMatch: inEachEngine,
        use: { corsEngine: engine },
      })),
  ],
});
