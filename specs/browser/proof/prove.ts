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
import { fewerPages, type IsAsked } from '../../support/fewer-pages.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';

/** What a proof is made by. */
interface Proving {
  /** Default: what a corrected server would send. */
  readonly rule?: ResponseRule;
  /** Makes of the page the one that the proof is made with. */
  readonly as?: (page: ProbePage) => ProbePage;
  /** Which look-alikes are asked from; default: all. */
  readonly lookalikes?: IsAsked;
}

/** Judges the first route of a policy, and proves a fix. */
export async function proveWith(
  cors: Pick<Cors, 'openPage'>,
  { harness, definition }: RunningEngine,
  input: PolicyInput,
  { rule, as = (page) => page, lookalikes }: Proving = {},
): Promise<Verdict[]> {
  const policy = resolvedPolicy(input);
  const [whole] = deriveCases(policy, 'chromium');
  if (whole === undefined) throw new Error('The policy has no route.');
  const plan = lookalikes === undefined ? whole : fewerPages(whole, lookalikes);
  const authority = authorityOf(policy.target.origin);
  const page = await cors.openPage([authority]);
  const run: PageRun = {
    engine: harness.engine,
    definition,
    limits: defaultLimits,
    authorities: new Set([authority]),
    secrets: [],
    pace: new Pace(null, Number.POSITIVE_INFINITY),
  };
  const [verdicts = []] = await runRoutes([plan], page, run);
  return proveRoute(plan, verdicts, as(page), run, rule ?? correctedServer(plan.promise));
}

/** Returns `diagnosis from origin role: what was said`, one line for all that say the same. Sorted. */
export const proofLines = (verdicts: readonly Verdict[]): string[] =>
  [
    ...new Set(
      verdicts.flatMap(({ diagnosis, method, originRole, proof }) =>
        proof === null ? [] : [`${diagnosis} of ${method}, ${originRole}: ${proof.outcome}. ${proof.said}`],
      ),
    ),
  ].sort();
