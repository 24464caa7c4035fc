import type { PolicyInput } from './types.ts';

/**
 * Returns `policy` as it is. It gives the author of a policy file the types; nothing is checked before the
 * file is loaded.
 */
export function definePolicy(policy: PolicyInput): PolicyInput {
  return policy;
}
