/**
 * What a diagnosis is about.
 *
 * - `refusal`: the browser turned a permitted CORS request into a network error. It reaches the console.
 * - `concealment`: the browser shared the response, but hid a response header that the policy declares. It
 *   never reaches the console.
 * - `exposure`: the browser shared a response, or granted a request, that the policy says it must not. It
 *   never reaches the console.
 * - `hazard`: the exchange works, but breaks behind a cache, for a second origin, or in another engine.
 * - `neighbour`: not CORS at all, though a page sees the same `TypeError`.
 */
export type DiagnosisKind = 'refusal' | 'concealment' | 'exposure' | 'hazard' | 'neighbour';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** Who has to change something. `operator`: whoever runs the proxy, the network or the certificates. */
export type Owner = 'back end' | 'front end' | 'operator';

/**
 * What is said of one thing that can be wrong. The three sentences may hold the placeholders of `Filling` (`{origin}`,
 * `{url}`, `{method}`, `{names}`, `{value}`, `{status}`), which the report fills from the observation.
 */
export interface Sentences {
  /** What was seen. */
  readonly seen: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
}

/** One thing that can be wrong, with its sentences in English. */
export interface Definition extends Sentences {
  readonly kind: DiagnosisKind;
  readonly severity: Severity;
  readonly owner: Owner;
  /** Where the standard says so: a whole address with its anchor. */
  readonly spec: string;
}

export const fetchStandard = 'https://fetch.spec.whatwg.org/';
