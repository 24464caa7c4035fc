/**
 * The request-body-header names. They are deleted when a redirect turns the request into a GET.
 *
 * https://fetch.spec.whatwg.org/#request-body-header-name
 */
export const requestBodyHeaderNames = [
  'Content-Encoding',
  'Content-Language',
  'Content-Location',
  'Content-Type',
] as const;
