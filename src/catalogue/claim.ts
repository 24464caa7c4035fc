import type { CaseAnswers, CaseRequest } from './case.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { EngineId } from '../model.ts';

/**
 * What a claim is worth.
 *
 * - `true`: it holds as it stands.
 * - `false`: it does not hold.
 * - `outdated`: it held once.
 * - `overstated`: it holds, but not always, or not for the reason that is given.
 */
export type ClaimVerdict = 'true' | 'false' | 'outdated' | 'overstated';

/** A sentence that people believe about CORS, and what browsers really do. Inert data. */
export interface Claim {
  /** The file's base name: a noun. Permanent: never renamed, never reused. */
  readonly id: string;
  /** The sentence, in our own words. */
  readonly claim: string;
  /** Where it is found: in the troubleshooting guide, or wherever CORS is talked about. */
  readonly source: 'guide' | 'folklore';
  /** `null`: nobody can say. */
  readonly verdict: ClaimVerdict | null;
  /** The sentence that is right. */
  readonly truth: string;
  readonly shown: Experiments | ShownByClock | NotShown;
}

/** Each is run in every engine, with empty caches and no cookies. What is expected is what Chromium does. */
export interface Experiments {
  readonly by: 'experiment';
  readonly experiments: readonly [ClaimExperiment, ...ClaimExperiment[]];
}

/**
 * Shown by putting the clock of one engine ahead: what a CORS-preflight response granted for longer is kept until
 * then, and no longer.
 */
export interface ShownByClock {
  readonly by: 'clock';
  readonly engine: EngineId;
  readonly keptSeconds: number;
}

/** Why no experiment shows it. */
export interface NotShown {
  readonly by: 'reason';
  readonly reason: string;
  /** Where else it is shown: the id of a case or of a fix. */
  readonly see?: readonly string[];
}

export interface ClaimExperiment {
  /** What it shows, in one sentence. */
  readonly shows: string;
  readonly answers: CaseAnswers;
  /** `true`: in a context as new as the engine makes it, of which the harness has not warmed up the caches. */
  readonly cold?: boolean;
  /** In order, with the same caches and cookies. */
  readonly steps: readonly [ClaimStep, ...ClaimStep[]];
}

export interface ClaimStep {
  /** `node`: the request is made outside of a browser, where nothing enforces CORS. */
  readonly client?: 'page' | 'node';
  /** Time to let pass before the request: only where time itself is the subject. */
  readonly afterMs?: number;
  /** What the servers answer from this step on, at the same addresses. */
  readonly answers?: CaseAnswers;
  readonly request: CaseRequest;
  readonly expected: ClaimExpectation;
}

/** What must be seen, whole. */
export interface ClaimExpectation {
  /** `response 200`, or `network-error` and what it comes from; `timeout`: the page waited `waitMs` in vain. */
  readonly outcome: `response ${number}` | `network-error ${DiagnosisId}` | 'timeout';
  /** The requests that reach the servers, as in `expected.exchanges` of a case. */
  readonly seen: readonly string[];
  /** How the first text on the console ends; absent: it is not looked at. */
  readonly says?: string;
  /** The response header names that the page can read, in alphabetical order; absent: not looked at. */
  readonly reads?: readonly string[];
}

export const defineClaim = <const C extends Claim>(claim: C): C => claim;
