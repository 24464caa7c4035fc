import { lintPolicy } from './lint-policy.ts';
import { normalizePolicy } from './normalize-policy.ts';
import { PolicyError } from './problem.ts';
import { secretsOf } from './secrets.ts';
import { structureProblems } from './shape-problems.ts';
import { readDraft } from './shape.ts';
import { redactQuoted } from './shown-value.ts';
import type { Policy } from './types.ts';

/**
 * Returns the complete, normalized policy that `input` describes. Throws a `PolicyError` that holds everything
 * that is wrong with it, and nothing else. `input` is not modified.
 */
export function validatePolicy(input: unknown): Policy {
  const draft = readDraft(input);
  const problems = [...structureProblems(input), ...(draft === null ? [] : lintPolicy(draft))];
  if (draft !== null && problems.length === 0) return normalizePolicy(draft);
  // A secret may have been written in a wrong place, too.
  const secrets = draft === null ? [] : secretsOf(draft);
  throw new PolicyError(
    problems.map(({ place, value, problem, remedy }) => ({
      place,
      value: redactQuoted(value, secrets),
      problem: redactQuoted(problem, secrets),
      remedy: redactQuoted(remedy, secrets),
    })),
  );
}
