import { acceptanceIn } from '../../src/baseline/acceptance.ts';
import { isOff, levelOf } from '../../src/baseline/level.ts';
import type { Report, Verdict } from '../../src/model.ts';
import { isHazard, isViolation } from './verdict-kinds.ts';

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

/** How many findings are neither accepted nor off. */
export interface OpenTotals {
  /** Those that fail the gate by their level. */
  readonly violations: number;
  /** Violations of level `warn`. */
  readonly warnings: number;
  readonly hazards: number;
}

/** Returns how many findings are neither accepted nor off. */
export function openTotals(report: Report): OpenTotals {
  const acceptance = acceptanceOf(report);
  const open = report.verdicts.filter(
    (verdict) => acceptance(verdict) === null && !isOff(verdict, report.levels),
  );
  const violations = open.filter(isViolation);
  const warnings = violations.filter((verdict) => levelOf(verdict, report.levels) === 'warn').length;
  return {
    violations: violations.length - warnings,
    warnings,
    hazards: open.filter(isHazard).length,
  };
}

/** Returns `2027-03-31: the CDN is replaced in spring`. */
export const acceptanceText = ({ until, reason }: Acceptance): string => `${until}: ${reason}`;
