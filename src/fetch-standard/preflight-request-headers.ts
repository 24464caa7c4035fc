import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts';
import type { HeaderList } from './header-list.ts';

/**
 * Returns the headers by which a CORS-preflight request is known: `Accept`, `Access-Control-Request-Method`,
 * `Access-Control-Request-Headers` (left out when no name is unsafe; the names joined by "," without a space)
 * and `Origin`. A client adds only what any request carries, and never credentials.
 *
 * `origin` is the request's serialized origin, `null` after a redirect that tainted it.
 *
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightRequestHeaders(
  request: { readonly method: string; readonly headers: HeaderList },
  origin: string,
): HeaderList {
  const unsafeNames = corsUnsafeRequestHeaderNames(request.headers);
  return [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
    ...requestHeadersLine(unsafeNames),
    ['Origin', origin],
  ];
}

function requestHeadersLine(unsafeNames: readonly string[]): HeaderList {
  return unsafeNames.length === 0 ? [] : [['Access-Control-Request-Headers', unsafeNames.join(',')]];
}
