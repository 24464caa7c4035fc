import { type HeaderList, headerValues } from './header-list.ts';
import { isToken, stripTabsAndSpaces } from './http-syntax.ts';

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

/** Returns the elements of one line of a list, without the tabs and spaces around them; empty ones are among them. */
export function splitAtCommas(value: string): readonly string[] {
  return value.split(',').map(stripTabsAndSpaces);
}

/**
 * What `Access-Control-Max-Age` says. `negative` is `malformed` for the standard, but told apart because
 * every engine measured does not cache then, where the standard says 5 seconds.
 */
export type MaxAge =
  | { readonly kind: 'absent' }
  | { readonly kind: 'delta-seconds'; readonly seconds: number }
  | { readonly kind: 'negative'; readonly value: string }
  | { readonly kind: 'malformed'; readonly value: string };

/**
 * Extracts header list values for `Access-Control-Max-Age`, which allows one line of digits.
 *
 * https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export function extractMaxAge(list: HeaderList): MaxAge {
  const values = headerValues(list, 'Access-Control-Max-Age');
  const [first] = values;
  if (first === undefined) return { kind: 'absent' };
  const value = values.join(', ');
  if (/^[0-9]+$/.test(value)) return { kind: 'delta-seconds', seconds: Number(value) };
  return { kind: /^-[0-9]+$/.test(value) ? 'negative' : 'malformed', value };
}

/**
 * Returns for how many seconds the standard keeps an entry of the CORS-preflight cache, before any limit that
 * an engine imposes: 5 when the header is absent or does not parse.
 *
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function cacheEntryMaxAgeSeconds(maxAge: MaxAge): number {
  return maxAge.kind === 'delta-seconds' ? maxAge.seconds : 5;
}
