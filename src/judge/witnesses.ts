import { authorityOf, isAppOrigin } from '../fetch-standard/urls.ts';
import type { NeighbourId, RefusalId } from '../diagnoses/vocabulary.ts';
import { refusals } from '../diagnoses/refusals.ts';
import type { Engine, EngineTexts } from '../engines/engine.ts';
import type { Prediction } from '../fetch-standard/predict.ts';
import type { Observation } from '../model.ts';
import { hearHandshake } from './hear-handshake.ts';
import { inWords, predictByQuirk, predictFor } from './predict-observation.ts';
import type { QuirkId } from '../engines/quirk.ts';
import { quirkReadings } from '../engines/quirk-readings.ts';
import {
  isCutShort,
  isErrorPage,
  isUnreadByQuirk,
  unreadResponse,
  unusableResponse,
} from './unread-response.ts';
import { say } from '../words/say.ts';

/** What the browser, the wire and the standard say together of one observation. */
export type Testimony =
  /** The browser shared the response, and the standard says that it had to, but for `quirks` of the engine. */
  | { readonly kind: 'shared'; readonly quirks: readonly QuirkId[] }
  /** The CORS protocol made a network error; the engine and the standard name the same reason. */
  | { readonly kind: 'refused'; readonly diagnosis: RefusalId; readonly values: readonly string[] }
  /** The actual request was held after its CORS-preflight request had succeeded. */
  | { readonly kind: 'granted'; readonly quirks: readonly QuirkId[] }
  /** The actual request was held, and it needs no CORS-preflight request, so nothing was sent. */
  | { readonly kind: 'unsent' }
  /** Not CORS. */
  | { readonly kind: 'neighbour'; readonly diagnosis: NeighbourId; readonly value: string }
  /** The witnesses differ, or one of them is not whole. */
  | { readonly kind: 'disagreement'; readonly reason: string };

/**
 * Hears the three witnesses on one observation. `authorities` are the `host:port` values that may be
 * contacted. Pure; any observation gets an answer.
 */
export function hearWitnesses(
  observation: Observation,
  engine: Engine,
  authorities: ReadonlySet<string>,
): Testimony {
  const { outcome } = observation;
  if (outcome.kind === 'timeout') {
    return { kind: 'neighbour', diagnosis: 'response-timeout', value: String(outcome.afterMs) };
  }
  const elsewhere = observation.exchanges.find(({ url }) => !authorities.has(authorityOf(url)));
  if (elsewhere !== undefined) {
    return { kind: 'neighbour', diagnosis: 'redirect-elsewhere', value: elsewhere.url };
  }
  if (observation.incomplete !== null) return { kind: 'disagreement', reason: observation.incomplete };
  if (observation.request.api === 'WebSocket') return ofHandshake(observation, engine);
  if (isAppOrigin(observation.pageOrigin)) return hearTwo({ ...observation, outcome });
  const testimony = compareWithQuirks({ ...observation, outcome }, engine);
  if (testimony.kind !== 'shared') return testimony;
  if (isErrorPage(observation)) return transportFailure(observation, engine);
  const unread = unreadResponse(observation);
  if (unread !== null) return { kind: 'neighbour', ...unread };
  const isBroken = isCutShort(observation) && !isUnreadByQuirk(observation, engine);
  return isBroken ? transportFailure(observation, engine) : testimony;
}

function ofHandshake(observation: Observation, engine: Engine): Testimony {
  const handshake = hearHandshake(observation);
  switch (handshake.kind) {
    case 'opened':
      return { kind: 'shared', quirks: [] };
    case 'failed':
      return transportFailure(observation, engine);
    case 'declined':
      return { kind: 'neighbour', diagnosis: 'websocket-handshake-refused', value: handshake.said };
    case 'disagreement':
      return handshake;
    default:
      return handshake satisfies never;
  }
}

/** An observation of a request that came to an end. */
interface Ended extends Observation {
  readonly outcome: Exclude<Observation['outcome'], { kind: 'timeout' }>;
}

function compareWithQuirks(observation: Ended, engine: Engine): Testimony {
  const plain = predictFor(observation);
  const testimony = compare(observation, plain, engine, []);
  if (testimony.kind !== 'disagreement') return testimony;
  const readings = quirkReadings(engine).map(
    (reading) => [predictByQuirk(observation, reading), reading.quirks] as const,
  );
  for (const [prediction, quirks] of readings) {
    const excused = compare(observation, prediction, engine, quirks);
    if (excused.kind !== 'disagreement') return excused;
  }
  // Last, as the engine may have named the very reason that the standard gives to a reading.
  for (const prediction of [plain, ...readings.map(([one]) => one)]) {
    const besides = refusedBesides(observation, prediction, engine);
    if (besides !== null) return besides;
  }
  return testimony;
}

/** Hears the wire and the standard on a request of an app's origin, of which there is no browser. */
function hearTwo(observation: Ended): Testimony {
  const { outcome, failure, refusal } = observation;
  const prediction = predictFor(observation);
  switch (outcome.kind) {
    case 'response':
      return shared(prediction, []);
    case 'held':
      return held(observation, prediction, []);
    case 'network-error': {
      const unusable = unusableResponse(observation, prediction);
      if (unusable !== null) return { kind: 'neighbour', ...unusable };
      if (prediction.outcome !== 'network-error' || refusal === null) {
        const diagnosis = failure === refusedConnection ? 'connection-refused' : 'connection-blocked';
        return { kind: 'neighbour', diagnosis, value: failure ?? outcome.message };
      }
      const { reason, values } = prediction;
      return isRefusal(reason)
        ? { kind: 'refused', diagnosis: reason, values }
        : { kind: 'neighbour', diagnosis: 'connection-blocked', value: reason };
    }
    default:
      return outcome satisfies never;
  }
}

