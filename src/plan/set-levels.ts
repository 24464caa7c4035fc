import { diagnosisIds } from '../diagnoses/vocabulary.ts';
import type { SetLevel } from '../model.ts';
import type { Levels, Policy } from '../policy/types.ts';
import { routeName } from './derive-cases.ts';

/** Returns what the policy says of diagnoses, by the names that routes have in a report. */
export function setLevels(policy: Pick<Policy, 'levels' | 'routes' | 'secrets'>): readonly SetLevel[] {
  const routes = new Map(policy.routes.map((route) => [routeName(policy, route), route.levels]));
  return [
    ...levelsIn(policy.levels, null),
    ...[...routes].flatMap(([name, levels]) => levelsIn(levels, name)),
  ];
}

const levelsIn = (levels: Levels, route: string | null): readonly SetLevel[] =>
  diagnosisIds.flatMap((diagnosis): SetLevel[] => {
    const level = levels[diagnosis];
    if (level === undefined) return [];
    return typeof level === 'string'
      ? [{ diagnosis, route, level, reason: null }]
      : [{ diagnosis, route, level: 'off', reason: level.off }];
  });
