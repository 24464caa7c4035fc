import type { CredentialsMode, ResponseTainting } from './standard-request.ts';
import { filteredResponse } from './filtered-response.ts';
import type { NetworkErrorReason, ResponsePrediction } from './prediction.ts';

export type SchemeFetchResult =
  | { readonly kind: 'response'; readonly prediction: ResponsePrediction }
  | {
      readonly kind: 'network-error';
      readonly reason: NetworkErrorReason;
      readonly values: readonly string[];
    }
  /** The answer depends on what the page has stored. */
  | { readonly kind: 'unknown' };

/**
 * Performs scheme fetch for a URL without an HTTP(S) scheme: no exchange is made. A `file:` URL is
 * implementation-defined; here it is a network error, "when in doubt".
 *
 * https://fetch.spec.whatwg.org/#scheme-fetch
 */
export function schemeFetch(
  url: URL,
  tainting: ResponseTainting,
  credentialsMode: CredentialsMode,
): SchemeFetchResult {
  const headers = [['Content-Type', '']] as const;
  const prediction = filteredResponse(tainting, credentialsMode, {
    status: 200,
    headers,
    url,
    redirected: false,
  });
  switch (url.protocol) {
    case 'about:':
      return url.pathname === 'blank' ? { kind: 'response', prediction } : unsupported(url);
    case 'blob:':
      return { kind: 'unknown' };
    case 'data:':
      if (url.href.includes(',')) return { kind: 'response', prediction };
      return { kind: 'network-error', reason: 'data-url-malformed', values: [] };
    default:
      return unsupported(url);
  }
}

function unsupported(url: URL): SchemeFetchResult {
  return { kind: 'network-error', reason: 'scheme-unsupported', values: [url.protocol.slice(0, -1)] };
}
