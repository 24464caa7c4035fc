import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { createInnerProject } from './inner-run.ts';
import { plainBrowser } from '../../support/plain-browser.ts';
import { planOf } from '../../pure/reports/sample-report.ts';
import { sampleVerdict } from '../../pure/reports/sample-verdict.ts';

test("Playwright's own HTML report shows the diagnosis, and nothing that is meant for our report", async ({}, testInfo) => {
  const sample = {
    check: 'unreadable',
    route: '/v1/status',
    origin: 'https://evil.example',
    originRole: 'untrusted',
    method: 'GET',
    credentialsMode: 'omit',
    diagnosis: 'any-origin',
  } as const;
  const plan = planOf([sample], [{ path: '/v1/status', methods: ['GET'] }], 0);
  const project = await createInnerProject(
    testInfo,
    [{ title: 'status', plan, does: { attach: [sampleVerdict(sample)] } }],
    { extraReporters: "['html', { outputFolder: 'html', open: 'never' }], " },
  );
  await project.run();
  const browser = await plainBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.folder, 'html', 'index.html')).href);
    await page.getByText('status', { exact: true }).click();
    await expect(page.locator('.test-case-annotation')).toHaveText([
      'cors-conformance: any-origin (high): GET /v1/status from https://evil.example, credentials mode "omit"',
    ]);
  } finally {
    await browser.close();
  }
});
