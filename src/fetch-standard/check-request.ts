import { isCorsSafelistedMethod, isForbiddenMethod, normalizeMethod } from './methods.ts';
import { isForbiddenRequestHeader } from './request-headers.ts';
import type { HeaderList } from './header-list.ts';
import { isToken, stripHttpWhitespace } from './http-syntax.ts';
import { parseUrl } from './urls.ts';
import type { ExceptionReason } from './prediction.ts';
import type { StandardRequest } from './standard-request.ts';

export type CheckedRequest =
  | { readonly ok: true; readonly url: URL; readonly method: string; readonly headers: HeaderList }
  | { readonly ok: false; readonly reason: ExceptionReason; readonly values: readonly string[] };

/**
 * Performs the part of creating a request that can throw, and returns what is fetched otherwise: the parsed
 * URL, the normalized method, and the headers without the forbidden request-headers.
 *
 * A user name in the URL is let pass, since only fetch() throws at it and XMLHttpRequest does not.
 *
 * https://fetch.spec.whatwg.org/#dom-request
 */
export function checkRequest(request: StandardRequest): CheckedRequest {
  const url = parseUrl(request.url);
  if (url === null) return { ok: false, reason: 'url-malformed', values: [request.url] };
  if (!isToken(request.method)) return { ok: false, reason: 'method-malformed', values: [request.method] };
  if (isForbiddenMethod(request.method)) {
    return { ok: false, reason: 'method-forbidden', values: [request.method] };
  }
  const method = normalizeMethod(request.method);
  if (request.mode === 'no-cors' && !isCorsSafelistedMethod(method)) {
    return { ok: false, reason: 'method-unsafe-in-no-cors', values: [method] };
  }
  const malformed = request.headers.find(([name, value]) => !isToken(name) || !isHeaderValue(value));
  if (malformed !== undefined) {
    const [name] = malformed;
    return {
      ok: false,
      reason: isToken(name) ? 'header-value-malformed' : 'header-name-malformed',
      values: [name],
    };
  }
  const headers = request.headers.filter(([name, value]) => !isForbiddenRequestHeader(name, value));
  return { ok: true, url, method, headers };
}

/**
 * Reports whether `value` is a header value. Whitespace at the ends is removed before the check, and a code unit above
 * 0xFF is no byte.
 *
 * https://fetch.spec.whatwg.org/#header-value
 */
function isHeaderValue(value: string): boolean {
  return /^[\x01-\x09\x0b\x0c\x0e-\xff]*$/.test(stripHttpWhitespace(value));
}
