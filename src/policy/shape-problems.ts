import { nearName } from './near-name.ts';
import type { PolicyProblem } from './problem.ts';
import { keysAt, structureIssues } from './shape.ts';
import { kindOf, placeOf, redacted, showValue } from './shown-value.ts';
import { say } from '../words/say.ts';

type Issue = ReturnType<typeof structureIssues>[number];

/** Yields what is wrong with the structure of a policy: keys that mean nothing, and values of a wrong type. */
export function* structureProblems(input: unknown): Iterable<PolicyProblem> {
  for (const issue of structureIssues(input)) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) yield unknownKey(issue.path, key);
    } else if (!isNeedless(input, issue)) {
      yield wrongType(issue, valueAt(input, issue.path));
    }
  }
}

/** Reports whether what is missing are the methods of a route that has but one, or the text of a body that is a form. */
function isNeedless(input: unknown, { path }: Issue): boolean {
  if (path.at(-2) === 'body' && valueAt(input, path) === undefined) {
    return valueAt(input, [...path.slice(0, -1), 'multipart']) !== undefined;
  }
  if (path.at(-1) !== 'methods' || valueAt(input, path) !== undefined) return false;
  const kind = valueAt(input, [...path.slice(0, -1), 'kind']);
  return kind === 'event-source' || kind === 'websocket';
}

function unknownKey(path: readonly PropertyKey[], key: string): PolicyProblem {
  const known = keysAt(path);
  const near = nearName(key, known);
  return {
    place: placeOf([...path, key]),
    value: '',
    problem: say('is not a key that a policy has here'),
    remedy:
      near === null
        ? say('remove it; the keys are {keys}', { keys: known.join(', ') })
        : say('did you mean {name}?', { name: `"${near}"` }),
  };
}

function wrongType(issue: Issue, value: unknown): PolicyProblem {
  const place = issue.path.length === 0 ? say('the policy') : placeOf(issue.path);
  const remedy = say('write {what}', { what: issue.message });
  if (value === undefined) return { place, value: '', problem: say('is missing'), remedy };
  const problem =
    issue.code === 'invalid_value'
      ? say('is not one of the choices')
      : say('is {kind}', { kind: kindOf(value) });
  return { place, value: isSecret(issue.path) ? redactedText(value) : showValue(value), problem, remedy };
}

function isSecret(path: readonly PropertyKey[]): boolean {
  return path.some((key) => key === 'headers' || key === 'secrets' || key === 'query' || key === 'text');
}

function redactedText(value: unknown): string {
  return showValue(value) === '' ? '' : redacted;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}
