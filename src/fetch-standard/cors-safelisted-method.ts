/**
 * Reports whether `method` is a CORS-safelisted method. Case counts: `get` is not, until it is normalized.
 *
 * https://fetch.spec.whatwg.org/#cors-safelisted-method
 */
export function isCorsSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}
