import { decodeAndSplit, getHeader, type HeaderList } from '../fetch-standard/header-list.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import { isSerializedOrigin, serializeOrigin } from '../fetch-standard/origin.ts';
import {
  corsUnsafeRequestHeaderNames,
  isForbiddenRequestHeader,
  mimeTypeEssence,
} from '../fetch-standard/request-headers.ts';
import { hasHttpScheme, parseUrl } from '../fetch-standard/urls.ts';
import type { RouteKind } from '../policy/types.ts';
import { isFormType, partsOfRecording } from './form-parts.ts';
import type { Har, HarEntry } from './read-har.ts';
import type { Word } from '../words/say.ts';

/** A CORS request that a page made, or the request of a WebSocket, as a recording tells of it. */
export interface RecordedRequest {
  readonly kind: RouteKind;
  readonly pageOrigin: string;
  /** Of a WebSocket with the scheme of its handshake, http or https. */
  readonly url: URL;
  readonly method: string;
  readonly headers: HeaderList;
  /** The cookies that were sent, by their names. */
  readonly cookies: Cookies;
  /** The cookies that the answer set. */
  readonly setCookies: Cookies;
  /** The essence of the body's MIME type; null if there is no body, or nothing says its type. */
  readonly contentType: string | null;
  /** The body of the request; null if there is none, or it was not recorded. */
  readonly body: string | null;
  /** The parts of a body that is a form with files; null of any other. */
  readonly form: ReturnType<typeof partsOfRecording>;
  /** 0 if no response was recorded. */
  readonly status: number;
  readonly responseHeaders: HeaderList;
  /** The body of the response; null if it was not recorded. */
  readonly answer: string | null;
}

type Cookies = ReadonlyMap<string, string>;

/** A CORS-preflight request: what a page wanted to send to an address. */
export interface RecordedPreflight {
  readonly url: string;
  readonly method: string;
  /** Lower-case. */
  readonly headerNames: readonly string[];
}

export type ReadEntry =
  | { readonly kind: 'request'; readonly request: RecordedRequest }
  | { readonly kind: 'preflight'; readonly preflight: RecordedPreflight }
  /** `why` ends a sentence on several of them. */
  | { readonly kind: 'other'; readonly why: Other };

/** Why entries are of no use, and the same of a single one. */
export const othersInOne = {
  'are made to no http or https address': 'is made to no http or https address',
  'are no CORS requests, as those for images, scripts and documents':
    'is no CORS request, as that for images, scripts and documents',
  'do not say the origin of the page that made them': 'does not say the origin of the page that made it',
  'were made by pages of opaque origins, which no policy can trust':
    'was made by pages of opaque origins, which no policy can trust',
  'are same-origin, and CORS has no part in them': 'is same-origin, and CORS has no part in them',
} as const satisfies Readonly<Record<string, Word>>;

type Other = keyof typeof othersInOne;

/** Returns what an entry is: a CORS request of a page, a CORS-preflight request, or why it is neither. */
export function readEntry(entry: HarEntry, { pages, entries }: Har): ReadEntry {
  const other = (why: Other): ReadEntry => ({ kind: 'other', why });
  const { request, response } = entry;
  const url = parseUrl(request.url);
  const headers = headerList(request.headers);
  // Playwright's recordHar in Firefox has one with the scheme of its handshake.
  const isWebSocket = /^wss?:/i.test(request.url) || getHeader(headers, 'Sec-WebSocket-Key') !== null;
  if (url !== null && /^wss?:$/.test(url.protocol)) url.protocol = url.protocol.replace('ws', 'http');
  if (url === null || !hasHttpScheme(url)) return other('are made to no http or https address');
  url.hash = '';
  const wanted = getHeader(headers, 'Access-Control-Request-Method');
  if (request.method.toUpperCase() === 'OPTIONS' && wanted !== null) {
    const names = decodeAndSplit(getHeader(headers, 'Access-Control-Request-Headers') ?? '');
    const headerNames = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
    return { kind: 'preflight', preflight: { url: url.href, method: wanted, headerNames } };
  }
  const responseHeaders = headerList(response?.headers);
  if (!isWebSocket && !isCors(entry, headers, responseHeaders)) {
    return other('are no CORS requests, as those for images, scripts and documents');
  }
  const pageOrigin =
    pageOriginOf(entry, headers, pages) ?? (isWebSocket ? onlyOriginOf(entry, entries) : null);
  if (pageOrigin === null) return other('do not say the origin of the page that made them');
  if (pageOrigin === 'null') return other('were made by pages of opaque origins, which no policy can trust');
  if (pageOrigin === url.origin && !isWebSocket) {
    return other('are same-origin, and CORS has no part in them');
  }
  const type = getHeader(headers, 'Content-Type') ?? request.postData?.mimeType ?? '';
  return {
    kind: 'request',
    request: {
      kind: isWebSocket ? 'websocket' : isEventSource(entry, headers) ? 'event-source' : 'fetch',
      pageOrigin,
      url,
      method: normalizeMethod(request.method),
      headers,
      cookies: cookiesIn(request.cookies, headers, 'Cookie', /; */),
      setCookies: cookiesIn(response?.cookies, responseHeaders, 'Set-Cookie', /\n/),
      contentType: mimeTypeEssence(type),
      body: request.postData?.text || null,
      form: isFormType(type) && request.postData != null ? partsOfRecording(request.postData) : null,
      status: response?.status ?? 0,
      responseHeaders,
      answer: answerOf(response?.content),
    },
  };
}

