import { getHeader } from '../../fetch-standard/header-list.ts';
import type { CookieReason, Exchange } from '../../model.ts';
import { headerLines, rawHeaders, type CdpHeaders } from './raw-headers.ts';

/** What the protocol said of one request id, in the order of arrival. */
export interface CdpRequest {
  readonly requestId: string;
  purpose: 'preflight' | 'actual';
  /** The redirect chain, first URL first; a CORS-preflight request has one hop, as it follows no redirect. */
  readonly hops: CdpHop[];
  readonly requestsSent: { readonly headers: CdpHeaders }[];
  readonly responsesReceived: {
    readonly status: number;
    readonly headers: CdpHeaders;
    readonly text: string | null;
  }[];
  ended: boolean;
  failure: string | null;
  corsError: { readonly code: string; readonly parameter: string } | null;
  blockedReason: string | null;
  /** Of the cookies that were not stored or not sent. */
  readonly cookieReasons: CookieReason[];
}

export interface CdpHop {
  readonly url: string;
  readonly method: string;
  /** Seconds on the browser's monotonic clock. */
  readonly timestamp: number;
  readonly requestHeaders: CdpHeaders;
  response: {
    readonly status: number;
    readonly headers: CdpHeaders;
    readonly fromCache: boolean;
    readonly raw: boolean;
  } | null;
}

/**
 * Returns the exchanges of one request and its CORS-preflight requests, in the order in which they went over the wire.
 * A hop that was announced but never sent (its preflight failed, or it was held) is not among them.
 */
export function exchangesOf(main: CdpRequest, preflights: readonly CdpRequest[]): Exchange[] {
  const byTime = inOrder(main, preflights, (preflight, index) => {
    const next = main.hops[index + 1];
    return next === undefined || startOf(preflight) < next.timestamp;
  });
  if (isPaired(byTime, main)) return byTime;
  // The time of a CORS-preflight request is read in another process, and late where the machine is busy.
  const byUrl = inOrder(
    main,
    preflights,
    (preflight, index, taken) => taken === 0 && asksFor(preflight, main.hops[index]),
  );
  return isPaired(byUrl, main) && byUrl.length === byTime.length ? byUrl : byTime;
}

function asksFor(preflight: CdpRequest, hop: CdpHop | undefined): boolean {
  const sent = headerLines(preflight.requestsSent[0]?.headers ?? {});
  const asked = getHeader(sent, 'Access-Control-Request-Method');
  return (
    withoutFragment(preflight.hops[0]?.url) === withoutFragment(hop?.url) &&
    (asked === null || asked === hop?.method)
  );
}

/**
 * Returns the exchanges in order. `belongs` says whether the next CORS-preflight request comes before the hop, which
 * has `taken` so many.
 */
function inOrder(
  main: CdpRequest,
  preflights: readonly CdpRequest[],
  belongs: (preflight: CdpRequest, hopIndex: number, taken: number) => boolean,
): Exchange[] {
  const waiting = [...preflights].sort((a, b) => startOf(a) - startOf(b));
  const own = wireExchanges(main);
  return main.hops.flatMap((_, index) => {
    const before: CdpRequest[] = [];
    while (waiting[0] !== undefined && belongs(waiting[0], index, before.length)) {
      before.push(...waiting.splice(0, 1));
    }
    return [...before.flatMap(wireExchanges), own[index]].filter(isExchange);
  });
}

/**
 * Reports whether each CORS-preflight request is followed by the actual request that it asks for; the last by the last
 * hop, unsent.
 */
const isPaired = (exchanges: readonly Exchange[], { hops }: CdpRequest): boolean =>
  exchanges.every(({ purpose, url, requestHeaders }, index) => {
    const next = exchanges[index + 1] ?? { purpose: 'actual', ...hops.at(-1) };
    if (purpose === 'actual') return true;
    const asked = getHeader(requestHeaders, 'Access-Control-Request-Method');
    return (
      next.purpose === 'actual' &&
      withoutFragment(next.url) === withoutFragment(url) &&
      (asked === null || asked === next.method)
    );
  });

