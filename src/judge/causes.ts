import type { DerivedCheck } from '../plan/derived-check.ts';
import type { Observation } from '../model.ts';
import { copyFinding, isLikeCopy, type SharedCopy } from './shared-copy.ts';
import { keptCopyFinding, type KeptCopy } from './kept-copy.ts';
import type { Judgement } from './finding.ts';
import type { ProbedByKey } from './probed.ts';
import type { SessionSeen } from './session.ts';

/** What was asked beside the requests of a route's plan, only to find the cause of what these came to. */
export interface Causes {
  /** The copies that a shared cache was seen to hand out. */
  readonly copies: readonly SharedCopy[];
  /** What the requests of the plan came to at addresses that no cache knows, by their keys; `null` if that was not asked. */
  readonly uncached: ProbedByKey | null;
  /** The copies that the browser's own cache was seen to hand out, by the id of the check that they are a cause of. */
  readonly kept: ReadonlyMap<string, KeptCopy>;
  /** What came of opening the session of the route; `null`: it has none. */
  readonly session: SessionSeen | null;
}

export const noCauses: Causes = { copies: [], uncached: null, kept: new Map(), session: null };

/** Returns what a check is judged by: not by the copies of a shared cache, but where it is these that a page meets. */
export const judgedBy = ({ check }: DerivedCheck, probed: ProbedByKey, { uncached }: Causes): ProbedByKey =>
  uncached !== null && aboutTheApi.has(check) ? uncached : probed;

/** The checks of what the API itself answers, to pages that do not meet it by the policy. */
const aboutTheApi: ReadonlySet<string> = new Set(['unreadable', 'method-refused', 'header-refused', 'vary']);

/** Returns `judgement`, or what replaces it where the cause of the finding was found. */
export function withCause(check: DerivedCheck, judgement: Judgement, causes: Causes): Judgement {
  const { finding, observation } = judgement;
  if (finding.status !== 'violates') return judgement;
  if (finding.diagnosis === 'vary-origin-missing') {
    const kept = causes.kept.get(check.id);
    if (kept !== undefined) {
      return { finding: keptCopyFinding(kept, finding.filling.cure), observation: shownBy(kept) };
    }
    const copy = causes.copies.find(({ url, purpose }) => url === check.url && purpose === 'actual');
    return copy === undefined
      ? judgement
      : { finding: copyFinding(copy, copy.observation), observation: copy.observation };
  }
  if (check.check !== 'readable' && check.check !== 'error-readable') return judgement;
  if (observation === null) return judgement;
  const copy = causes.copies.find((one) => isLikeCopy(one, observation));
  return copy === undefined ? judgement : { ...judgement, finding: copyFinding(copy, observation) };
}

/** Returns what shows a kept copy: the request that left it, and the refusal of the one that got it. */
const shownBy = ({ left, refused }: KeptCopy): Observation => ({
  ...refused,
  exchanges: [...left.exchanges, ...refused.exchanges],
  incomplete: null,
});
