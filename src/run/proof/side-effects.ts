import type { Verdict } from '../../model.ts';

/** What the headers that cure one request do to the others of its route. */
export interface SideEffects {
  /** Somebody reads, or is granted, who must not. */
  readonly exposure: Verdict | null;
  /** What conformed before does not any more. */
  readonly breakage: Verdict | null;
  /** Nobody knows what they do here. */
  readonly unknown: Verdict | null;
}

/**
 * Returns the first of each kind among `replays`, which are the same checks as `verdicts` under other headers. Pure.
 */
export function sideEffects(verdicts: readonly Verdict[], replays: readonly Verdict[]): SideEffects {
  const before = new Map(verdicts.map(({ id, status }) => [id, status]));
  const violations = replays.filter(({ status }) => status === 'violates');
  return {
    exposure: violations.find(({ kind }) => kind === 'exposure') ?? null,
    breakage: violations.find(({ id }) => before.get(id) === 'conforms') ?? null,
    unknown: replays.find(({ status }) => status === 'inconclusive') ?? null,
  };
}
