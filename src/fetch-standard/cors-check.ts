import type { CredentialsMode } from './standard-request.ts';
import { getHeader, type HeaderList } from './header-list.ts';
import { parseUrl } from './urls.ts';

/**
 * Why a CORS check failed. The standard says only "failure"; the distinction is ours, and it is drawn where
 * browsers draw it in their messages:
 *
 * - `origin-missing`: no `Access-Control-Allow-Origin` line.
 * - `origin-wildcard-with-credentials`: the value is `*`, but the request's credentials mode is "include".
 * - `origin-multiple`: more than one line, or a value with a comma or a space.
 * - `origin-invalid`: a value that is neither `*`, nor `null`, nor parseable as a URL.
 * - `origin-mismatch`: any other value that is not the request's serialized origin.
 * - `credentials-not-allowed`: `Access-Control-Allow-Credentials` is not exactly `true`, but the request's
 *   credentials mode is "include".
 */
export type CorsCheckFailureReason =
  | 'origin-missing'
  | 'origin-wildcard-with-credentials'
  | 'origin-multiple'
  | 'origin-invalid'
  | 'origin-mismatch'
  | 'credentials-not-allowed';

export interface CorsCheckFailure {
  readonly ok: false;
  readonly reason: CorsCheckFailureReason;
  /** The combined value of the header that failed the check; null when that header is absent. */
  readonly value: string | null;
}

export type CorsCheckResult = { readonly ok: true } | CorsCheckFailure;

/** The request's side of a CORS check. */
export interface CorsCheckRequest {
  /** The serialized request origin: `null` when it is opaque, or tainted by redirects. */
  readonly origin: string;
  readonly credentialsMode: CredentialsMode;
}

/**
 * Performs the CORS check for `request` and a response with the header list `responseHeaders`. Never throws: a
 * malformed value fails the check.
 *
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(request: CorsCheckRequest, responseHeaders: HeaderList): CorsCheckResult {
  const value = getHeader(responseHeaders, 'Access-Control-Allow-Origin');
  if (value === null) return { ok: false, reason: 'origin-missing', value };
  if (request.credentialsMode !== 'include' && value === '*') return { ok: true };
  if (value !== request.origin) {
    return { ok: false, reason: refusedOriginReason(value), value };
  }
  if (request.credentialsMode !== 'include') return { ok: true };
  const credentials = getHeader(responseHeaders, 'Access-Control-Allow-Credentials');
  if (credentials === 'true') return { ok: true };
  return { ok: false, reason: 'credentials-not-allowed', value: credentials };
}

/** Reports whether the combined value of `Access-Control-Allow-Origin` is more than one. */
export const holdsSeveral = (value: string): boolean => /[ ,]/.test(value);

function refusedOriginReason(value: string): CorsCheckFailureReason {
  if (value === '*') return 'origin-wildcard-with-credentials';
  // Two lines come here joined by ", ".
  if (holdsSeveral(value)) return 'origin-multiple';
  if (value !== 'null' && parseUrl(value) === null) return 'origin-invalid';
  return 'origin-mismatch';
}
