import { isCorsSafelistedMethod } from './methods.ts';
import { corsUnsafeRequestHeaderNames, isCorsNonWildcardRequestHeaderName } from './request-headers.ts';
import { byteLowerCase, containsHeader, getHeader, type HeaderList } from './header-list.ts';
import { corsCheck, type CorsCheckFailureReason, type CorsCheckRequest } from './cors-check.ts';
import { extractTokenList } from './header-values.ts';
import { isOkStatus, isRedirectStatus } from './statuses.ts';
import { withoutUserinfo } from './urls.ts';

/** What decides whether a CORS request is preceded by a CORS-preflight request. */
export interface PreflightRelevant {
  /** Normalized. */
  readonly method: string;
  readonly headers: HeaderList;
  /** Set by an upload listener of XMLHttpRequest and by a body that is a stream. */
  readonly useCorsPreflightFlag: boolean;
}

/**
 * Reports whether a CORS request needs a CORS-preflight request, with nothing in the CORS-preflight cache.
 *
 * https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function needsPreflight(request: PreflightRelevant): boolean {
  return (
    request.useCorsPreflightFlag ||
    !isCorsSafelistedMethod(request.method) ||
    corsUnsafeRequestHeaderNames(request.headers).length > 0
  );
}

/**
 * Returns the headers by which a CORS-preflight request is known: `Accept`, `Access-Control-Request-Method`,
 * `Access-Control-Request-Headers` (left out when no name is unsafe; the names joined by "," without a space)
 * and `Origin`. A client adds only what any request carries, and never credentials.
 *
 * `origin` is the request's serialized origin, `null` after a redirect that tainted it.
 *
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightRequestHeaders(
  request: { readonly method: string; readonly headers: HeaderList },
  origin: string,
): HeaderList {
  const unsafeNames = corsUnsafeRequestHeaderNames(request.headers);
  return [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
    ...requestHeadersLine(unsafeNames),
    ['Origin', origin],
  ];
}

function requestHeadersLine(unsafeNames: readonly string[]): HeaderList {
  return unsafeNames.length === 0 ? [] : [['Access-Control-Request-Headers', unsafeNames.join(',')]];
}

/** Why a CORS-preflight fetch is a network error. As with the CORS check, the distinction is ours. */
export type PreflightFailureReason =
  | 'preflight-redirect'
  | `preflight-${CorsCheckFailureReason}`
  | 'preflight-status-not-ok'
  | 'methods-malformed'
  | 'headers-malformed'
  | 'method-not-allowed'
  | 'header-not-allowed';

export interface PreflightFailure {
  readonly ok: false;
  readonly reason: PreflightFailureReason;
  /** The header value, status, method or header names that failed; all of the names, sorted. */
  readonly values: readonly string[];
}

export type PreflightResult = { readonly ok: true } | PreflightFailure;

/** The request for whose sake the CORS-preflight request was made. */
export interface PreflightedRequest extends CorsCheckRequest, PreflightRelevant {}

/** The answer to a CORS-preflight request. */
export interface PreflightResponse {
  readonly status: number;
  readonly headers: HeaderList;
}

/**
 * Performs the part of the CORS-preflight fetch that follows the response. A redirect is reported before the
 * CORS check: it is never followed, whatever its headers say.
 *
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function validatePreflight(request: PreflightedRequest, response: PreflightResponse): PreflightResult {
  const { status, headers } = response;
  if (isRedirectStatus(status) && containsHeader(headers, 'Location')) {
    return fail('preflight-redirect', withoutUserinfo(getHeader(headers, 'Location') ?? ''));
  }
  const check = corsCheck(request, headers);
  if (!check.ok) return fail(`preflight-${check.reason}`, check.value);
  if (!isOkStatus(status)) return fail('preflight-status-not-ok', String(status));
  return validateLists(request, headers);
}

function validateLists(request: PreflightedRequest, headers: HeaderList): PreflightResult {
  const methods = extractTokenList(headers, 'Access-Control-Allow-Methods');
  const names = extractTokenList(headers, 'Access-Control-Allow-Headers');
  if (methods === 'failure') {
    return fail('methods-malformed', getHeader(headers, 'Access-Control-Allow-Methods'));
  }
  if (names === 'failure') {
    return fail('headers-malformed', getHeader(headers, 'Access-Control-Allow-Headers'));
  }
  if (!isMethodAllowed(request, methods)) return fail('method-not-allowed', request.method);
  const refusedNames = corsUnsafeRequestHeaderNames(request.headers).filter(
    (name) => !isHeaderAllowed(request, names ?? [], name),
  );
  return refusedNames.length === 0
    ? { ok: true }
    : { ok: false, reason: 'header-not-allowed', values: refusedNames };
}

function isMethodAllowed(request: PreflightedRequest, methods: readonly string[] | null): boolean {
  if (isCorsSafelistedMethod(request.method)) return true;
  if (methods === null) return request.useCorsPreflightFlag;
  return methods.includes(request.method) || hasWildcard(request, methods);
}

function isHeaderAllowed(request: PreflightedRequest, names: readonly string[], name: string): boolean {
  if (names.some((allowed) => byteLowerCase(allowed) === name)) return true;
  // Authorization is never a CORS-safelisted request-header, so it is always among the unsafe names.
  return !isCorsNonWildcardRequestHeaderName(name) && hasWildcard(request, names);
}

function hasWildcard(request: PreflightedRequest, items: readonly string[]): boolean {
  return request.credentialsMode !== 'include' && items.includes('*');
}

function fail(reason: PreflightFailureReason, value: string | null): PreflightFailure {
  return { ok: false, reason, values: value === null ? [] : [value] };
}
