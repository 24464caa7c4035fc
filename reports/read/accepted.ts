import { acceptanceIn } from '../../src/baseline/acceptance.ts';
import { isOff } from '../../src/baseline/level.ts';
import type { Report, Verdict } from '../../src/model.ts';

export type Acceptance = Report['accepted'][number];

/**
 * Returns a function that finds the acceptance by which a verdict does not fail the gate, or null: what is off fails it in no
 * case.
 */
export function acceptanceOf({
  accepted,
  levels,
}: Pick<Report, 'accepted' | 'levels'>): (verdict: Verdict) => Acceptance | null {
  const acceptance = acceptanceIn(accepted.filter(({ isOver }) => !isOver));
  return (verdict) => (isOff(verdict, levels) ? null : acceptance(verdict));
}

/** Returns `2027-03-31: the CDN is replaced in spring`. */
export const acceptanceText = ({ until, reason }: Acceptance): string => `${until}: ${reason}`;
