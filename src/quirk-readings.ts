import type { Engine } from './engine.ts';
import { extractTokenList } from './fetch-standard/extract-token-list.ts';
import { getHeader } from './fetch-standard/header-list.ts';
import type { StandardExchange } from './fetch-standard/predict.ts';
import { isRedirectStatus } from './fetch-standard/redirect-status.ts';
import type { HeaderList, Observation } from './model.ts';

/** What the standard is asked instead, for an engine with a quirk. */
export interface QuirkReading {
  readonly quirk: string;
  readonly read: Reading;
  /** `true`: the engine looks at the redirect mode "error" last, where it is about to refuse anyhow. */
  readonly follows: boolean;
}

/** An exchange as an engine with a quirk reads it; the exchange itself where the quirk has no part in it. */
type Reading = (exchange: StandardExchange, request: Observation['request']) => StandardExchange;

/**
 * How the quirks of `engine` make it read exchanges: each by itself, then all together. What the standard makes
 * of exchanges so read is what the engine makes of the real ones.
 */
export function quirkReadings(engine: Engine): readonly QuirkReading[] {
  const known = engine.quirks.flatMap(({ id }) => {
    const read = readings[id];
    return read === undefined ? [] : [{ quirk: id, read, follows: id === 'redirect-mode-last' }];
  });
  if (known.length < 2) return known;
  const together: Reading = (exchange, request) =>
    known.reduce((sofar, { read }) => read(sofar, request), exchange);
  return [...known, { quirk: known.map(({ quirk }) => quirk).join(' and '), read: together, follows: false }];
}

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
  'redirect-mode-last': (exchange) => exchange,
  'location-empty': (exchange) => ({
    ...exchange,
    headers: exchange.headers.filter(([name, value]) => name.toLowerCase() !== 'location' || value !== ''),
  }),
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
