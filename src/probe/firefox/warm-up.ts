import type { FirefoxDriver } from './driver.ts';
import type { PageTap } from '../tapped/page-tap.ts';

/**
 * Makes a few requests before anything is measured. In a fresh context that connects directly, Firefox sends the first
 * CORS-preflight requests, up to three, that it could have spared; after that it keeps what they grant. Behind a tap it
 * was not seen to, but no rule says that it does not, and the first measured cache would then look like none.
 */
export async function warmUp(driver: FirefoxDriver, tap: PageTap): Promise<void> {
  const url = `${tap.pageUrl('https://warm-up.test')}cors-conformance-warm-up`;
  await driver.evaluate(
    `(async () => { for (let round = 0; round < 4; round++) await fetch(${JSON.stringify(url)}, { method: 'PUT' }); return true; })()`,
    10_000,
  );
}
