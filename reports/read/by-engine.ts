import type { EngineId, Verdict } from '../../src/model.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { engineNames, listed } from '../words/wording.ts';

/** Returns what the verdicts of one check in several engines have in common: their id without the engine. */
export function checkKey({ id, engine }: Verdict): string {
  return id.startsWith(`${engine.id} `) ? id.slice(engine.id.length + 1) : id;
}

/** The verdicts of each check, whatever the engine. */
export type ByCheck = ReadonlyMap<string, readonly Verdict[]>;

const groupedBefore = new WeakMap<readonly Verdict[], ByCheck>();

/** Returns `verdicts` by check; of the same list once, as each format asks for it. */
export function byCheck(verdicts: readonly Verdict[]): ByCheck {
  const grouped =
    groupedBefore.get(verdicts) ??
    new Map(groupBy(verdicts, checkKey).map((group) => [checkKey(group[0]), group]));
  groupedBefore.set(verdicts, grouped);
  return grouped;
}

/** Returns the engines of `verdicts`, in the order of a report. */
export function enginesOf(verdicts: readonly Verdict[]): readonly EngineId[] {
  const seen = new Set(verdicts.map(({ engine }) => engine.id));
  return engineOrder.filter((id) => seen.has(id));
}

export const engineOrder: readonly EngineId[] = ['chromium', 'firefox', 'webkit'];

export const engineList = (ids: readonly EngineId[]): string => listed(ids.map((id) => engineNames[id]));
