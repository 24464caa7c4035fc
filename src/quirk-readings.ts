import type { Engine } from './engine.ts';
import { extractTokenList } from './fetch-standard/extract-token-list.ts';
import { getHeader } from './fetch-standard/header-list.ts';
import type { StandardExchange } from './fetch-standard/predict.ts';
import { isRedirectStatus } from './fetch-standard/redirect-status.ts';
import type { HeaderList, Observation, ProbeRequest } from './model.ts';

/** What the standard is asked instead, for an engine with a quirk. */
export interface QuirkReading {
  readonly quirk: string;
  readonly read: Reading;
  /** The request as the engine takes it. */
  readonly take: (observation: Observation) => ProbeRequest;
}

/** An exchange as an engine with a quirk reads it; the exchange itself where the quirk has no part in it. */
type Reading = (exchange: StandardExchange, request: ProbeRequest) => StandardExchange;

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
  const together: Reading = (exchange, request) =>
    known.reduce((sofar, { read }) => read(sofar, request), exchange);
  const takeTogether = (observation: Observation): ProbeRequest =>
    known.reduce((request, { take }) => take({ ...observation, request }), observation.request);
  return [
    ...known,
    { quirk: known.map(({ quirk }) => quirk).join(' and '), read: together, take: takeTogether },
  ];
}

const asItIs = ({ request }: Observation): ProbeRequest => request;
const unread: Reading = (exchange) => exchange;

const takings: Readonly<Partial<Record<string, QuirkReading['take']>>> = {
  'redirect-mode-last': ({ request, outcome }) =>
    outcome.kind === 'network-error' ? { ...request, redirectMode: 'follow' } : request,
  'stream-upload-missing': ({ request: { streamingBody, ...request } }) => request,
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
  'redirect-mode-last': unread,
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
    const isOrigin = ([name]: HeaderList[number]): boolean =>
      name.toLowerCase() === 'access-control-allow-origin';
    const first = exchange.headers.find(isOrigin);
    // Spelled with capitals a second line is seen, empty or not.
    const isOverlooked = (line: HeaderList[number]): boolean =>
      line !== first && isOrigin(line) && line[0] === line[0].toLowerCase() && line[1] === '';
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
