/**
 * Returns `method` in upper case if it is one of six methods in any case, else unchanged: `patch` stays
 * `patch`, and a server that knows `PATCH` does not know it.
 *
 * https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  return /^(?:DELETE|GET|HEAD|OPTIONS|POST|PUT)$/i.test(method) ? method.toUpperCase() : method;
}
