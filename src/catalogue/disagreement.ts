/**
 * What of a case differs between two engines at least.
 *
 * - `outcome`: what the page gets, of the misconfigured or of the corrected answers.
 * - `requests`: what reaches the servers.
 * - `cause`: the causes that two engines name exclude each other.
 * - `precision`: an engine tells causes apart for which another has one text.
 */
export type DisagreementAspect = 'outcome' | 'requests' | 'cause' | 'precision';

/** One thing that the engines were observed to do differently. Inert data. */
export interface EngineDisagreement {
  /** Which engine does what. */
  readonly said: string;
  /** The observations that it comes from, as `specs/pure/engines/observed-disagreements.json` names them. */
  readonly observed: readonly string[];
  readonly shown: ShownByCases | ShownByClaims | NotShown;
}

/** Each of the cases differs in each of these. */
export interface ShownByCases {
  readonly by: 'cases';
  readonly in: readonly [DisagreementAspect, ...DisagreementAspect[]];
  readonly cases: readonly [string, ...string[]];
}

/** Experiments, as `<id of the claim> <number of the experiment, from 1>`, or whole claims that the clock shows. */
export interface ShownByClaims {
  readonly by: 'claims';
  readonly claims: readonly [string, ...string[]];
}

/** Why no case and no claim shows it. */
export interface NotShown {
  readonly by: 'reason';
  readonly reason: string;
}
