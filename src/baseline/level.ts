import type { Level, SetLevel, Verdict } from '../model.ts';

/** What a finding is told by, where its level is asked for. */
export type Levelled = Pick<Verdict, 'diagnosis' | 'kind' | 'route'>;

/** Returns the level that a hazard, or another finding, has where the policy says nothing of it. */
export const usualLevel = ({ kind }: Pick<Verdict, 'kind'>): Exclude<Level, 'off'> =>
  kind === 'hazard' ? 'warn' : 'error';

/** Returns what `levels` say of a finding: of its route, or else of every route; null where they say nothing. */
export function setLevelOf(
  { diagnosis, route }: Pick<Verdict, 'diagnosis' | 'route'>,
  levels: readonly SetLevel[],
): SetLevel | null {
  const own = levels.filter((one) => one.diagnosis === diagnosis);
  return own.find((one) => one.route === route) ?? own.find((one) => one.route === null) ?? null;
}

/** Returns the level of a finding. */
export const levelOf = (finding: Levelled, levels: readonly SetLevel[]): Level =>
  setLevelOf(finding, levels)?.level ?? usualLevel(finding);

/** Reports whether the policy has turned off what a verdict found. */
export const isOff = (verdict: Levelled & Pick<Verdict, 'status'>, levels: readonly SetLevel[]): boolean =>
  verdict.status === 'violates' && levelOf(verdict, levels) === 'off';

/** Reports whether a finding of this level fails the gate of a run that fails on `failOn`. */
export const failsOn = (level: Level, failOn: 'error' | 'warn'): boolean =>
  level === 'error' || (level === 'warn' && failOn === 'warn');
