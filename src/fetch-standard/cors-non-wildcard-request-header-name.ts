import { byteLowerCase } from './header-list.ts';

/**
 * Reports whether `name` is a CORS non-wildcard request-header name: `Authorization`, which the `*` of
 * `Access-Control-Allow-Headers` never covers.
 *
 * https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function isCorsNonWildcardRequestHeaderName(name: string): boolean {
  return byteLowerCase(name) === 'authorization';
}
