import type { EngineQuirks } from '../engines/engine.ts';
import { quirkReadings } from '../engines/quirk-readings.ts';
import type { Observation } from '../model.ts';
import { predictByQuirk, predictFor } from './predict-observation.ts';

/**
 * Reports whether the answers of `observation`, of a request without credentials, are a network error for the same request
 * with them: by the standard, and by each of its readings that `engine` is known for.
 *
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function isRefusedWithCredentials(observation: Observation, engine: EngineQuirks): boolean {
  const asked: Observation = {
    ...observation,
    request: { ...observation.request, credentialsMode: 'include' },
  };
  const predictions = [
    predictFor(asked),
    ...quirkReadings(engine).map((reading) => predictByQuirk(asked, reading)),
  ];
  return predictions.every(({ outcome }) => outcome === 'network-error');
}
