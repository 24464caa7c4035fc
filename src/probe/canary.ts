import { EngineError } from '../browser/deadline.ts';
import { probeRequest } from '../plan/probe-request.ts';
import type { ProbePage } from './probe.ts';

/** CORS is not in force in a context that was about to be trusted with verdicts. */
export class CanaryError extends Error {
  override readonly name = 'CanaryError';
  readonly code = 'canary';
}

/** A server that refuses every CORS-preflight request. */
export interface CanaryTarget {
  readonly authority: string;
  /** The methods that arrived, in order. */
  readonly methods: readonly string[];
}

/**
 * Makes a request from `page` whose CORS-preflight request must be refused. Rejects with a `CanaryError` if
 * it is not, or if the server did not see exactly that one request: then something stands between the browser
 * and the network, and nothing that the page says about CORS is true. The page is at `origin`.
 */
export async function assertCorsInForce(
  page: ProbePage,
  server: CanaryTarget,
  origin = 'https://canary.test',
): Promise<void> {
  const before = server.methods.length;
  try {
    await page.moveTo(origin);
    const [observation] = await page.probe([probeRequest(`http://${server.authority}/`, { method: 'PUT' })], {
      timeoutMs: 5_000,
    });
    const seen = server.methods.slice(before);
    const arrived = seen.length === 0 ? 'no request' : seen.join(', ');
    if (observation?.outcome.kind !== 'network-error') {
      throw new CanaryError(
        `A request whose CORS-preflight request is refused came back as "${observation?.outcome.kind ?? 'nothing'}" (the server saw ${arrived}): the browser context does not enforce CORS. Remove route(), routeFromHAR(), extra HTTP headers, proxy credentials, --disable-web-security and bypassCSP from it.`,
      );
    }
    if (seen.join() !== 'OPTIONS') {
      throw new CanaryError(
        `A request that needs one CORS-preflight request made the server see ${arrived}: something between the browser and the network answers for it. Remove route(), routeFromHAR() and proxy credentials from the context.`,
      );
    }
  } catch (error) {
    if (error instanceof CanaryError || error instanceof EngineError) throw error;
    throw new CanaryError(
      `The browser context cannot make a request that CORS refuses (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}): remove proxy credentials and interception from it.`,
      { cause: error },
    );
  }
}
