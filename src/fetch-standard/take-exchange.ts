import { parseUrl } from './urls.ts';
import type { Prediction } from './prediction.ts';
import type { StandardExchange } from './standard-request.ts';

/** The exchange that the standard makes next. */
export interface ExpectedExchange {
  readonly index: number;
  readonly purpose: StandardExchange['purpose'];
  /** Of the exchange itself: `OPTIONS` for a CORS-preflight request. */
  readonly method: string;
  /** Of the actual request that a CORS-preflight request asks for. */
  readonly actualMethod: string;
  readonly url: URL;
}

export type TakenExchange =
  | { readonly kind: 'exchange'; readonly exchange: StandardExchange; readonly index: number }
  | { readonly kind: 'end'; readonly prediction: Prediction };

/**
 * Returns the exchange at `expected.index` if it is the expected one, else the prediction that says what is
 * there instead. Where its status is 421 and it was made once more, on a connection of its own, that one is
 * returned. URLs are compared as they are on the wire: without fragment, user name and password.
 *
 * https://fetch.spec.whatwg.org/#http-fetch
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export function takeExchange(
  exchanges: readonly StandardExchange[],
  expected: ExpectedExchange,
): TakenExchange {
  const { index, purpose, url } = expected;
  const exchange = exchanges[index];
  if (exchange === undefined) return { kind: 'end', prediction: missing(expected, null) };
  if (!isSameOnTheWire(url, exchange.url)) return unexpected(index, 'url-differs');
  if (purpose === 'actual' && exchange.purpose === 'preflight')
    return unexpected(index, 'preflight-not-needed');
  if (purpose === 'preflight' && exchange.purpose === 'actual') {
    if (exchange.method !== expected.actualMethod) return unexpected(index, 'method-differs');
    return { kind: 'end', prediction: missing(expected, index) };
  }
  if (exchange.method !== expected.method) return unexpected(index, 'method-differs');
  const again = exchange.status === misdirected ? exchanges[index + 1] : undefined;
  return again !== undefined && isSameRequest(exchange, again)
    ? { kind: 'exchange', exchange: again, index: index + 1 }
    : { kind: 'exchange', exchange, index };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20 */
const misdirected = 421;

const isSameRequest = (one: StandardExchange, other: StandardExchange): boolean =>
  one.purpose === other.purpose && one.method === other.method && one.url === other.url;

function missing(expected: ExpectedExchange, exchange: number | null): Prediction {
  const { purpose, method, url } = expected;
  return { outcome: 'incomplete', needs: purpose, method, url: onTheWire(url), exchange };
}

function unexpected(
  exchange: number,
  reason: 'preflight-not-needed' | 'url-differs' | 'method-differs',
): TakenExchange {
  return { kind: 'end', prediction: { outcome: 'unexpected-exchange', exchange, reason } };
}

function isSameOnTheWire(url: URL, other: string): boolean {
  const parsed = parseUrl(other);
  return parsed !== null && onTheWire(parsed) === onTheWire(url);
}

function onTheWire(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  copy.hash = '';
  return copy.href;
}
