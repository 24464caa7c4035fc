import type { Page } from '@playwright/test';
import { expect, test } from '../../../../fixtures/test.ts';
import firefox from '../../../../fixtures/engines/firefox.ts';
import { CanaryServer } from '../../../../servers/canary-server.ts';
import { PageOriginServer } from '../../../../servers/page-origin.ts';
import { assertCorsInForce } from '../../../../src/canary.ts';
import type { Outcome } from '../../../../src/model.ts';
import { launchFirefox } from '../../../../src/probe/firefox-harness.ts';
import type { ProbePage } from '../../../../src/probe.ts';

/** As much of a probing page as the canary needs, in a context that is not ours. */
function bareProbePage(page: Page, origins: PageOriginServer): ProbePage {
  return {
    origin: 'https://canary.test',
    moveTo: async (origin) => void (await page.goto(origins.pageUrl(origin))),
    probe: async ([request]) => {
      if (request === undefined) return [];
      const outcome = await page.evaluate<Outcome, { url: string; method: string }>(
        ({ url, method }) =>
          fetch(url, { method }).then(
            ({ status, type }) => ({
              kind: 'response',
              status,
              type,
              url,
              redirected: false,
              headers: [],
              bodyError: null,
            }),
            (error: unknown) => ({ kind: 'network-error', message: String(error) }),
          ),
        { url: request.url, method: request.method },
      );
      return [
        {
          engine: { id: 'firefox', version: '' },
          pageOrigin: 'https://canary.test',
          request,
          outcome,
          console: [],
          exchanges: [],
          refusal: null,
          failure: null,
          incomplete: null,
        },
      ];
    },
    clearCaches: () => Promise.resolve(),
    rewriting: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}

/** What the canary says of a context of Firefox whose proxy has `credentials`; `null` if it is content. */
async function canarySays(
  credentials: { username: string; password: string } | null,
): Promise<string | null> {
  const origins = await PageOriginServer.start();
  const server = await CanaryServer.start();
  const { browser, rdp, guard } = await launchFirefox(firefox);
  try {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      proxy: { server: origins.proxyUrl, bypass: '127.0.0.1', ...credentials },
    });
    const page = bareProbePage(await context.newPage(), origins);
    return await assertCorsInForce(page, server).then(
      () => null,
      (error: Error) => `${error.name}: ${error.message}`,
    );
  } finally {
    rdp?.close();
    await browser.close();
    guard?.end();
    await server.close();
    await origins.close();
  }
}

test('proxy credentials switch CORS off in Firefox, and the canary catches it', async ({ corsEngine }) => {
  test.skip(
    corsEngine !== 'firefox',
    'Playwright intercepts for proxy credentials in Firefox: https://playwright.dev/docs/network#http-proxy',
  );
  expect(await canarySays(null)).toBe(null);
  expect(await canarySays({ username: 'somebody', password: 'secret' })).toBe(
    'CanaryError: A request whose CORS-preflight request is refused came back as "response" (the server saw PUT): the browser context does not enforce CORS. Remove route(), routeFromHAR(), extra HTTP headers, proxy credentials, --disable-web-security and bypassCSP from it.',
  );
});

test('permissions that a page cannot have are refused aloud', async ({
  corsHarness: { harness, definition },
}) => {
  await expect(harness.openPage([], [], { permissions: ['local-network-access'] })).rejects.toThrow(
    `${definition.name} cannot be given permissions (local-network-access): ask this of Chromium alone.`,
  );
});
