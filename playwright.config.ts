import { defineConfig } from '@playwright/test';

/** With a target of one's own only that is judged; without one, the harness tests itself and judges the demo API. */
const hasTarget = process.env['CORS_TARGET_URL'] !== undefined || process.env['CORS_ORIGIN'] !== undefined;

export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  workers: '100%',
  globalSetup: './fixtures/global-setup.ts',
  reporter: [['./reports/reporter.ts']],
  projects: [
    { name: 'target', testMatch: /specs\/target\.spec\.ts$/ },
    ...(hasTarget ? [] : [{ name: 'harness', testIgnore: /specs\/target\.spec\.ts$/ }]),
  ],
});
