import type { Cors } from '../../../fixtures/test.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import type { Verdict } from '../../../src/model.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { defaultLimits, type ProbePage } from '../../../src/probe/probe.ts';
import { correctedServer } from '../../../src/run/proof/corrected-server.ts';
import { proveRoute } from '../../../src/run/proof/prove-route.ts';
import type { ResponseRule } from '../../../src/probe/response-rule.ts';
import { Pace } from '../../../src/run/pace.ts';
import type { PageRun } from '../../../src/run/page-run.ts';
import { runRoutes } from '../../../src/run/run-routes.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { authorityOf } from '../../../src/fetch-standard/urls.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';

/**
 * Judges the first route of a policy, and proves a fix by `rule`; null for what a corrected server would send. The
 * proof is made with what `as` makes of the page.
 */
export async function proveWith(
  cors: Cors,
  { harness, definition }: RunningEngine,
  input: PolicyInput,
  rule: ResponseRule | null,
  as: (page: ProbePage) => ProbePage = (page) => page,
): Promise<Verdict[]> {
  const policy = resolvedPolicy(input);
  const [plan] = deriveCases(policy, 'chromium');
  if (plan === undefined) throw new Error('The policy has no route.');
  const authority = authorityOf(policy.target.origin);
  const page = await cors.openPage([authority]);
  const run: PageRun = {
    engine: harness.engine,
    definition,
    limits: defaultLimits,
    authorities: new Set([authority]),
    pace: new Pace(null, Number.POSITIVE_INFINITY),
  };
  const [verdicts = []] = await runRoutes([plan], page, run);
  return proveRoute(plan, verdicts, as(page), run, rule ?? correctedServer(plan.promise));
}

/** `diagnosis from origin role: what was said`, one line for all that say the same. Sorted. */
export const proofLines = (verdicts: readonly Verdict[]): string[] =>
  [
    ...new Set(
      verdicts.flatMap(({ diagnosis, method, originRole, proof }) =>
        proof === null ? [] : [`${diagnosis} of ${method}, ${originRole}: ${proof.outcome}. ${proof.said}`],
      ),
    ),
  ].sort();
