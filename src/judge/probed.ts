import type { NeighbourId } from '../diagnoses/vocabulary.ts';
import type { Observation } from '../model.ts';
import type { Testimony } from './witnesses.ts';

/** An observation, and what the witnesses say of it. */
export interface Heard {
  readonly observation: Observation;
  readonly testimony: Testimony;
}

/** What came of one probe: what was seen, or why its page could not be made. */
export type Probed =
  /**
   * `withCookie`: also, of the same request with a cookie that the API itself had set; absent if there was none.
   * `whileLimited`: also, of the same request while the API limited requests; absent if it was answered all the while.
   */
  | ({ readonly kind: 'observed'; readonly withCookie?: Heard; readonly whileLimited?: Heard } & Heard)
  /** The engine lets no page be at that origin. */
  | { readonly kind: 'impossible'; readonly reason: string }
  /** Not made, as the standard says what comes of it: the same request without credentials was refused. */
  | { readonly kind: 'spared' }
  /** Not made, for a reason that says nothing about the policy. `whileLimited`: as above. */
  | {
      readonly kind: 'unmade';
      readonly diagnosis: NeighbourId | null;
      readonly reason: string;
      readonly whileLimited?: Heard;
    };

/** What came of the probes of a route, by their keys. */
export type ProbedByKey = ReadonlyMap<string, Probed>;

/** Returns what was heard of the probe `key`; `null` if there is no observation of it. */
export function heardOf(probed: ProbedByKey, key: string): Heard | null {
  const one = probed.get(key);
  return one?.kind === 'observed' ? one : null;
}
