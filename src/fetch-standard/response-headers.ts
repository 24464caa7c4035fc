import type { CredentialsMode } from './standard-request.ts';
import { extractTokenList } from './header-values.ts';
import { byteLowerCase, type HeaderList, headerNames } from './header-list.ts';

/**
 * Returns the CORS-exposed header-name list of a response to a CORS request, as it is written there; with an
 * effective `*`, the names of all its headers. Empty when `Access-Control-Expose-Headers` is absent or does
 * not parse: one bad element hides all the others.
 *
 * https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list
 */
export function corsExposedHeaderNames(
  headers: HeaderList,
  credentialsMode: CredentialsMode,
): readonly string[] {
  const names = extractTokenList(headers, 'Access-Control-Expose-Headers');
  if (names === null || names === 'failure') return [];
  // With credentials, `*` stays in the list and names only a header that is called "*".
  return credentialsMode !== 'include' && names.includes('*') ? headerNames(headers) : names;
}

/**
 * Returns the names that a page can read from the CORS filtered response: lower-case, unique and sorted.
 *
 * https://fetch.spec.whatwg.org/#concept-filtered-response-cors
 */
export function corsFilteredHeaderNames(
  headers: HeaderList,
  credentialsMode: CredentialsMode,
): readonly string[] {
  const exposedNames = corsExposedHeaderNames(headers, credentialsMode);
  return headerNames(headers).filter((name) => isCorsSafelistedResponseHeaderName(name, exposedNames));
}

/**
 * Reports whether `name` is a CORS-safelisted response-header name, given the CORS-exposed header-name list:
 * whether a page may read it from a response of type "cors".
 *
 * https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function isCorsSafelistedResponseHeaderName(name: string, exposedNames: readonly string[]): boolean {
  const lowerCaseName = byteLowerCase(name);
  if (alwaysSafelisted.has(lowerCaseName)) return true;
  if (isForbiddenResponseHeaderName(lowerCaseName)) return false;
  return exposedNames.some((exposed) => byteLowerCase(exposed) === lowerCaseName);
}

const alwaysSafelisted: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/**
 * Returns the names that a page can read from the basic filtered response, that of its own origin:
 * lower-case, unique and sorted.
 *
 * https://fetch.spec.whatwg.org/#concept-filtered-response-basic
 */
export function basicFilteredHeaderNames(headers: HeaderList): readonly string[] {
  return headerNames(headers).filter((name) => !isForbiddenResponseHeaderName(name));
}

/**
 * Reports whether `name` is a forbidden response-header name: no page ever reads it, same-origin or not.
 *
 * https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export function isForbiddenResponseHeaderName(name: string): boolean {
  const lowerCaseName = byteLowerCase(name);
  return lowerCaseName === 'set-cookie' || lowerCaseName === 'set-cookie2';
}
