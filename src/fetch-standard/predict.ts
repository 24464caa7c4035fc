import { checkRequest } from './check-request.ts';
import { type Hop, type HopResult, httpFetch } from './http-fetch.ts';
import { mainFetch } from './main-fetch.ts';
import { hasHttpScheme } from './urls.ts';
import type { Prediction } from './prediction.ts';
import { schemeFetch } from './scheme-fetch.ts';
import type { StandardExchange, StandardRequest } from './standard-request.ts';

export type * from './prediction.ts';
export type { StandardExchange, StandardRequest } from './standard-request.ts';

/**
 * Walks `exchanges` as the standard would make them for `request` and returns what it makes of them. Knows no
 * CORS-preflight cache, no HTTP cache and no service worker, and nothing that is decided outside of the CORS
 * protocol: blocked ports, mixed content, content security policy, cross-origin resource policy.
 *
 * Pure. Never throws, whatever the exchanges contain.
 *
 * https://fetch.spec.whatwg.org/#concept-fetch
 */
export function predict(request: StandardRequest, exchanges: readonly StandardExchange[]): Prediction {
  const checked = checkRequest(request);
  if (!checked.ok) return { outcome: 'exception', reason: checked.reason, values: checked.values };
  let hop: Hop = {
    currentUrl: checked.url,
    method: checked.method,
    headers: checked.headers,
    streamingBody: request.streamingBody ?? false,
    redirectCount: 0,
    originTainted: false,
    tainting: 'basic',
    next: 0,
  };
  for (;;) {
    const result = fetchHop(request, hop, exchanges);
    if (result.kind !== 'hop') return conclude(result, exchanges.length);
    hop = result.hop;
  }
}

function fetchHop(request: StandardRequest, hop: Hop, exchanges: readonly StandardExchange[]): HopResult {
  const main = mainFetch(request, hop.currentUrl, hop.tainting);
  if (main.kind === 'network-error') return { ...main, exchange: hop.next === 0 ? null : hop.next - 1 };
  const tainted: Hop = { ...hop, tainting: main.tainting };
  if (hasHttpScheme(hop.currentUrl)) return httpFetch(request, tainted, exchanges);
  const result = schemeFetch(hop.currentUrl, main.tainting, request.credentialsMode);
  switch (result.kind) {
    case 'response':
      return { kind: 'response', prediction: result.prediction, exchange: null };
    case 'network-error':
      return { ...result, exchange: null };
    case 'unknown':
      return { kind: 'open', prediction: unknownBlob(hop) };
    default:
      return result satisfies never;
  }
}

function unknownBlob({ method, currentUrl }: Hop): Prediction {
  return { outcome: 'incomplete', needs: 'actual', method, url: currentUrl.href, exchange: null };
}

/** Turns the last hop into the prediction, unless there are exchanges after the end. */
function conclude(result: Exclude<HopResult, { kind: 'hop' }>, exchangeCount: number): Prediction {
  if (result.kind === 'open') return result.prediction;
  const { exchange } = result;
  const predicted =
    result.kind === 'response'
      ? result.prediction
      : ({ outcome: 'network-error', reason: result.reason, values: result.values, exchange } as const);
  const next = exchange === null ? 0 : exchange + 1;
  if (next >= exchangeCount) return predicted;
  return { outcome: 'unexpected-exchange', exchange: next, reason: 'fetch-is-over', predicted };
}
