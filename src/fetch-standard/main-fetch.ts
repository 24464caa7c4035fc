import { hasHttpScheme } from './urls.ts';
import { isSameOrigin } from './origin.ts';
import type { NetworkErrorReason } from './prediction.ts';
import type { ResponseTainting, StandardRequest } from './standard-request.ts';

export type MainFetchResult =
  | { readonly kind: 'fetch'; readonly tainting: ResponseTainting }
  | {
      readonly kind: 'network-error';
      readonly reason: NetworkErrorReason;
      readonly values: readonly string[];
    };

/**
 * Performs the part of main fetch that sets the request's response tainting. `tainting` is what it was before:
 * once a request left its origin, it does not become "basic" again.
 *
 * https://fetch.spec.whatwg.org/#main-fetch
 */
export function mainFetch(
  request: StandardRequest,
  currentUrl: URL,
  tainting: ResponseTainting,
): MainFetchResult {
  const ownOrigin = isSameOrigin(request.pageOrigin, currentUrl) && tainting === 'basic';
  if (ownOrigin || currentUrl.protocol === 'data:') return { kind: 'fetch', tainting: 'basic' };
  switch (request.mode) {
    case 'same-origin':
      return fail('request-mode-same-origin', currentUrl.origin);
    case 'no-cors':
      if (request.redirectMode !== 'follow') return fail('no-cors-redirect-mode', request.redirectMode);
      return { kind: 'fetch', tainting: 'opaque' };
    case 'cors':
      if (!hasHttpScheme(currentUrl)) return fail('scheme-unsupported', currentUrl.protocol.slice(0, -1));
      return { kind: 'fetch', tainting: 'cors' };
    default:
      return request.mode satisfies never;
  }
}

function fail(reason: NetworkErrorReason, value: string): MainFetchResult {
  return { kind: 'network-error', reason, values: [value] };
}
