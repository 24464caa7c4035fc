import type { Proof, Verdict } from '../../model.ts';
import type { ProbePage } from '../../probe/probe.ts';
import type { ResponseRule } from '../../probe/response-rule.ts';
import type { RoutePlan } from '../../plan/derived-check.ts';
import type { PageRun } from '../page-run.ts';
import { runRoutes } from '../run-routes.ts';
import { proofOf } from './proof-of.ts';
import { sideEffects } from './side-effects.ts';
import { replayPlan } from './replay-plan.ts';
import { untriedReason } from './untried.ts';
import { say } from '../../words/say.ts';

/**
 * Returns `verdicts`, those of a route, with a proof for each violation: the whole route is asked again with the
 * responses that `rule` gives, from every origin, and judged by the same judge. No unsafe method is sent. Rejects
 * as `runRoutes` does, and with a `CanaryError` if CORS is not in force while responses are rewritten.
 */
export async function proveRoute(
  plan: RoutePlan,
  verdicts: readonly Verdict[],
  page: ProbePage,
  run: PageRun,
  rule: ResponseRule,
): Promise<Verdict[]> {
  const reasons = new Map(
    verdicts.filter(isViolation).map((verdict) => [verdict.id, untriedReason(verdict)]),
  );
  if (![...reasons.values()].includes(null)) return withProofs(verdicts, reasons, () => null);
  const proving = await page.rewriting(rule);
  if (proving === null) {
    return withProofs(verdicts, reasons, () =>
      untried(
        say('Not tried: proofs are made in Chromium only, as no other engine lets responses be rewritten.'),
      ),
    );
  }
  const [replays = []] = await runRoutes([replayPlan(plan)], proving, run, 'plan-alone');
  const effects = sideEffects(verdicts, replays);
  return withProofs(verdicts, reasons, (verdict) => {
    const replay = replays.find(({ id }) => id === verdict.id);
    if (replay === undefined) return untried(say('Not tried: the request was not made again.'));
    return proofOf(verdict, replay, effects);
  });
}

const isViolation = ({ status }: Verdict): boolean => status === 'violates';

const untried = (said: string): Proof => ({ outcome: 'not-tried', said, headers: [] });

function withProofs(
  verdicts: readonly Verdict[],
  reasons: ReadonlyMap<string, string | null>,
  prove: (verdict: Verdict) => Proof | null,
): Verdict[] {
  return verdicts.map((verdict) => {
    const reason = reasons.get(verdict.id);
    if (reason === undefined) return verdict;
    return { ...verdict, proof: reason === null ? prove(verdict) : untried(reason) };
  });
}
