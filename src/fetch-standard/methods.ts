/**
 * Reports whether `method` is a CORS-safelisted method. Case counts: `get` is not, until it is normalized.
 *
 * https://fetch.spec.whatwg.org/#cors-safelisted-method
 */
export function isCorsSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}

/**
 * Reports whether `method` is a forbidden method: a page cannot ask for it.
 *
 * https://fetch.spec.whatwg.org/#forbidden-method
 */
export function isForbiddenMethod(method: string): boolean {
  return /^(?:CONNECT|TRACE|TRACK)$/i.test(method);
}

/**
 * Returns `method` in upper case if it is one of six methods in any case, else unchanged: `patch` stays
 * `patch`, and a server that knows `PATCH` does not know it.
 *
 * https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  return /^(?:DELETE|GET|HEAD|OPTIONS|POST|PUT)$/i.test(method) ? method.toUpperCase() : method;
}
