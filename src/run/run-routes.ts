import { doubtHeld } from '../judge/doubt-held.ts';
import { judgeRoute } from '../judge/judge-check.ts';
import type { Heard, Probed, ProbedByKey } from '../judge/probed.ts';
import { verdictOf } from '../judge/verdict.ts';
import type { Verdict } from '../model.ts';
import type { PlannedProbe, RoutePlan } from '../plan/derived-check.ts';
import type { ProbePage } from '../probe/probe.ts';
import { findCauses } from './find-causes.ts';
import type { PageRun } from './page-run.ts';
import { runCurlLines } from './run-curl-lines.ts';
import type { Unmade } from './unmade.ts';
import { askingFor, makeVisits, progressOf, visitsOf } from './visits.ts';

/**
 * Makes the requests of all `plans` from the page `unpaced`, which visits each origin once, and judges them: for each route one
 * verdict per check, in its plan's order. More is asked only to find a cause, and nothing if `asks` is `plan-alone`.
 * Rejects only if the page or its browser is gone while it probes.
 */
export async function runRoutes(
  plans: readonly RoutePlan[],
  unpaced: ProbePage,
  run: PageRun,
  asks: 'causes-too' | 'plan-alone' = 'causes-too',
): Promise<Verdict[][]> {
  const all = plans.map(progressOf);
  const asking = askingFor(all, unpaced, run);
  const visits = visitsOf(plans);
  const changes = ([first]: readonly PlannedProbe[]): boolean => first?.turn === 'sent';
  await makeVisits(
    all,
    visits.filter((visit) => !changes(visit)),
    asking,
  );
  // Before anything is sent that may change what is answered.
  const causes = asks === 'plan-alone' ? null : await findCauses(all, unpaced, run, ask);
  await makeVisits(all, visits.filter(changes), asking);
  const judged = doubtHeld(
    all.map(({ plan, probed, whileLimited }, index) =>
      judgeRoute(plan, withLimits(probed, whileLimited), causes?.[index]),
    ),
  );
  const curls = asks === 'plan-alone' ? null : await runCurlLines(plans, judged, run);
  return all.map(({ plan }, index) =>
    (judged[index] ?? []).map(([check, judgement]) =>
      verdictOf(check, judgement, {
        engine: run.engine,
        route: plan.promise,
        curl: curls?.get(judgement),
      }),
    ),
  );
}

/** Judges `plans` of which nothing is asked: as `runRoutes` does where nothing could be. */
export function judgeUnmade(
  plans: readonly RoutePlan[],
  unmade: Unmade,
  engine: Verdict['engine'],
): Verdict[][] {
  return plans.map((plan) =>
    judgeRoute(plan, new Map(plan.probes.map(({ key }) => [key, unmade]))).map(([check, judgement]) =>
      verdictOf(check, judgement, { engine, route: plan.promise }),
    ),
  );
}

/** Makes the requests of `plans`; what each came to, by its key, for each plan. */
async function ask(plans: readonly RoutePlan[], unpaced: ProbePage, run: PageRun): Promise<ProbedByKey[]> {
  const all = plans.map(progressOf);
  await makeVisits(all, visitsOf(plans), askingFor(all, unpaced, run));
  return all.map(({ probed }) => probed);
}

/** Returns what came of the probes of a route, with what they came to while the API limited requests. */
function withLimits(
  probed: ReadonlyMap<string, Probed>,
  whileLimited: ReadonlyMap<string, Heard>,
): ReadonlyMap<string, Probed> {
  return new Map(
    [...probed].map(([key, one]): [string, Probed] => {
      const limited = whileLimited.get(key);
      const isTold = one.kind === 'observed' || one.kind === 'unmade';
      return [key, isTold && limited !== undefined ? { ...one, whileLimited: limited } : one];
    }),
  );
}
