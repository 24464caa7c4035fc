import type { Engine } from './engine.ts';
import { extractTokenList } from './fetch-standard/extract-token-list.ts';
import { getHeader } from './fetch-standard/header-list.ts';
import { serializeOrigin } from './fetch-standard/origin.ts';
import type { StandardExchange } from './fetch-standard/predict.ts';
import { isRedirectStatus } from './fetch-standard/redirect-status.ts';
import type { HeaderList, Observation, ProbeRequest } from './model.ts';

/** What the standard is asked instead, for an engine with a quirk. */
export interface QuirkReading {
  readonly quirk: string;
  readonly read: Reading;
  /** The request as the engine takes it. */
  readonly take: (observation: Observation) => TakenRequest;
}

/** With the use-CORS-preflight flag, which no other request of the harness sets. */
export type TakenRequest = ProbeRequest & { readonly useCorsPreflightFlag?: true };

/** An exchange as an engine with a quirk reads it; the exchange itself where the quirk has no part in it. */
type Reading = (exchange: StandardExchange, request: ProbeRequest, pageOrigin: string) => StandardExchange;

/**
 * How the quirks of `engine` make it read exchanges: each by itself, then all together. What the standard makes
 * of exchanges so read is what the engine makes of the real ones.
 */
export function quirkReadings(engine: Engine): readonly QuirkReading[] {
  const known = engine.quirks.flatMap(({ id }) => {
    const read = readings[id];
    return read === undefined ? [] : [{ quirk: id, read, take: takings[id] ?? asItIs }];
  });
  if (known.length < 2) return known;
  const together: Reading = (exchange, request, pageOrigin) =>
    known.reduce((sofar, { read }) => read(sofar, request, pageOrigin), exchange);
  const takeTogether = (observation: Observation): TakenRequest =>
    known.reduce(
      (request: TakenRequest, { take }) => ({ ...request, ...take({ ...observation, request }) }),
      observation.request,
    );
  return [
    ...known,
    { quirk: known.map(({ quirk }) => quirk).join(' and '), read: together, take: takeTogether },
  ];
}

const asItIs = ({ request }: Observation): ProbeRequest => request;
const unread: Reading = (exchange) => exchange;
const isOriginLine = ([name]: HeaderList[number]): boolean =>
  name.toLowerCase() === 'access-control-allow-origin';

const takings: Readonly<Partial<Record<string, QuirkReading['take']>>> = {
  'request-header-safelisted': ({ request }) => ({
    ...request,
    headers: request.headers.filter(([name]) => !/^(user-agent|save-data)$/i.test(name)),
  }),
  'preflight-repeated': ({ request }) => ({ ...request, useCorsPreflightFlag: true }),
  'redirect-mode-last': ({ request, outcome }) =>
    outcome.kind === 'network-error' ? { ...request, redirectMode: 'follow' } : request,
  'stream-upload-missing': ({ request: { streamingBody, ...request } }) => request,
  'refused-preload-loaded': ({ request }) =>
    /^(preload|modulepreload|prefetch)$/.test(request.api) ? { ...request, mode: 'no-cors' } : request,
  'track-without-cors': ({ request }) =>
    request.api === 'track' ? { ...request, mode: 'no-cors' } : request,
  'font-without-cors': ({ request }) => (request.api === 'font' ? { ...request, mode: 'no-cors' } : request),
};

const readings: Readonly<Partial<Record<string, Reading>>> = {
  'authorization-by-wildcard': (exchange, { credentialsMode }) => {
    const names = extractTokenList(exchange.headers, 'Access-Control-Allow-Headers');
    if (exchange.purpose !== 'preflight' || credentialsMode === 'include') return exchange;
    if (names === null || names === 'failure' || !names.includes('*')) return exchange;
    return {
      ...exchange,
      headers: [...exchange.headers, ['Access-Control-Allow-Headers', 'Authorization']],
    };
  },
  'request-header-safelisted': unread,
  'preflight-repeated': unread,
  // Behind a redirect to another origin the standard compares with "null".
  'redirected-preflight-origin': (exchange, { url }, pageOrigin) => {
    if (exchange.purpose !== 'preflight' || serializeOrigin(exchange.url) === serializeOrigin(url))
      return exchange;
    const swapped = (value: string): string =>
      value === pageOrigin ? 'null' : value === 'null' ? pageOrigin : value;
    return {
      ...exchange,
      headers: exchange.headers.map(([name, value]) =>
        isOriginLine([name, value]) ? [name, swapped(value)] : [name, value],
      ),
    };
  },
  'redirect-mode-last': unread,
  'refused-preload-loaded': unread,
  'track-without-cors': unread,
  'font-without-cors': unread,
  'stream-upload-missing': unread,
  'location-empty': (exchange) => ({
    ...exchange,
    headers: exchange.headers.filter(([name, value]) => name.toLowerCase() !== 'location' || value !== ''),
  }),
  'location-repeated': (exchange) => {
    const isLocation = ([name]: HeaderList[number]): boolean => name.toLowerCase() === 'location';
    const [first, ...others] = exchange.headers.filter(isLocation);
    // Two that differ end the request.
    if (first === undefined || others.some(([, value]) => value !== first[1])) return exchange;
    return { ...exchange, headers: exchange.headers.filter((line) => line === first || !isLocation(line)) };
  },
  'location-joined': (exchange) => {
    const location = getHeader(exchange.headers, 'Location');
    const others = exchange.headers.filter(([name]) => name.toLowerCase() !== 'location');
    return location === null ? exchange : { ...exchange, headers: [...others, ['Location', location]] };
  },
  'second-empty-origin-line': (exchange) => {
    const first = exchange.headers.find(isOriginLine);
    // Spelled with capitals a second line is seen, empty or not.
    const isOverlooked = (line: HeaderList[number]): boolean =>
      line !== first && isOriginLine(line) && line[0] === line[0].toLowerCase() && line[1] === '';
    return { ...exchange, headers: exchange.headers.filter((line) => !isOverlooked(line)) };
  },
  'header-name-trailing-space': (exchange) => ({
    ...exchange,
    headers: exchange.headers.map(([name, value]) => [name.trimEnd(), value] as const),
  }),
  // No redirect status, so that the standard takes the response for what it is whatever the redirect mode.
  'redirect-status-without-location': (exchange) =>
    exchange.purpose === 'actual' &&
    isRedirectStatus(exchange.status) &&
    (getHeader(exchange.headers, 'Location') ?? '') === ''
      ? { ...exchange, status: 300 }
      : exchange,
};
