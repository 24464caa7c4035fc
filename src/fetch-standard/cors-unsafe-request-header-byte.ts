/**
 * Reports whether `value` contains a CORS-unsafe request-header byte: a control character other than the tab,
 * or one of `"():<>?@[\]{}` and DEL.
 *
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
 */
export function containsCorsUnsafeRequestHeaderByte(value: string): boolean {
  return /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/.test(value);
}
