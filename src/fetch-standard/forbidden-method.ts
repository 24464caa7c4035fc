/**
 * Reports whether `method` is a forbidden method: a page cannot ask for it.
 *
 * https://fetch.spec.whatwg.org/#forbidden-method
 */
export function isForbiddenMethod(method: string): boolean {
  return /^(?:CONNECT|TRACE|TRACK)$/i.test(method);
}
