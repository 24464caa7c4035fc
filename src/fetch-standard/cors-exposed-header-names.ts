import { isCorsSafelistedResponseHeaderName } from './cors-safelisted-response-header-name.ts';
import type { CredentialsMode } from './credentials-mode.ts';
import { extractTokenList } from './extract-token-list.ts';
import { headerNames, type HeaderList } from './header-list.ts';

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
