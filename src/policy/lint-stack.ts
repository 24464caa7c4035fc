import { isStack, stacks } from '../fix/stacks.ts';
import { nearName } from './near-name.ts';
import type { Fault, PolicyProblem } from './problem.ts';
import { quote } from './shown-value.ts';

/** Yields what is wrong with the name of a stack that was given. */
export function* stackProblems(stack: string | null | undefined): Iterable<PolicyProblem> {
  const fault = stack === null || stack === undefined ? null : stackFault(stack);
  if (fault !== null) yield { place: 'stack', ...fault };
}

/** What is wrong with the name of a stack; null if nothing is. */
export function stackFault(stack: string): Fault | null {
  if (isStack(stack)) return null;
  const value = quote(stack);
  if (stack === '') {
    return { value, problem: 'is empty', remedy: 'write a name such as "nginx", or leave it out' };
  }
  const names = Object.keys(stacks);
  const near = nearName(stack, names);
  return {
    value,
    problem: 'is no stack that a fix is known for',
    remedy:
      near === null ? `leave it out, or write one of ${names.join(', ')}` : `did you mean ${quote(near)}?`,
  };
}
