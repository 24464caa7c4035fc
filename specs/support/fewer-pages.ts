import type { RoutePlan } from '../../src/plan/derived-check.ts';
import { untrustedOrigin } from '../../src/plan/hostile-origins.ts';

/** Reports whether pages at an origin that must not read are asked from. */
export type IsAsked = (origin: string) => boolean;

/** Leaves all look-alikes out: for what a trusted page and a stranger's show. */
export const noLookalikes: IsAsked = () => false;

/**
 * Returns `plan` as it is asked from trusted pages, a stranger's, an opaque one, and of the other origins from those that
 * `isAsked` names. Each page more takes its time in a browser, and what look-alikes are let in by is shown without one.
 */
export function fewerPages(plan: RoutePlan, isAsked: IsAsked): RoutePlan {
  const checks = plan.checks.filter(
    ({ origin, originRole }) =>
      originRole === 'trusted' || originRole === 'untrusted' || originRole === 'opaque' || isAsked(origin),
  );
  const origins = new Set([untrustedOrigin, ...checks.map(({ origin }) => origin)]);
  return { ...plan, checks, probes: plan.probes.filter(({ page }) => origins.has(page.origin)) };
}
