import type { EngineQuirks } from './engine.ts';
import type { QuirkId } from './quirk.ts';
import { extractTokenList, splitAtCommas } from '../fetch-standard/header-values.ts';
import { byteLowerCase, deleteHeaders, getHeader, headerValues } from '../fetch-standard/header-list.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import { needsPreflight } from '../fetch-standard/preflight.ts';
import { isToken, stripHttpWhitespace } from '../fetch-standard/http-syntax.ts';
import { corsUnsafeRequestHeaderNames, requestBodyHeaderNames } from '../fetch-standard/request-headers.ts';
import { locationUrl, parseUrl } from '../fetch-standard/urls.ts';
import { serializeOrigin } from '../fetch-standard/origin.ts';
import type { StandardExchange } from '../fetch-standard/predict.ts';
import { isRedirectStatus } from '../fetch-standard/statuses.ts';
import type { HeaderList, Observation, ProbeRequest } from '../model.ts';

/** What the standard is asked instead, for an engine with a quirk. */
export interface QuirkReading extends Reading {
  readonly quirks: readonly QuirkId[];
}

interface Reading {
  /** Returns an exchange as the engine reads it; the exchange itself where the quirk has no part in it. */
  readonly read: Read;
  /** Returns the request as the engine takes it. */
  readonly take: (observation: Observation) => TakenRequest;
  /** Returns what a value of the prediction is called in the request that was made. */
  readonly named: (value: string) => string;
}

type Read = (exchange: StandardExchange, request: ProbeRequest, pageOrigin: string) => StandardExchange;

/** With the use-CORS-preflight flag, whatever the request itself has that sets it. */
type TakenRequest = ProbeRequest & { readonly useCorsPreflightFlag?: true };

/**
 * Returns how the quirks of `engine` make it read exchanges: each by itself, then all together. What the standard makes
 * of exchanges so read is what the engine makes of the real ones.
 */
export function quirkReadings(engine: EngineQuirks): readonly QuirkReading[] {
  const known = engine.quirks.flatMap(({ id }): QuirkReading[] => {
    const reading: QuirkEntry = readings[id];
    return reading === 'flag'
      ? []
      : [{ quirks: [id], read: unread, take: asItIs, named: unchanged, ...reading }];
  });
  if (known.length < 2) return known;
  const together: Read = (exchange, request, pageOrigin) =>
    known.reduce((sofar, { read }) => read(sofar, request, pageOrigin), exchange);
  const takeTogether = (observation: Observation): TakenRequest =>
    known.reduce(
      (request: TakenRequest, { take }) => ({ ...request, ...take({ ...observation, request }) }),
      observation.request,
    );
  const namedTogether = (value: string): string => known.reduce((sofar, { named }) => named(sofar), value);
  const quirks = known.flatMap((reading) => reading.quirks);
  return [...known, { quirks, read: together, take: takeTogether, named: namedTogether }];
}

/** A quirk makes something else of an exchange, of the request, or of both; a flag of neither. */
type QuirkEntry = Pick<Reading, 'read'> | (Pick<Reading, 'take'> & Partial<Reading>) | 'flag';

/** A quirk that reads no exchange otherwise: whom it concerns asks for it, see `quirk-flags.ts`. */
export type QuirkFlag = {
  [Id in QuirkId]: (typeof readings)[Id] extends 'flag' ? Id : never;
}[QuirkId];

const withValues = (
  request: ProbeRequest,
  names: RegExp,
  change: (value: string) => string,
): ProbeRequest => ({
  ...request,
  headers: request.headers.map(([name, value]) => [name, names.test(name) ? change(value) : value] as const),
});

/** Reports whether `method` or `headers` need a CORS-preflight request. */
const areUnsafe = ({ method, headers }: ProbeRequest): boolean =>
  needsPreflight({ method: normalizeMethod(method), headers, useCorsPreflightFlag: false });

const leadsToFtp = (headers: HeaderList): boolean => /^ftp:/i.test(getHeader(headers, 'Location') ?? '');

const asItIs = ({ request }: Observation): ProbeRequest => request;
const unread: Read = (exchange) => exchange;
const unchanged = (value: string): string => value;

const lineOf =
  (name: string) =>
  (line: HeaderList[number]): boolean =>
    line[0].toLowerCase() === name;
const isOriginLine = lineOf('access-control-allow-origin');
const isCredentialsLine = lineOf('access-control-allow-credentials');
const isLocationLine = lineOf('location');

/**
 * Returns `exchange` without the empty ones among several lines of a header; the exchange itself if there is one line.
 */
function withoutEmpty(
  exchange: StandardExchange,
  isOfHeader: (line: HeaderList[number]) => boolean,
): StandardExchange {
  if (exchange.headers.filter(isOfHeader).length < 2) return exchange;
  return { ...exchange, headers: exchange.headers.filter((line) => !isOfHeader(line) || line[1] !== '') };
}

