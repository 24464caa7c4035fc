import { headerValues, type HeaderList } from './header-list.ts';

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
