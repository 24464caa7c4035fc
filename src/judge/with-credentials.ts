import type { EngineQuirks } from '../engines/engine.ts';
import { quirkReadings } from '../engines/quirk-readings.ts';
import type { Observation } from '../model.ts';
import { predictByQuirk, predictFor } from './predict-observation.ts';

/**
 * Reports whether the answers of `observation`, of a request without credentials, are a network error for the same request
 * with them: by the standard, by which it was shared without them, and by each of its readings that `engine` is known for
 * and by which it was as well.
 *
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function isRefusedWithCredentials(observation: Observation, engine: EngineQuirks): boolean {
  const asked: Observation = {
    ...observation,
    request: { ...observation.request, credentialsMode: 'include' },
  };
  if (predictFor(observation).outcome !== 'response') return false;
  // A reading by which nothing was shared is not that of this answer.
  const readings = quirkReadings(engine).filter(
    (reading) => predictByQuirk(observation, reading).outcome === 'response',
  );
  const predictions = [predictFor(asked), ...readings.map((reading) => predictByQuirk(asked, reading))];
  return predictions.every(({ outcome }) => outcome === 'network-error');
}
