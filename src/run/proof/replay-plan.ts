import type { CheckKind } from '../../model.ts';
import type { DerivedCheck, RoutePlan } from '../../plan/derived-check.ts';
import { isSafe } from '../../plan/safe-methods.ts';

/**
 * Returns the part of `plan` that can be judged while responses are rewritten: all but what is about caches, or no
 * affair of headers. Every unsafe method is held, whatever the policy sends.
 */
export function replayPlan(plan: RoutePlan): RoutePlan {
  const checks = plan.checks.filter(({ check }) => !besideHeaders.has(check));
  const { bookends } = plan;
  const needed = new Set([
    ...checks.flatMap(probesOf),
    ...(bookends === null ? [] : [bookends.before, bookends.after]),
  ]);
  const probes = plan.probes
    .filter(({ key }) => needed.has(key))
    .map((probe) => ({
      ...probe,
      // What a proof says is seen.
      unlessRefused: null,
      request: { ...probe.request, held: probe.request.held || !isSafe(probe.request.method) },
    }));
  return { ...plan, probes, checks };
}

const besideHeaders: ReadonlySet<CheckKind> = new Set([
  'vary',
  'preflight-cache',
  'status',
  'cross-site-post',
]);

function probesOf({ expectation }: DerivedCheck): readonly string[] {
  if (!('probe' in expectation)) return [];
  if (expectation.check === 'unreadable') {
    return [expectation.probe, expectation.control];
  }
  return [expectation.probe];
}
