import { acceptanceIn } from '../../src/baseline/acceptance.ts';
import type { Report, Verdict } from '../../src/model.ts';
import { isHazard } from './verdict-kinds.ts';

export type Acceptance = Report['accepted'][number];

/** Returns a function that finds the acceptance by which a verdict does not fail the gate, or null. */
export function acceptanceOf({
  accepted,
}: Pick<Report, 'accepted'>): (verdict: Verdict) => Acceptance | null {
  return acceptanceIn(accepted.filter(({ isOver }) => !isOver));
}

/** Returns how many violations and hazards nobody accepted. */
export function unacceptedTotals(report: Report): { readonly violations: number; readonly hazards: number } {
  const acceptance = acceptanceOf(report);
  const { violates, hazards, accepted } = report.totals;
  const acceptedHazards = report.verdicts.filter(
    (verdict) => isHazard(verdict) && acceptance(verdict) !== null,
  ).length;
  return {
    violations: violates - hazards - (accepted - acceptedHazards),
    hazards: hazards - acceptedHazards,
  };
}

/** Returns `2027-03-31: the CDN is replaced in spring`. */
export const acceptanceText = ({ until, reason }: Acceptance): string => `${until}: ${reason}`;
