import type { Cors } from '../../fixtures/test.ts';
import { deriveCases } from '../../src/plan/derive-cases.ts';
import type { Verdict } from '../../src/model.ts';
import type { PolicyInput } from '../../src/policy/policy.ts';
import type { Pacing } from '../../src/run/pace.ts';
import { runTarget, type RunningEngine } from '../../src/run/run-target.ts';
import { resolvedPolicy } from './resolved-policy.ts';

/** Judges a target by a policy, as the target suite does, and returns every verdict. */
export async function judgeTarget(
  cors: Pick<Cors, 'openPage'>,
  engine: RunningEngine,
  input: PolicyInput,
  { deadline, pacing }: Timing = {},
): Promise<Verdict[]> {
  const policy = resolvedPolicy(input);
  const plans = deriveCases(policy, engine.harness.engine.id);
  return (await runTarget(plans, policy, engine, cors.openPage, deadline, pacing)).flat();
}

/** When the run has to end, and how it waits, where that is not as usual. */
export interface Timing {
  readonly deadline?: number;
  readonly pacing?: Pacing;
}