/** Returns cookies by their names, from where a browser lists them and from their header lines. */
function cookiesIn(
  listed: HarEntry['request']['cookies'],
  headers: HeaderList,
  header: string,
  separator: RegExp,
): Cookies {
  const lines = headers.filter(([name]) => name.toLowerCase() === header.toLowerCase());
  const pairs = lines
    .flatMap(([, value]) => value.split(separator))
    .map((pair): readonly [string, string] => {
      const [, name = '', value = ''] = /^\s*([^=;]*)=?([^;]*)/.exec(pair) ?? [];
      return [name.trim(), value.trim()];
    });
  return new Map([...pairs, ...headerList(listed)]);
}

function answerOf(content: NonNullable<HarEntry['response']>['content']): string | null {
  const text = content?.text ?? null;
  return text !== null && content?.encoding === 'base64' ? Buffer.from(text, 'base64').toString() : text;
}

/**
 * Returns the names of the headers for which the page's request needs a CORS-preflight request, lower-case. `asked`: the
 * CORS-preflight request that was recorded for it, which says them exactly.
 */
export function unsafeNames(
  { headers }: Pick<RecordedRequest, 'headers'>,
  asked: RecordedPreflight | null,
): readonly string[] {
  if (asked !== null) return asked.headerNames;
  const own = headers.filter(([name, value]) => !isForbiddenRequestHeader(name, value) && !isBrowsers(name));
  return corsUnsafeRequestHeaderNames(own);
}

/** Reports whether browsers add a header of this name by themselves, behind the back of the page. */
const isBrowsers = (name: string): boolean => name.startsWith(':') || addedByBrowsers.has(name.toLowerCase());

const addedByBrowsers: ReadonlySet<string> = new Set([
  ...['accept', 'accept-language', 'user-agent', 'priority', 'purpose', 'x-client-data', 'alt-used', 'x-moz'],
  // A reload, and the HTTP cache that asks whether its copy is fresh.
  ...['cache-control', 'pragma', 'if-none-match', 'if-modified-since', 'if-range', 'if-match'],
  // Client hints: https://wicg.github.io/client-hints-infrastructure/
  ...['save-data', 'dpr', 'width', 'viewport-width', 'device-memory', 'downlink', 'ect', 'rtt'],
  'upgrade-insecure-requests',
]);

/** Reports whether a request is a CORS request, by what browsers say of it; in turn, from the surest to a guess. */
function isCors(
  { _resourceType: type }: HarEntry,
  headers: HeaderList,
  responseHeaders: HeaderList,
): boolean {
  const mode = getHeader(headers, 'Sec-Fetch-Mode');
  if (mode !== null) return mode === 'cors';
  if (getHeader(headers, 'Origin') !== null) return true;
  return (
    type === 'fetch' || type === 'xhr' || getHeader(responseHeaders, 'Access-Control-Allow-Origin') !== null
  );
}

function pageOriginOf({ pageref }: HarEntry, headers: HeaderList, pages: Har['pages']): string | null {
  const origin = getHeader(headers, 'Origin');
  if (origin !== null && isSerializedOrigin(origin)) return origin;
  const title = pages?.find(({ id }) => id !== undefined && id !== null && id === pageref)?.title ?? '';
  for (const address of [getHeader(headers, 'Referer') ?? '', title]) {
    const url = parseUrl(address);
    if (url !== null && hasHttpScheme(url)) return serializeOrigin(url);
  }
  return null;
}

/**
 * Returns the origin of the pages that made the other requests of the same page; null where there are several. What is
 * recorded of a WebSocket may have no header.
 */
function onlyOriginOf({ pageref }: HarEntry, entries: Har['entries']): string | null {
  const origins = entries.flatMap((other) => {
    const origin = getHeader(headerList(other.request.headers), 'Origin');
    return other.pageref === pageref && origin !== null && isSerializedOrigin(origin) ? [origin] : [];
  });
  const [only, ...more] = new Set(origins);
  return more.length === 0 ? (only ?? null) : null;
}

/** Reports whether an `EventSource` asked: it says so in Accept, where the type does not say that `fetch()` did. */
function isEventSource({ _resourceType: type }: HarEntry, headers: HeaderList): boolean {
  if (type === 'eventsource') return true;
  // Of type "document" in Playwright's recordHar in Firefox.
  return type !== 'fetch' && type !== 'xhr' && getHeader(headers, 'Accept') === 'text/event-stream';
}

function headerList(headers: HarEntry['request']['headers']): HeaderList {
  return (headers ?? []).map(({ name, value }): [string, string] => [name, value ?? '']);
}
