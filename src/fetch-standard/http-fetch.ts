import { corsCheck } from './cors-check.ts';
import {
  filteredResponse,
  type InternalResponse,
  opaqueRedirectFilteredResponse,
} from './filtered-response.ts';
import { needsPreflight, type PreflightedRequest, validatePreflight } from './preflight.ts';
import { isRedirectStatus } from './statuses.ts';
import { httpRedirectFetch, type RedirectedRequest } from './redirect.ts';
import type { ResponseTainting, StandardExchange, StandardRequest } from './standard-request.ts';
import { takeExchange } from './take-exchange.ts';
import type { NetworkErrorReason, Prediction, ResponsePrediction } from './prediction.ts';

/**
 * Performs HTTP fetch for one hop, with its CORS-preflight fetch, and HTTP-redirect fetch up to the next hop.
 *
 * https://fetch.spec.whatwg.org/#http-fetch
 */
export function httpFetch(
  request: StandardRequest,
  hop: Hop,
  exchanges: readonly StandardExchange[],
): HopResult {
  if (hop.tainting !== 'cors' || !needsPreflight(corsRequest(request, hop))) {
    return actualFetch(request, hop, exchanges);
  }
  const result = preflightFetch(request, hop, exchanges);
  return result.kind === 'hop' ? actualFetch(request, result.hop, exchanges) : result;
}

function preflightFetch(
  request: StandardRequest,
  hop: Hop,
  exchanges: readonly StandardExchange[],
): HopResult {
  const taken = takeExchange(exchanges, {
    index: hop.next,
    purpose: 'preflight',
    method: 'OPTIONS',
    actualMethod: hop.method,
    url: hop.currentUrl,
  });
  if (taken.kind === 'end') return { kind: 'open', prediction: taken.prediction };
  const result = validatePreflight(corsRequest(request, hop), taken.exchange);
  if (result.ok) return { kind: 'hop', hop: { ...hop, next: taken.index + 1 } };
  return { kind: 'network-error', reason: result.reason, values: result.values, exchange: taken.index };
}

function actualFetch(request: StandardRequest, hop: Hop, exchanges: readonly StandardExchange[]): HopResult {
  const taken = takeExchange(exchanges, {
    index: hop.next,
    purpose: 'actual',
    method: hop.method,
    actualMethod: hop.method,
    url: hop.currentUrl,
  });
  if (taken.kind === 'end') return { kind: 'open', prediction: taken.prediction };
  const made = { ...hop, next: taken.index };
  const check = hop.tainting === 'cors' ? corsCheck(corsRequest(request, hop), taken.exchange.headers) : null;
  if (check !== null && !check.ok) {
    const values = check.value === null ? [] : [check.value];
    return { kind: 'network-error', reason: check.reason, values, exchange: made.next };
  }
  return isRedirectStatus(taken.exchange.status)
    ? redirectFetch(request, made, taken.exchange)
    : respond(request, made, taken.exchange);
}

function redirectFetch(request: StandardRequest, hop: Hop, exchange: StandardExchange): HopResult {
  switch (request.redirectMode) {
    case 'error': {
      const values = [String(exchange.status)];
      return { kind: 'network-error', reason: 'redirect-mode-error', values, exchange: hop.next };
    }
    case 'manual': {
      const prediction = opaqueRedirectFilteredResponse(internalResponse(hop, exchange));
      return { kind: 'response', prediction, exchange: hop.next };
    }
    case 'follow':
      return followRedirect(request, hop, exchange);
    default:
      return request.redirectMode satisfies never;
  }
}

function followRedirect(request: StandardRequest, hop: Hop, exchange: StandardExchange): HopResult {
  const { pageOrigin, mode } = request;
  const result = httpRedirectFetch({ pageOrigin, mode, tainting: hop.tainting }, hop, exchange);
  switch (result.kind) {
    case 'no-redirect':
      return respond(request, hop, exchange);
    case 'network-error':
      return { ...result, exchange: hop.next };
    case 'follow':
      return { kind: 'hop', hop: { ...result.request, tainting: hop.tainting, next: hop.next + 1 } };
    default:
      return result satisfies never;
  }
}

function respond(request: StandardRequest, hop: Hop, exchange: StandardExchange): HopResult {
  const prediction = filteredResponse(hop.tainting, request.credentialsMode, internalResponse(hop, exchange));
  return { kind: 'response', prediction, exchange: hop.next };
}

function internalResponse(hop: Hop, { status, headers }: StandardExchange): InternalResponse {
  return { status, headers, url: hop.currentUrl, redirected: hop.redirectCount > 0 };
}

function corsRequest(request: StandardRequest, hop: Hop): PreflightedRequest {
  return {
    // https://fetch.spec.whatwg.org/#serializing-a-request-origin
    origin: hop.originTainted ? 'null' : request.pageOrigin,
    credentialsMode: request.credentialsMode,
    method: hop.method,
    headers: hop.headers,
    useCorsPreflightFlag: request.uploadListeners === true || request.streamingBody === true,
  };
}

/** The request between two redirects. */
export interface Hop extends RedirectedRequest {
  readonly tainting: ResponseTainting;
  /** The index of the exchange to come. */
  readonly next: number;
}

/** What a hop leads to; `exchange` is the index of the last exchange that was looked at, or null. */
export type HopResult =
  | { readonly kind: 'hop'; readonly hop: Hop }
  | { readonly kind: 'response'; readonly prediction: ResponsePrediction; readonly exchange: number | null }
  | {
      readonly kind: 'network-error';
      readonly reason: NetworkErrorReason;
      readonly values: readonly string[];
      readonly exchange: number | null;
    }
  /** The exchanges are not those of the standard, so that nothing can be concluded from them. */
  | { readonly kind: 'open'; readonly prediction: Prediction };
