import { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts';
import { headerNames, type HeaderList } from './header-list.ts';

/**
 * Returns the names that a page can read from the basic filtered response, that of its own origin:
 * lower-case, unique and sorted.
 *
 * https://fetch.spec.whatwg.org/#concept-filtered-response-basic
 */
export function basicFilteredHeaderNames(headers: HeaderList): readonly string[] {
  return headerNames(headers).filter((name) => !isForbiddenResponseHeaderName(name));
}
