import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import chromiumEngine from '../dist/fixtures/engines/chromium.js';
import { PageOriginServer } from '../dist/servers/page-origin.js';
import { findBrowser } from '../dist/src/browser/find-browser.js';

/** Returns a policy of so many routes that the target suite makes about 1,000 verdicts of it. */
const policy = (target) => ({
  target,
  trustedOrigins: ['https://app.example.com'],
  routes: Array.from({ length: 6 }, (_, index) => ({
    path: `/routes/${index}`,
    methods: ['GET', 'PUT'],
    credentials: 'include',
  })),
});

/** Resolves to the seconds and verdicts of a whole `npx playwright test` on `api`. */
export async function measureWholeRun(api) {
  // Below this folder, so that the packages are found; removed at the end.
  const folder = mkdtempSync(new URL('./run-', import.meta.url).pathname);
  try {
    writeFileSync(`${folder}/cors.policy.json`, JSON.stringify(policy(api.origin)));
    writeFileSync(
      `${folder}/cors.spec.ts`,
      "import { corsTarget } from '../../dist/fixtures/target.js'; corsTarget();\n",
    );
    writeFileSync(
      `${folder}/playwright.config.ts`,
      "export default { workers: '100%', fullyParallel: true, reporter: [['../../dist/reports/reporter.js', { outputDir: 'out' }]] };\n",
    );
    const startedAt = performance.now();
    const exitCode = await new Promise((resolve, reject) => {
      const child = spawn('npx', ['playwright', 'test'], { cwd: folder, stdio: 'ignore' });
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const report = JSON.parse(readFileSync(`${folder}/out/report.json`, 'utf8'));
    if (exitCode !== 0)
      throw new Error(`The run ended with exit code ${exitCode}: ${report.gate.reasons.join(' ')}`);
    const { conforms, violates, inapplicable, inconclusive } = report.totals;
    return { seconds, verdicts: conforms + violates + inapplicable + inconclusive };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves to the seconds for `count` checks written the ordinary way: a context, a page and a goto for each. */
export async function measureOrdinaryWay(api, count) {
  const origins = await PageOriginServer.start();
  const executablePath = findBrowser(chromiumEngine)?.executablePath ?? undefined;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Nobody who writes it the ordinary way gives more than this.
    args: [`--ignore-certificate-errors-spki-list=${origins.spkiHash}`],
  });
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) {
    const context = await browser.newContext({
      proxy: { server: origins.proxyUrl, bypass: `<-loopback>,${api.authority}` },
    });
    const page = await context.newPage();
    await page.goto(origins.pageUrl('https://app.example.com'));
    await page.evaluate((url) => fetch(url, { method: 'PUT' }).catch(() => null), `${api.origin}/granted/`);
    await context.close();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await browser.close();
  await origins.close();
  return seconds;
}
