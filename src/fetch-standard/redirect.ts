import { deleteHeaders, getHeader, type HeaderList } from './header-list.ts';
import { hasHttpScheme, locationUrl, withoutUserinfo } from './urls.ts';
import { isSameOrigin } from './origin.ts';
import { requestBodyHeaderNames } from './request-headers.ts';
import type { RequestMode, ResponseTainting } from './standard-request.ts';

/** Why HTTP-redirect fetch is a network error; the names are ours. */
export type RedirectFailureReason =
  | 'redirect-location-malformed'
  | 'redirect-scheme-unsupported'
  | 'redirect-limit'
  | 'redirect-with-credentials'
  | 'redirect-with-streaming-body';

/** The part of a request that HTTP-redirect fetch reads and changes. */
export interface RedirectedRequest {
  readonly currentUrl: URL;
  /** Normalized. */
  readonly method: string;
  readonly headers: HeaderList;
  readonly streamingBody: boolean;
  readonly redirectCount: number;
  /** Whether the request origin is serialized as `null` because of earlier redirects. */
  readonly originTainted: boolean;
}

/** The part of a request that no redirect changes. */
export interface RedirectContext {
  /** The page's serialized origin. */
  readonly pageOrigin: string;
  readonly mode: RequestMode;
  readonly tainting: ResponseTainting;
}

export type RedirectResult =
  | { readonly kind: 'no-redirect' }
  | {
      readonly kind: 'network-error';
      readonly reason: RedirectFailureReason;
      readonly values: readonly string[];
    }
  | { readonly kind: 'follow'; readonly request: RedirectedRequest };

/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
const redirectLimit = 20;

/**
 * Performs HTTP-redirect fetch up to the point where main fetch begins anew. `no-redirect` means that the
 * response itself is the outcome. `values` never carry a user name or password.
 *
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function httpRedirectFetch(
  context: RedirectContext,
  request: RedirectedRequest,
  response: { readonly status: number; readonly headers: HeaderList },
): RedirectResult {
  const url = locationUrl(response, request.currentUrl);
  if (url === null) return { kind: 'no-redirect' };
  if (url === 'failure') {
    return fail(
      'redirect-location-malformed',
      withoutUserinfo(getHeader(response.headers, 'Location') ?? ''),
    );
  }
  if (!hasHttpScheme(url)) return fail('redirect-scheme-unsupported', url.protocol.slice(0, -1));
  if (request.redirectCount >= redirectLimit) return fail('redirect-limit', withoutUserinfo(url.href));
  if (includesCredentials(url) && !mayIncludeCredentials(context, url)) {
    return fail('redirect-with-credentials', withoutUserinfo(url.href));
  }
  if (response.status !== 303 && request.streamingBody) {
    return fail('redirect-with-streaming-body', String(response.status));
  }
  return { kind: 'follow', request: redirected(context, request, response.status, url) };
}

function redirected(
  context: RedirectContext,
  request: RedirectedRequest,
  status: number,
  url: URL,
): RedirectedRequest {
  const dropsBody = becomesGet(request.method, status);
  const crossesOrigins = url.origin !== request.currentUrl.origin;
  const bodyHeaderNames = dropsBody ? requestBodyHeaderNames : [];
  const authorization = crossesOrigins ? ['Authorization'] : [];
  return {
    currentUrl: url,
    method: dropsBody ? 'GET' : request.method,
    headers: deleteHeaders(request.headers, [...bodyHeaderNames, ...authorization]),
    streamingBody: request.streamingBody && !dropsBody,
    redirectCount: request.redirectCount + 1,
    originTainted:
      request.originTainted || (crossesOrigins && !isSameOrigin(context.pageOrigin, request.currentUrl)),
  };
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function mayIncludeCredentials(context: RedirectContext, url: URL): boolean {
  if (context.tainting === 'cors') return false;
  return context.mode !== 'cors' || isSameOrigin(context.pageOrigin, url);
}

function includesCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}

function fail(reason: RedirectFailureReason, value: string): RedirectResult {
  return { kind: 'network-error', reason, values: [value] };
}
