import { isCorsSafelistedMethod } from './cors-safelisted-method.ts';
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts';
import type { HeaderList } from './header-list.ts';

/** What decides whether a CORS request is preceded by a CORS-preflight request. */
export interface PreflightRelevant {
  /** Normalized. */
  readonly method: string;
  readonly headers: HeaderList;
  /** Set by an upload listener of XMLHttpRequest and by a body that is a stream. */
  readonly useCorsPreflightFlag: boolean;
}

/**
 * Reports whether a CORS request needs a CORS-preflight request, with nothing in the CORS-preflight cache.
 *
 * https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function needsPreflight(request: PreflightRelevant): boolean {
  return (
    request.useCorsPreflightFlag ||
    !isCorsSafelistedMethod(request.method) ||
    corsUnsafeRequestHeaderNames(request.headers).length > 0
  );
}
