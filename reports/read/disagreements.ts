import type { Report, Verdict } from '../../src/model.ts';
import { byCheck, enginesOf } from './by-engine.ts';
import { isAnswer } from './engine-scope.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { standingOf } from './reading.ts';

export type Disagreement = Report['disagreements'][number];

/**
 * Returns the checks that engines answered differently, in the order of `verdicts`. One that has no answer in
 * an engine is no disagreement by that alone.
 */
export function disagreementsOf(verdicts: readonly Verdict[]): readonly Disagreement[] {
  return [...byCheck(verdicts)].flatMap(([id, group]) => {
    const [first] = group;
    const answers = groupBy(group, answerOf);
    if (first === undefined || answers.filter(([verdict]) => isAnswer(standingOf(verdict))).length < 2)
      return [];
    const { check, route, origin, originRole, method, credentialsMode } = first;
    return [
      {
        id,
        check,
        route,
        origin,
        originRole,
        method,
        credentialsMode,
        answers: answers.map((same) => ({
          status: same[0].status,
          diagnosis: same[0].diagnosis,
          engines: enginesOf(same),
        })),
      },
    ];
  });
}

const answerOf = ({ status, diagnosis }: Verdict): string => `${status} ${diagnosis ?? ''}`;

/** The same disagreement on the same request from several origins. */
export interface DisagreementGroup {
  readonly first: Disagreement;
  readonly origins: readonly Pick<Disagreement, 'origin' | 'originRole'>[];
  readonly verdicts: readonly Verdict[];
}

export function groupedDisagreements(report: Report): readonly DisagreementGroup[] {
  const checks = byCheck(report.verdicts);
  const key = ({ check, route, method, credentialsMode, answers }: Disagreement): string =>
    JSON.stringify([check, route, method, credentialsMode, answers]);
  return groupBy(report.disagreements, key).map((group) => ({
    first: group[0],
    origins: group.map(({ origin, originRole }) => ({ origin, originRole })),
    verdicts: checks.get(group[0].id) ?? [],
  }));
}
