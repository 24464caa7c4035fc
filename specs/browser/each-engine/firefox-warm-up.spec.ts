import type { Browser } from '@playwright/test';
import firefox from '../../../fixtures/engines/firefox.ts';
import { expect, test } from '../../../fixtures/test.ts';
import { ApiServer } from '../../../servers/api/api-server.ts';
import type { CaseAnswers } from '../../../src/catalogue/case.ts';
import { launchFirefox } from '../../../src/probe/firefox/harness.ts';

/** Grants a PUT for ten minutes. */
const granting: CaseAnswers = {
  preflight: {
    status: 204,
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Max-Age', '600'],
    ],
  },
  actual: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] },
};
const page: CaseAnswers = { actual: { status: 200, headers: [['Content-Type', 'text/html']] } };

/**
 * Resolves to the methods that six PUTs of a page in a fresh context make the server see, after `earlier` to another
 * URL.
 */
async function methodsSeen(browser: Browser, api: ApiServer, earlier: number): Promise<string[]> {
  const [pagePlay, otherPlay, play] = [page, granting, granting].map((answers) => api.play(answers, ''));
  // Without a proxy: pages of the harness connect through their tap.
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(`${pagePlay?.addresses.other ?? ''}/`);
  const put = (url = ''): Promise<number> =>
    opened.evaluate((address) => fetch(address, { method: 'PUT' }).then(({ status }) => status), `${url}/`);
  for (let round = 0; round < earlier; round++) await put(otherPlay?.addresses.api);
  for (let round = 0; round < 6; round++) await put(play?.addresses.api);
  await context.close();
  return play?.log.map(({ method }) => method) ?? [];
}

test('without a warm-up, a fresh context that connects directly sends a CORS-preflight request that it could spare', async ({
  corsEngine,
}) => {
  test.skip(
    corsEngine !== 'firefox',
    'the others keep what the first one grants: https://fetch.spec.whatwg.org/#concept-cache',
  );
  const api = await ApiServer.start('http');
  const { browser, rdp, guard } = await launchFirefox(firefox);
  try {
    const fresh = await methodsSeen(browser, api, 0);
    // Most runs send one more, or a third.
    expect(fresh.slice(0, 4)).toEqual(['OPTIONS', 'PUT', 'OPTIONS', 'PUT']);
    expect(fresh.slice(-2)).toEqual(['PUT', 'PUT']);
    // As many as `src/probe/firefox/warm-up.ts` makes.
    expect(await methodsSeen(browser, api, 4)).toEqual(['OPTIONS', 'PUT', 'PUT', 'PUT', 'PUT', 'PUT', 'PUT']);
  } finally {
    rdp?.close();
    await browser.close();
    guard?.end();
    await api.close();
  }
});
