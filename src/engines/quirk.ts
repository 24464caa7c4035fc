/** The ways in which an engine is known to depart from the standard. */
export type QuirkId =
  | 'accept-beyond-ascii'
  | 'authorization-by-wildcard'
  | 'content-type-comma'
  | 'empty-credentials-line'
  | 'empty-origin-line'
  | 'exposed-wildcard-first'
  | 'font-without-cors'
  | 'ftp-redirect-first'
  | 'header-name-trailing-space'
  | 'location-empty'
  | 'location-joined'
  | 'location-repeated'
  | 'loopback-mixed-content'
  | 'multipart-replace-unread'
  | 'preflight-cache-warm-up'
  | 'preflight-repeated'
  | 'range-unit-in-any-case'
  | 'redirect-mode-error-without-location'
  | 'redirect-mode-last'
  | 'redirect-status-without-location'
  | 'redirected-authorization'
  | 'redirected-body-headers'
  | 'redirected-delete'
  | 'redirected-preflight-origin'
  | 'refused-preload-loaded'
  | 'request-header-safelisted'
  | 'stream-upload-missing'
  | 'track-without-cors'
  | 'upload-listener-without-body'
  | 'userinfo-in-url';

/** One of them, as an engine's file has it. */
export interface Quirk {
  readonly id: QuirkId;
  /** Why it is so, in one sentence. */
  readonly reason: string;
  readonly link: string;
}