const withoutFragment = (url: string | undefined): string | undefined => url?.replace(/#.*$/, '');

/**
 * Reports whether everything that the protocol will say of `main` and its CORS-preflight requests has
 * arrived. Raw headers come from another process than the rest, so they can come after the end.
 */
export function isComplete(main: CdpRequest, preflights: readonly CdpRequest[]): boolean {
  if (!main.ended || !preflights.every(hasRawHeaders) || !hasRawHeaders(main)) return false;
  const code = main.corsError?.code;
  if (code === undefined) return true;
  if (judgesActualResponse.has(code)) {
    // A redirect out of the HTTP cache has no raw headers. Whether the response that was refused came from there is
    // never said, so those of the last hop are waited for.
    const onWire = main.hops.filter(({ response }) => response?.fromCache !== true).length;
    return main.requestsSent.length >= onWire && main.responsesReceived.length >= onWire;
  }
  if (judgesPreflightResponse.has(code)) {
    const last = preflights.at(-1);
    return last !== undefined && last.requestsSent.length > 0 && last.responsesReceived.length > 0;
  }
  return true;
}

function hasRawHeaders(request: CdpRequest): boolean {
  const raw = request.hops.filter(
    ({ response }) => response !== null && (response.raw || isOpaque(response)) && !response.fromCache,
  ).length;
  return request.ended && request.requestsSent.length >= raw && request.responsesReceived.length >= raw;
}

/**
 * Reports whether a response is opaque: it is announced without headers and without word of the raw ones, which come
 * all the same.
 */
const isOpaque = (response: NonNullable<CdpHop['response']>): boolean =>
  !response.fromCache && Object.keys(response.headers).length === 0;

const judgesActualResponse: ReadonlySet<string> = new Set([
  'WildcardOriginNotAllowed',
  'MissingAllowOriginHeader',
  'MultipleAllowOriginValues',
  'InvalidAllowOriginValue',
  'AllowOriginMismatch',
  'InvalidAllowCredentials',
  'RedirectContainsCredentials',
]);

const judgesPreflightResponse: ReadonlySet<string> = new Set([
  'PreflightWildcardOriginNotAllowed',
  'PreflightMissingAllowOriginHeader',
  'PreflightMultipleAllowOriginValues',
  'PreflightInvalidAllowOriginValue',
  'PreflightAllowOriginMismatch',
  'PreflightInvalidAllowCredentials',
  'PreflightInvalidStatus',
  'PreflightDisallowedRedirect',
  'InvalidAllowMethodsPreflightResponse',
  'InvalidAllowHeadersPreflightResponse',
  'MethodDisallowedByPreflightResponse',
  'HeaderDisallowedByPreflightResponse',
]);

const startOf = (request: CdpRequest): number => request.hops[0]?.timestamp ?? 0;

const isExchange = (exchange: Exchange | null | undefined): exchange is Exchange =>
  exchange !== null && exchange !== undefined;

function wireExchanges(request: CdpRequest): (Exchange | null)[] {
  let sentIndex = 0;
  let rawIndex = 0;
  return request.hops.map((hop, index) => {
    const last = index === request.hops.length - 1;
    const fromCache = hop.response?.fromCache === true;
    const sent = fromCache ? undefined : request.requestsSent[sentIndex++];
    // A response that the CORS check refused is not announced to the page's side, but its raw headers are.
    // Nor is a redirect whose next hop the page's side blocked.
    const hasRaw = hop.response === null || hop.response.raw || isOpaque(hop.response);
    const raw = hasRaw ? request.responsesReceived[rawIndex++] : undefined;
    if (sent === undefined && !fromCache) return null;
    const response =
      raw !== undefined
        ? { status: raw.status, headers: rawHeaders(raw.text, raw.headers), fromCache }
        : hop.response !== null
          ? { status: hop.response.status, headers: headerLines(hop.response.headers), fromCache }
          : null;
    return {
      purpose: request.purpose,
      method: hop.method,
      url: hop.url,
      requestHeaders: headerLines(sent?.headers ?? hop.requestHeaders),
      response,
      failure: last && response === null ? request.failure : null,
    };
  });
}
