import type { Cors } from '../../fixtures/test.ts';
import { deriveCases } from '../../src/plan/derive-cases.ts';
import type { Verdict } from '../../src/model.ts';
import type { PolicyInput } from '../../src/policy/policy.ts';
import type { SessionMeans } from '../../src/run/opening.ts';
import type { Pacing } from '../../src/run/pace.ts';
import { runTarget, type RunningEngine } from '../../src/run/run-target.ts';
import { fewerPages, type IsAsked } from './fewer-pages.ts';
import { resolvedPolicy } from './resolved-policy.ts';

/** Judges a target by a policy, as the target suite does, and returns every verdict. */
export async function judgeTarget(
  cors: Pick<Cors, 'openPage'>,
  engine: RunningEngine,
  input: PolicyInput,
  { deadline, pacing, lookalikes, means }: Judging = {},
): Promise<Verdict[]> {
  const policy = resolvedPolicy(input);
  const plans = deriveCases(policy, engine.harness.engine.id);
  const asked = lookalikes === undefined ? plans : plans.map((plan) => fewerPages(plan, lookalikes));
  return (await runTarget(asked, policy, engine, cors.openPage, deadline, pacing, means)).flat();
}

/** When the run has to end, how it waits, and which pages it asks from, where that is not as usual. */
export interface Judging {
  readonly deadline?: number;
  readonly pacing?: Pacing;
  /** What opens sessions by code and by files. */
  readonly means?: SessionMeans;
  /** Which look-alikes, and pages on loopback and on shared hosts, are asked from; default: all. */
  readonly lookalikes?: IsAsked;
}
