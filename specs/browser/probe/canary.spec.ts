import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../../../fixtures/test.ts';
import chromiumEngine from '../../../fixtures/engines/chromium.ts';
import { CanaryServer } from '../../../servers/api/canary-server.ts';
import { PageOriginServer } from '../../../servers/page-origin.ts';
import { assertCorsInForce } from '../../../src/probe/canary.ts';
import { launchChromium } from '../../../src/probe/chromium/harness.ts';
import { ChromiumPage } from '../../../src/probe/chromium/page.ts';
import { probingContext } from '../../../src/probe/chromium/probing-context.ts';

/** Runs the canary in a context that `spoil` has changed, and returns what it said; `null` if it was content. */
async function canarySays(
  spoil: (context: BrowserContext) => Promise<unknown>,
  proxyCredentials: { username: string; password: string } | null = null,
): Promise<string | null> {
  const origins = await PageOriginServer.start();
  const server = await CanaryServer.start();
  const browser = await launchChromium(chromiumEngine, origins.spkiHash);
  try {
    const options = probingContext({ proxyUrl: origins.proxyUrl, direct: [server.authority] });
    const proxy = options.proxy === undefined ? undefined : { ...options.proxy, ...proxyCredentials };
    const context = await browser.newContext({ ...options, ...(proxy === undefined ? {} : { proxy }) });
    await spoil(context);
    const page = await ChromiumPage.open({
      browser,
      context,
      proxyUrl: origins.proxyUrl,
      direct: [server.authority],
      pageUrl: (origin, page) => origins.pageUrl(origin, page),
      secrets: [],
    });
    return await assertCorsInForce(page, server).then(
      () => null,
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    );
  } finally {
    await browser.close();
    await server.close();
    await origins.close();
  }
}

test('the canary is content with a context of ours', async () => {
  expect(await canarySays(() => Promise.resolve())).toBe(null);
});

test('the canary catches a routed context, even if the route is for another address', async () => {
  // What this rule forbids is what this test is about.
  // eslint-disable-next-line no-restricted-syntax
  const said = await canarySays((context) => context.route('https://elsewhere.test/**', () => undefined));
  expect(said).toBe(
    'CanaryError: A request whose CORS-preflight request is refused came back as "response" (the server saw PUT): the browser context does not enforce CORS. Remove route(), routeFromHAR(), extra HTTP headers, proxy credentials, --disable-web-security and bypassCSP from it.',
  );
});

test('proxy credentials do not switch CORS off in Chromium, and the canary says so', async () => {
  // They do in Firefox, where Playwright answers CORS-preflight requests as soon as it intercepts.
  expect(await canarySays(() => Promise.resolve(), { username: 'somebody', password: 'secret' })).toBe(null);
});
