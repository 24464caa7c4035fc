import { contactFault } from './lint-contacts.ts';
import { listProblems } from './lint-list.ts';
import { limitProblems } from './lint-numbers.ts';
import { originFault } from './lint-origin.ts';
import { duplicateRouteProblems, trustProblems } from './lint-relations.ts';
import { routeProblems } from './lint-route.ts';
import { stackProblems } from './lint-stack.ts';
import { readTarget } from './lint-target.ts';
import type { PolicyProblem } from './problem.ts';
import type { Draft } from './shape.ts';

/** Yields everything that is wrong with a policy whose structure is right, or was put right, part by part. */
export function* lintPolicy(draft: Draft): Iterable<PolicyProblem> {
  const reading = draft.target === undefined ? null : readTarget(draft.target);
  if (reading !== null && 'fault' in reading) yield { place: 'target', ...reading.fault };
  yield* listProblems('trustedOrigins', draft.trustedOrigins, originFault);
  if (draft.routes?.length === 0) {
    yield {
      place: 'routes',
      value: '[]',
      problem: 'is empty, so that nothing would be judged',
      remedy: 'write at least one, such as { path: "/users", methods: ["GET"] }',
    };
  }
  for (const [index, route] of (draft.routes ?? []).entries()) {
    if (route !== undefined) yield* routeProblems(index, route);
  }
  yield* duplicateRouteProblems(draft.routes);
  yield* trustProblems(draft, reading !== null && 'target' in reading ? reading.target : null);
  yield* stackProblems(draft.stack);
  yield* limitProblems(draft.limits);
  yield* listProblems('alsoContact', draft.alsoContact, contactFault);
  for (const [index, secret] of (draft.secrets ?? []).entries()) {
    if (typeof secret !== 'string' || secret.length >= 4) continue;
    yield {
      place: `secrets[${index}]`,
      value: '',
      problem: 'has fewer than 4 characters, so that redacting it would redact ordinary text',
      remedy: 'remove it',
    };
  }
}
