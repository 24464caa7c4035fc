import type { ExceptionReason, NetworkErrorReason } from '../../../src/fetch-standard/prediction.ts';
import type { Observed } from './observations.ts';

/**
 * Returns the reasons of the standard that Chromium's own account of a failed fetch stands for; empty when it
 * stands for none of them.
 */
export function reasonsOf(observed: Observed): readonly string[] {
  switch (observed.outcome) {
    case 'response':
      return [];
    case 'exception':
      return exceptionReasons.filter(([text]) => observed.message.endsWith(text)).map(([, reason]) => reason);
    case 'network-error':
      return rows.filter(([name]) => name === networkErrorName(observed)).map(([, reason]) => reason);
    default:
      return observed satisfies never;
  }
}

/** Returns the most telling of the names that Chromium has for a network error. */
export function networkErrorName(observed: Extract<Observed, { outcome: 'network-error' }>): string {
  return observed.corsError ?? observed.blockedReason ?? observed.netError ?? 'unknown';
}

/** By `Network.CorsError`, `Network.BlockedReason` and net error. One name may stand for several reasons. */
const rows: readonly (readonly [name: string, reason: NetworkErrorReason])[] = [
  ['DisallowedByMode', 'request-mode-same-origin'],
  ['NoCorsRedirectModeNotFollow', 'no-cors-redirect-mode'],
  ['CorsDisabledScheme', 'scheme-unsupported'],
  ['CorsDisabledScheme', 'redirect-scheme-unsupported'],
  ['MissingAllowOriginHeader', 'origin-missing'],
  ['WildcardOriginNotAllowed', 'origin-wildcard-with-credentials'],
  ['MultipleAllowOriginValues', 'origin-multiple'],
  ['InvalidAllowOriginValue', 'origin-invalid'],
  ['AllowOriginMismatch', 'origin-mismatch'],
  ['InvalidAllowCredentials', 'credentials-not-allowed'],
  ['PreflightMissingAllowOriginHeader', 'preflight-origin-missing'],
  ['PreflightWildcardOriginNotAllowed', 'preflight-origin-wildcard-with-credentials'],
  ['PreflightMultipleAllowOriginValues', 'preflight-origin-multiple'],
  ['PreflightInvalidAllowOriginValue', 'preflight-origin-invalid'],
  ['PreflightAllowOriginMismatch', 'preflight-origin-mismatch'],
  ['PreflightInvalidAllowCredentials', 'preflight-credentials-not-allowed'],
  ['PreflightDisallowedRedirect', 'preflight-redirect'],
  ['PreflightInvalidStatus', 'preflight-status-not-ok'],
  ['InvalidAllowMethodsPreflightResponse', 'methods-malformed'],
  ['InvalidAllowHeadersPreflightResponse', 'headers-malformed'],
  ['MethodDisallowedByPreflightResponse', 'method-not-allowed'],
  ['HeaderDisallowedByPreflightResponse', 'header-not-allowed'],
  ['RedirectContainsCredentials', 'redirect-with-credentials'],
  ['origin', 'request-mode-same-origin'],
  ['net::ERR_UNSAFE_REDIRECT', 'redirect-scheme-unsupported'],
  ['net::ERR_INVALID_REDIRECT', 'redirect-location-malformed'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-limit'],
];

/** By how the exception's message ends. */
const exceptionReasons: readonly (readonly [text: string, reason: ExceptionReason])[] = [
  ["'TRACE' HTTP method is unsupported.", 'method-forbidden'],
  ["'PUT' is unsupported in no-cors mode.", 'method-unsafe-in-no-cors'],
  ['Failed to parse URL from http://', 'url-malformed'],
  ["'fetch' on 'Window': Invalid value", 'header-value-malformed'],
];