/** Returns what leads nowhere without a redirect status: the standard takes it for what it is in each redirect mode. */
const asNoRedirect = (exchange: StandardExchange): StandardExchange =>
  exchange.purpose === 'actual' &&
  isRedirectStatus(exchange.status) &&
  (getHeader(exchange.headers, 'Location') ?? '') === ''
    ? { ...exchange, status: 300 }
    : exchange;

/** The request headers that Chromium safelists beside those of the standard, each with the values that it takes for one. */
const safelistedByChromium: Readonly<Partial<Record<string, RegExp>>> = {
  'user-agent': /^/,
  'save-data': /^on$/i,
  ect: /^(slow-2g|2g|3g|4g)$/,
  dpr: /^\d+(\.\d+)?$/,
  'device-memory': /^\d+(\.\d+)?$/,
  downlink: /^\d+(\.\d+)?$/,
  rtt: /^\d+$/,
  'viewport-width': /^\d+$/,
  width: /^\d+$/,
};

const isSafelistedByChromium = ([name, line]: HeaderList[number]): boolean => {
  const value = stripHttpWhitespace(line);
  const isShort = value.length <= 128 || /^user-agent$/i.test(name);
  return isShort && safelistedByChromium[name.toLowerCase()]?.test(value) === true;
};

/** What no page sends: what is said of a header that an engine keeps behind a redirect is said of this name instead. */
const keptAs = 'x-cors-conformance-';

/**
 * Returns how an engine takes requests of which a redirect leaves headers of `names` on that the standard takes off: under
 * other names, which stay on. `isKept` tells which of them.
 */
function keeping(
  names: readonly string[],
  isKept: (name: string, request: ProbeRequest) => boolean = () => true,
): Pick<Reading, 'read' | 'take' | 'named'> {
  const item = new RegExp(`(?<=^|,)([ \\t]*)(${names.join('|')})(?=[ \\t]*(?:,|$))`, 'gi');
  return {
    read: (exchange) => {
      if (exchange.purpose !== 'preflight') return exchange;
      return {
        ...exchange,
        headers: exchange.headers.map(([own, value]) => [
          own,
          own.toLowerCase() === 'access-control-allow-headers' ? value.replace(item, `$1${keptAs}$2`) : value,
        ]),
      };
    },
    take: ({ request }) => ({
      ...request,
      headers: request.headers.map(([name, value]) => [
        names.includes(name.toLowerCase()) && isKept(name.toLowerCase(), request)
          ? `${keptAs}${name.toLowerCase()}`
          : name,
        value,
      ]),
    }),
    named: (value) => (value.startsWith(keptAs) ? value.slice(keptAs.length) : value),
  };
}

