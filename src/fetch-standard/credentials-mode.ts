/**
 * A request's credentials mode.
 *
 * https://fetch.spec.whatwg.org/#concept-request-credentials-mode
 */
export type CredentialsMode = 'omit' | 'same-origin' | 'include';
