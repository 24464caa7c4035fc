import type { ResolvedPolicy } from '../../src/plan/derive-cases.ts';
import { validatePolicy, type PolicyInput } from '../../src/policy/policy.ts';

/** Returns the valid policy of a target of a test's own. */
export function resolvedPolicy(input: PolicyInput): ResolvedPolicy {
  const { target, ...policy } = validatePolicy(input);
  if (target.kind !== 'url') throw new Error('A test judges a target of its own.');
  return { ...policy, target };
}
