import { chromium } from '@playwright/test';
import chromiumEngine from '../dist/fixtures/engines/chromium.js';
import { PageOriginServer } from '../dist/servers/page-origin.js';
import { findBrowser } from '../dist/src/browser/find-browser.js';

/** Returns a policy of so many routes that the target suite makes about 1,000 verdicts of it. */
export const thousandVerdicts = (target) => ({
  target,
  trustedOrigins: ['https://app.example.com'],
  routes: Array.from({ length: 6 }, (_, index) => ({
    path: `/routes/${index}`,
    methods: ['GET', 'PUT'],
    credentials: 'include',
  })),
});

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
