/**
 * Reports whether `text` is an HTTP token: the form of a method and of a header name.
 *
 * https://httpwg.org/specs/rfc9110.html#rule.token.separators
 */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}