const refusedConnection = 'net::ERR_CONNECTION_REFUSED';

/** Compares browser and standard; `quirks` are what the prediction allows for. */
function compare(
  observation: Ended,
  prediction: Prediction,
  engine: EngineTexts,
  quirks: readonly QuirkId[],
): Testimony {
  const { outcome } = observation;
  switch (outcome.kind) {
    case 'response':
      return shared(prediction, quirks);
    case 'held':
      return held(observation, prediction, quirks);
    case 'network-error':
      return refused(observation, prediction, engine);
    default:
      return outcome satisfies never;
  }
}

function shared(prediction: Prediction, quirks: readonly QuirkId[]): Testimony {
  if (prediction.outcome === 'response') return { kind: 'shared', quirks };
  return differ(say('the browser shared the response'), prediction);
}

function held(observation: Observation, prediction: Prediction, quirks: readonly QuirkId[]): Testimony {
  if (prediction.outcome === 'incomplete' && prediction.needs === 'actual') {
    const granted = observation.exchanges.some(({ purpose }) => purpose === 'preflight');
    return granted ? { kind: 'granted', quirks } : { kind: 'unsent' };
  }
  return differ(say('the browser let the CORS-preflight response pass'), prediction);
}

function refused(observation: Observation, prediction: Prediction, engine: EngineTexts): Testimony {
  const unusable = unusableResponse(observation, prediction);
  if (unusable !== null) return { kind: 'neighbour', ...unusable };
  const code = observation.refusal?.code;
  if (code === undefined) {
    return refusedInSilence(observation, prediction, engine) ?? transportFailure(observation, engine);
  }
  const causes = [engine.codes[code] ?? []].flat();
  if (causes.length === 0) {
    return {
      kind: 'disagreement',
      reason: say('The browser refused with {code}, which is not known to this version.', { code }),
    };
  }
  if (prediction.outcome === 'network-error') {
    const { reason, values } = prediction;
    const cause = causes.find((one) => one === reason);
    if (cause !== undefined) {
      return isRefusal(cause)
        ? { kind: 'refused', diagnosis: cause, values }
        : { kind: 'neighbour', diagnosis: cause, value: code };
    }
  }
  const neighbour = causes.find((cause) => !isRefusal(cause));
  if (neighbour === 'connection-blocked') return transportFailure(observation, engine);
  if (neighbour !== undefined && !isRefusal(neighbour)) {
    return { kind: 'neighbour', diagnosis: neighbour, value: code };
  }
  return differ(say('the browser refused with {code}', { code }), prediction);
}

/** Returns what made the engine refuse what is no CORS to the standard; `null` if nothing is known. */
function refusedBesides(
  observation: Observation,
  prediction: Prediction,
  engine: EngineTexts,
): Testimony | null {
  const code = observation.refusal?.code;
  if (code === undefined) return null;
  // It leads nowhere, whatever the engine calls that.
  if (prediction.outcome === 'network-error' && prediction.reason === 'redirect-location-malformed') {
    return { kind: 'neighbour', diagnosis: 'response-invalid', value: code };
  }
  // An engine may take what is no HTTP for a response without headers, and refuse that.
  if (prediction.outcome === 'incomplete' && knownFailure(observation, engine) !== null) {
    return transportFailure(observation, engine);
  }
  return null;
}

/** Returns a refusal of which the engine, as its file says, prints nothing. */
function refusedInSilence(
  { failure }: Observation,
  prediction: Prediction,
  engine: EngineTexts,
): Testimony | null {
  if (failure !== null || prediction.outcome !== 'network-error') return null;
  const { reason, values } = prediction;
  const silent = refusalIds.find((id) => id === reason && engine.refusals[id].texts.length === 0);
  return silent === undefined ? null : { kind: 'refused', diagnosis: silent, values };
}

function transportFailure(observation: Observation, engine: EngineTexts): Testimony {
  const failure = observation.failure ?? '';
  const { outcome } = observation;
  const message =
    outcome.kind === 'network-error'
      ? outcome.message
      : outcome.kind === 'response'
        ? (outcome.bodyError ?? '')
        : '';
  return {
    kind: 'neighbour',
    diagnosis: knownFailure(observation, engine) ?? 'connection-blocked',
    value: failure === '' ? message : failure,
  };
}

function knownFailure({ failure }: Observation, engine: EngineTexts): NeighbourId | null {
  const parts = failure?.split(' ') ?? [];
  const known = engine.failures.find(([prefix]) => parts.some((part) => part.startsWith(prefix)));
  return known?.[1] ?? null;
}

function isRefusal(id: string): id is RefusalId {
  return Object.hasOwn(refusals, id);
}

const refusalIds = Object.keys(refusals).filter(isRefusal);

function differ(browser: string, prediction: Prediction): Testimony {
  return {
    kind: 'disagreement',
    reason: say('Two witnesses differ: {browser}, but by the standard {prediction}.', {
      browser,
      prediction: inWords(prediction),
    }),
  };
}
