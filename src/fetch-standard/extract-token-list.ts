import { headerValues, type HeaderList } from './header-list.ts';
import { isToken } from './http-token.ts';
import { stripTabsAndSpaces } from './http-whitespace.ts';

/** null: no such header. `failure`: a line does not match `#token`. Else the tokens, as they were written. */
export type TokenList = readonly string[] | 'failure' | null;

/**
 * Extracts header list values for a header whose ABNF is `#method` or `#field-name`:
 * `Access-Control-Allow-Methods`, `Access-Control-Allow-Headers` and `Access-Control-Expose-Headers`.
 * Empty list elements are ignored, so an empty value gives an empty list.
 *
 * https://fetch.spec.whatwg.org/#extract-header-list-values
 * https://httpwg.org/specs/rfc9110.html#abnf.extension.recipient
 */
export function extractTokenList(list: HeaderList, name: string): TokenList {
  const values = headerValues(list, name);
  if (values.length === 0) return null;
  const elements = values.flatMap(splitAtCommas).filter((element) => element !== '');
  return elements.every(isToken) ? elements : 'failure';
}

/** The elements of one line of a list, without the tabs and spaces around them; empty ones are among them. */
export function splitAtCommas(value: string): readonly string[] {
  return value.split(',').map(stripTabsAndSpaces);
}
