export { definePolicy } from './define-policy.ts';
export { PolicyError, type PolicyProblem } from './problem.ts';
export type * from './types.ts';
export { validatePolicy } from './validate-policy.ts';
