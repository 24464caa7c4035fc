import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../../../fixtures/test.ts';
import firefox from '../../../fixtures/engines/firefox.ts';
import { CanaryServer } from '../../../servers/api/canary-server.ts';
import { PageOriginServer } from '../../../servers/page-origin.ts';
import { assertCorsInForce } from '../../../src/probe/canary.ts';
import type { Outcome } from '../../../src/model.ts';
import { launchFirefox } from '../../../src/probe/firefox/harness.ts';
import type { ProbePage } from '../../../src/probe/probe.ts';

/** Makes as much of a probing page as the canary needs, in a context that is not ours. */
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

interface Wrong {
  /** Of the context's proxy. */
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly spoil?: (context: BrowserContext) => Promise<unknown>;
}

/** Resolves to what the canary says of a context of Firefox with what is `wrong`; `null` if it is content. */
async function canarySays({ credentials, spoil }: Wrong): Promise<string | null> {
  const origins = await PageOriginServer.start();
  const server = await CanaryServer.start();
  const { browser, rdp, guard } = await launchFirefox(firefox);
  try {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      proxy: { server: origins.proxyUrl, bypass: '127.0.0.1', ...credentials },
    });
    await spoil?.(context);
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

const notInForce =
  'CanaryError: A request whose CORS-preflight request is refused came back as "response" (the server saw PUT): the browser context does not enforce CORS. Remove route(), routeFromHAR(), extra HTTP headers, proxy credentials, --disable-web-security and bypassCSP from it.';

test('proxy credentials switch CORS off in Firefox, and the canary catches it', async ({ corsEngine }) => {
  test.skip(
    corsEngine !== 'firefox',
    'Playwright intercepts for proxy credentials in Firefox: https://playwright.dev/docs/network#http-proxy',
  );
  expect(await canarySays({})).toBe(null);
  const credentials = { username: 'somebody', password: 'secret' };
  expect(await canarySays({ credentials })).toBe(notInForce);
});

test('the canary catches a routed context of Firefox, even if the route is for another address', async ({
  corsEngine,
}) => {
  test.skip(
    corsEngine !== 'firefox',
    'Chromium has a test of its own, and WebKitGTK no context to route: https://playwright.dev/docs/network',
  );
  // What this rule forbids is what this test is about.
  // eslint-disable-next-line no-restricted-syntax
  const spoil = (context: BrowserContext) => context.route('https://elsewhere.test/**', () => undefined);
  expect(await canarySays({ spoil })).toBe(notInForce);
});

test('permissions that a page cannot have are refused aloud', async ({
  corsHarness: { harness, definition },
}) => {
  await expect(harness.openPage([], [], { permissions: ['local-network-access'] })).rejects.toThrow(
    `${definition.name} cannot be given permissions (local-network-access): ask this of Chromium alone.`,
  );
});
