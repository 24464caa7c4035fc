import { startEngine } from '../dist/fixtures/stage/start-engine.js';
import { probeRequest } from '../dist/src/plan/probe-request.js';
import { timeBareLoop } from './bare-loop.mjs';

const inFlight = 6;
/** As many as the suite asks together: so many URLs there are. */
const routes = 8;
/** A request header that takes a CORS-preflight request. */
const headers = { 'x-bench': '1' };

/**
 * Resolves to the milliseconds for `count` requests with a CORS-preflight request each, half of them refused, in
 * the engine `id`: through `probe`, and in a bare loop of fetch() in one page. Rejects with a `BrowserError` if the
 * engine is not there.
 */
export async function measureProbe(api, id, count) {
  const urls = Array.from(
    { length: count },
    (_, index) => `${api.origin}/${index % 2 === 0 ? 'granted' : 'refused'}/${index % routes}`,
  );
  return { probe: await throughProbe(api, id, urls), bare: await timeBareLoop(id, urls, headers, inFlight) };
}

async function throughProbe(api, id, urls) {
  const engine = await startEngine(id, []);
  try {
    const page = await engine.harness.openPage([api.authority], []);
    // Not https: to WebKit the API, which is http on loopback, is mixed content then.
    await page.moveTo('http://app.example.com');
    const startedAt = performance.now();
    const observations = await page.probe(
      urls.map((url) => probeRequest(url, { headers: Object.entries(headers) })),
      { inFlight },
    );
    const milliseconds = performance.now() - startedAt;
    const shared = observations.filter(
      ({ outcome, incomplete }) => outcome.kind === 'response' && incomplete === null,
    );
    if (shared.length !== urls.length / 2) {
      throw new Error(`${shared.length} of ${urls.length} requests were shared in ${id}.`);
    }
    await page.close();
    return milliseconds;
  } finally {
    await engine.close();
  }
}
