import { basicFilteredHeaderNames, corsFilteredHeaderNames } from './response-headers.ts';
import type { CredentialsMode, ResponseTainting } from './standard-request.ts';
import type { HeaderList } from './header-list.ts';
import type { ResponsePrediction } from './prediction.ts';

/** A response as it came, before it is filtered for the page. */
export interface InternalResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly url: URL;
  readonly redirected: boolean;
}

/**
 * Returns what the page sees of `response`.
 *
 * https://fetch.spec.whatwg.org/#concept-filtered-response
 */
export function filteredResponse(
  tainting: ResponseTainting,
  credentialsMode: CredentialsMode,
  response: InternalResponse,
): ResponsePrediction {
  const { status, headers, redirected } = response;
  const url = withoutFragment(response.url);
  switch (tainting) {
    case 'basic': {
      const readableHeaderNames = basicFilteredHeaderNames(headers);
      return { outcome: 'response', type: 'basic', status, url, redirected, readableHeaderNames };
    }
    case 'cors': {
      const readableHeaderNames = corsFilteredHeaderNames(headers, credentialsMode);
      return { outcome: 'response', type: 'cors', status, url, redirected, readableHeaderNames };
    }
    case 'opaque':
      return {
        outcome: 'response',
        type: 'opaque',
        status: 0,
        url: '',
        redirected: false,
        readableHeaderNames: [],
      };
    default:
      return tainting satisfies never;
  }
}

/**
 * Returns what the page sees of a redirect when the request's redirect mode is "manual".
 *
 * https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
 */
export function opaqueRedirectFilteredResponse(response: InternalResponse): ResponsePrediction {
  return {
    outcome: 'response',
    type: 'opaqueredirect',
    status: 0,
    url: withoutFragment(response.url),
    redirected: response.redirected,
    readableHeaderNames: [],
  };
}

function withoutFragment(url: URL): string {
  const copy = new URL(url);
  copy.hash = '';
  return copy.href;
}