const readings = {
  'authorization-by-wildcard': {
    read: (exchange, { credentialsMode }) => {
      const names = extractTokenList(exchange.headers, 'Access-Control-Allow-Headers');
      if (exchange.purpose !== 'preflight' || credentialsMode === 'include') return exchange;
      if (names === null || names === 'failure' || !names.includes('*')) return exchange;
      return {
        ...exchange,
        headers: [...exchange.headers, ['Access-Control-Allow-Headers', 'Authorization']],
      };
    },
  },
  'request-header-safelisted': {
    take: ({ request }) => ({
      ...request,
      headers: request.headers.filter((line) => !isSafelistedByChromium(line)),
    }),
  },
  // One that needed none at first is sent none behind a redirect either.
  'preflight-repeated': {
    take: ({ request }) => (areUnsafe(request) ? { ...request, useCorsPreflightFlag: true } : request),
  },
  'upload-listener-without-body': {
    take: ({ request }) => {
      const { uploadListener, ...unheard } = request;
      return request.body === null || /^(get|head)$/i.test(request.method) ? unheard : request;
    },
  },
  // A quotation mark is one by the standard.
  'content-type-comma': {
    take: ({ request }) => withValues(request, /^content-type$/i, (value) => value.replaceAll(',', '"')),
  },
  // As above.
  'accept-beyond-ascii': {
    take: ({ request }) =>
      withValues(request, /^(accept|content-type)$/i, (value) => value.replace(/[\x80-\xff]/g, '"')),
  },
  'range-unit-in-any-case': {
    take: ({ request }) => withValues(request, /^range$/i, (value) => value.replace(/^bytes/i, 'bytes')),
  },
  // The standard takes it off at a redirect to another origin.
  'redirected-authorization': keeping(['authorization']),
  // The standard takes them off where the request becomes GET. One that is safelisted is asked for nowhere.
  'redirected-body-headers': keeping(requestBodyHeaderNames.map(byteLowerCase), (name, { headers }) =>
    corsUnsafeRequestHeaderNames(headers).includes(name),
  ),
  // With status 303 the standard makes GET of every method.
  'redirected-delete': {
    read: (exchange) => {
      if (exchange.purpose !== 'actual' || exchange.method !== 'DELETE') return exchange;
      const from = parseUrl(exchange.url);
      const to = from === null ? null : locationUrl(exchange, from);
      const staysAtOrigin = to === null || to === 'failure' || to.origin === from?.origin;
      return staysAtOrigin ? exchange : { ...exchange, status: 303 };
    },
  },
  // Granted whatever it says, so that the standard comes to where the redirect leads.
  'ftp-redirect-first': {
    read: (exchange, { url }, pageOrigin) => {
      if (exchange.purpose !== 'actual' || !isRedirectStatus(exchange.status)) return exchange;
      if (!leadsToFtp(exchange.headers)) return exchange;
      const origin = serializeOrigin(exchange.url) === serializeOrigin(url) ? pageOrigin : 'null';
      return {
        ...exchange,
        headers: [
          ...exchange.headers.filter((line) => !isOriginLine(line) && !isCredentialsLine(line)),
          ['Access-Control-Allow-Origin', origin],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      };
    },
    take: ({ request, exchanges }) =>
      exchanges.some(({ response }) => leadsToFtp(response?.headers ?? []))
        ? { ...request, redirectMode: 'follow' }
        : request,
  },
  'exposed-wildcard-first': {
    read: (exchange) => {
      const name = 'Access-Control-Expose-Headers';
      if (extractTokenList(exchange.headers, name) !== 'failure') return exchange;
      const elements = headerValues(exchange.headers, name).flatMap(splitAtCommas);
      const firstMalformed = elements.findIndex((element) => element !== '' && !isToken(element));
      if (!elements.slice(0, firstMalformed).includes('*')) return exchange;
      return { ...exchange, headers: [...deleteHeaders(exchange.headers, [name]), [name, '*']] };
    },
  },
  // Behind a redirect to another origin the standard compares with "null".
  'redirected-preflight-origin': {
    read: (exchange, { url }, pageOrigin) => {
      if (exchange.purpose !== 'preflight' || serializeOrigin(exchange.url) === serializeOrigin(url))
        return exchange;
      const swapped = (line: string): string => {
        const value = stripHttpWhitespace(line);
        return value === pageOrigin ? 'null' : value === 'null' ? pageOrigin : line;
      };
      return {
        ...exchange,
        headers: exchange.headers.map(([name, value]) =>
          isOriginLine([name, value]) ? [name, swapped(value)] : [name, value],
        ),
      };
    },
  },
  'redirect-mode-last': {
    take: ({ request, outcome }) =>
      outcome.kind === 'network-error' ? { ...request, redirectMode: 'follow' } : request,
  },
  'refused-preload-loaded': {
    take: ({ request }) =>
      /^(preload|modulepreload|prefetch)$/.test(request.api) ? { ...request, mode: 'no-cors' } : request,
  },
  'track-without-cors': {
    take: ({ request }) => (request.api === 'track' ? { ...request, mode: 'no-cors' } : request),
  },
  'font-without-cors': {
    take: ({ request }) => (request.api === 'font' ? { ...request, mode: 'no-cors' } : request),
  },
  'stream-upload-missing': { take: ({ request: { streamingBody, ...request } }) => request },
  'location-empty': {
    read: (exchange) => ({
      ...exchange,
      headers: exchange.headers.filter((line) => !isLocationLine(line) || line[1] !== ''),
    }),
  },
  'location-repeated': {
    read: (exchange) => {
      const [first, ...others] = exchange.headers.filter(isLocationLine);
      // Two that differ end the request.
      if (first === undefined || others.some(([, value]) => value !== first[1])) return exchange;
      return {
        ...exchange,
        headers: exchange.headers.filter((line) => line === first || !isLocationLine(line)),
      };
    },
  },
  'location-joined': {
    read: (exchange) => {
      const location = getHeader(exchange.headers, 'Location');
      const others = exchange.headers.filter((line) => !isLocationLine(line));
      return location === null ? exchange : { ...exchange, headers: [...others, ['Location', location]] };
    },
  },
  // Lines that are spelled just so are counted, empty or not.
  'empty-origin-line': {
    read: (exchange) => {
      const counted = exchange.headers.filter(([name]) => name === 'Access-Control-Allow-Origin');
      return counted.length > 1 ? exchange : withoutEmpty(exchange, isOriginLine);
    },
  },
  'empty-credentials-line': { read: (exchange) => withoutEmpty(exchange, isCredentialsLine) },
  'header-name-trailing-space': {
    read: (exchange) => ({
      ...exchange,
      headers: exchange.headers.map(([name, value]) => [name.trimEnd(), value] as const),
    }),
  },
  'redirect-status-without-location': { read: asNoRedirect },
  'redirect-mode-error-without-location': {
    read: (exchange, { redirectMode }) => (redirectMode === 'error' ? asNoRedirect(exchange) : exchange),
  },
  'loopback-mixed-content': 'flag',
  'multipart-replace-unread': 'flag',
  'preflight-cache-warm-up': 'flag',
  'userinfo-in-url': 'flag',
} satisfies Record<QuirkId, QuirkEntry>;
