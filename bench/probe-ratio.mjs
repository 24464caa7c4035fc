import { chromium } from '@playwright/test';
import chromiumEngine from '../dist/fixtures/engines/chromium.js';
import { CanaryServer } from '../dist/servers/canary-server.js';
import { PageOriginServer } from '../dist/servers/page-origin.js';
import { findBrowser } from '../dist/src/browser/find-browser.js';
import { startChromium } from '../dist/src/probe/chromium-harness.js';
import { probeRequest } from '../dist/src/probe-request.js';

const inFlight = 6;

/**
 * Milliseconds for `count` PUT requests with a CORS-preflight request each, half of them refused: through
 * `probe`, and in a bare loop of fetch() in one page.
 */
export async function measureProbe(api, count) {
  const urls = Array.from(
    { length: count },
    (_, index) => `${api.origin}/${index % 2 === 0 ? 'granted' : 'refused'}/`,
  );
  return { probe: await throughProbe(api, urls), bare: await inBareLoop(api, urls) };
}

async function throughProbe(api, urls) {
  const origins = await PageOriginServer.start();
  const canary = await CanaryServer.start();
  const harness = await startChromium(chromiumEngine, origins, canary);
  const page = await harness.openPage([api.authority], []);
  await page.moveTo('https://app.example.com');
  const startedAt = performance.now();
  const observations = await page.probe(
    urls.map((url) => probeRequest(url, { method: 'PUT' })),
    { inFlight },
  );
  const milliseconds = performance.now() - startedAt;
  const shared = observations.filter(
    ({ outcome, incomplete }) => outcome.kind === 'response' && incomplete === null,
  );
  if (shared.length !== urls.length / 2)
    throw new Error(`${shared.length} of ${urls.length} requests were shared.`);
  await harness.close();
  await canary.close();
  await origins.close();
  return milliseconds;
}

async function inBareLoop(api, urls) {
  const executablePath = findBrowser(chromiumEngine)?.executablePath ?? undefined;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: chromiumEngine.args,
  });
  const page = await browser.newPage();
  await page.goto(api.origin.replace('127.0.0.1', 'localhost'));
  const startedAt = performance.now();
  const shared = await page.evaluate(
    async ({ urls: list, inFlight: lanes }) => {
      let next = 0;
      let read = 0;
      const lane = async () => {
        for (let url = list[next++]; url !== undefined; url = list[next++]) {
          try {
            const response = await fetch(url, { method: 'PUT' });
            await response.arrayBuffer();
            read += 1;
          } catch {
            // Half of them are refused.
          }
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      return read;
    },
    { urls, inFlight },
  );
  const milliseconds = performance.now() - startedAt;
  if (shared !== urls.length / 2) throw new Error(`${shared} of ${urls.length} requests were shared.`);
  await browser.close();
  return milliseconds;
}
