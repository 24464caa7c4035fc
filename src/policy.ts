export { definePolicy } from './policy/define-policy.ts';
export { PolicyError, type PolicyProblem } from './policy/problem.ts';
export type * from './policy/types.ts';
export { validatePolicy } from './policy/validate-policy.ts';
