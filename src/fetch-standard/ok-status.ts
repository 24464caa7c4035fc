/**
 * Reports whether `status` is an ok status.
 *
 * https://fetch.spec.whatwg.org/#ok-status
 */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}
