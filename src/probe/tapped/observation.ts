import { isRedirectStatus } from '../../fetch-standard/statuses.ts';
import type { Exchange, Observation, ProbeRequest } from '../../model.ts';
import type { TappedProbe } from './page-tap.ts';
import { lostBeacon } from '../page/beacon-end.ts';
import type { PageOutcome } from '../page/page-request.ts';
import { outcomeOf } from '../page/probe-expression.ts';

/** What the page, its tap and its console said of one request. */
export interface TappedWitness {
  readonly engine: Observation['engine'];
  readonly pageOrigin: string;
  readonly request: ProbeRequest;
  readonly outcome: PageOutcome | undefined;
  /** Null if nothing says what came of a beacon; false of every other request. */
  readonly beaconIsLost: boolean | null;
  readonly wire: TappedProbe;
  readonly console: readonly string[];
  /** What the console names as the reason of a refusal. */
  readonly refusal: string | null;
  readonly incomplete: string | null;
}

/** Returns the observation that they come to. Pure. */
export function tappedObservation(witness: TappedWitness): Observation {
  const { engine, pageOrigin, request, outcome, wire, refusal } = witness;
  return {
    engine,
    pageOrigin,
    request,
    outcome: wire.held ? { kind: 'held' } : witness.beaconIsLost === true ? lostBeacon : outcomeOf(outcome),
    console: witness.console,
    exchanges: lastAttempt(request, [...wire.exchanges, ...cached(request, outcome, wire)]),
    refusal: refusal === null || wire.held ? null : { code: refusal, parameter: '' },
    failure: isFailed(outcome) && !wire.held ? wire.failure : null,
    incomplete: outcome === undefined ? 'The page returned no outcome.' : witness.incomplete,
  };
}

/**
 * Returns the exchange with the HTTP cache, if there was one: a response that a page got although nothing was sent came
 * from there.
 */
function cached(request: ProbeRequest, outcome: PageOutcome | undefined, wire: TappedProbe): Exchange[] {
  if (outcome?.kind !== 'response' || outcome.status === 0 || wire.held) return [];
  if (wire.exchanges.some(({ purpose }) => purpose === 'actual')) return [];
  const { status, headers, url } = outcome;
  return [
    {
      purpose: 'actual',
      method: request.method,
      url: url === '' ? request.url : url,
      requestHeaders: [],
      response: { status, headers, fromCache: true },
      failure: null,
    },
  ];
}

/** Returns the exchanges of the last time that the page asked; where it asks again by itself, each begins at its own URL. */
function lastAttempt({ reconnects, url }: ProbeRequest, exchanges: readonly Exchange[]): readonly Exchange[] {
  if (reconnects !== true) return exchanges;
  const isAnswered = (exchange: Exchange | undefined): boolean =>
    exchange?.response != null && !isRedirectStatus(exchange.response.status);
  const first = exchanges.findLastIndex(
    (exchange, index) => exchange.url === url && (index === 0 || isAnswered(exchanges[index - 1])),
  );
  return exchanges.slice(Math.max(first, 0));
}

/**
 * Reports whether the request failed. That the page gave up is its outcome, and no failure; nor is what became of a
 * connection after its response.
 */
const isFailed = (outcome: PageOutcome | undefined): boolean =>
  outcome === undefined ||
  outcome.kind === 'network-error' ||
  (outcome.kind === 'response' && outcome.bodyError !== null);
