/**
 * Reports whether `status` is an ok status.
 *
 * https://fetch.spec.whatwg.org/#ok-status
 */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

/**
 * Reports whether `status` is a redirect status.
 *
 * https://fetch.spec.whatwg.org/#redirect-status
 */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
