import { test, type Cors } from '../../fixtures/test.ts';
import { deriveCases } from '../../src/derive-cases.ts';
import type { Verdict } from '../../src/model.ts';
import { validatePolicy, type PolicyInput } from '../../src/policy.ts';
import { runTarget, type RunningEngine } from '../../src/run-target.ts';

/** Judges a target by a policy, as the target suite does, and returns every verdict. */
export async function judgeTarget(cors: Cors, engine: RunningEngine, input: PolicyInput): Promise<Verdict[]> {
  const policy = validatePolicy(input);
  if (policy.target.kind !== 'url') throw new Error('A test judges a target of its own.');
  const resolved = { ...policy, target: policy.target };
  const verdicts: Verdict[] = [];
  for (const plan of deriveCases(resolved, engine.harness.engine.id)) {
    const judge = (): Promise<Verdict[]> => runTarget(plan, resolved, engine, cors.openPage);
    verdicts.push(...(await test.step(plan.route, judge)));
  }
  return verdicts;
}
