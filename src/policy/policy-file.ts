import { join, sep } from 'node:path';
import { callInThread, evaluateInThread, type Evaluated, type Other, type Thrown } from './policy-thread.ts';
import { PolicyError, type PolicyProblem } from './problem.ts';
import { kindOf, placeOf, quote } from './shown-value.ts';
import { say, type Told } from '../words/say.ts';

/**
 * Returns the default export of the module `name` in `folder`, whose text is `source`: TypeScript or JavaScript,
 * an ES module or CommonJS. Where that is a promise, or a function, what it comes to. Throws a `PolicyError` that says
 * where the module threw, or that it did not come to an end within `timeoutMs`.
 */
export function evaluatePolicyFile(
  source: string,
  folder: string,
  name: string,
  timeoutMs: number = 30_000,
): unknown {
  const evaluated = evaluateInThread(source, join(folder, name), timeoutMs);
  if (evaluated.kind === 'value') return defaultExportOf(evaluated, name);
  if (evaluated.kind !== 'thrown')
    throw new PolicyError([noEnd(evaluated.kind, name, timeoutMs, awaitsAtTop.test(source))]);
  const { error, at } = evaluated;
  const cause = error.isError
    ? Object.assign(new Error(error.message), { name: error.name, stack: error.stack })
    : error.message;
  const place = at === null ? placeOfThrow(error, folder, name) : placeOf(at);
  throw new PolicyError([thrownBy(error, place, awaitsAtTop.test(source))], { cause });
}

/**
 * Runs the function `open` of the session `session` of the policy file `name` in `folder`, whose text is `source`, in a
 * thread of its own. Resolves with what it returns, as plain data. Rejects with an `Error` whose message says what came of
 * it, as the rest of a sentence, within `timeoutMs`.
 */
export async function callOpen(
  source: string,
  folder: string,
  name: string,
  session: string,
  timeoutMs: number,
): Promise<unknown> {
  const evaluated = await callInThread(source, join(folder, name), ['sessions', session, 'open'], timeoutMs);
  switch (evaluated.kind) {
    case 'value':
      return evaluated.value;
    case 'thrown':
      throw new Error(
        say('throws {error}', {
          error: `${evaluated.error.isError ? `${evaluated.error.name}: ` : ''}${evaluated.error.message}`,
        }),
      );
    case 'exit':
      throw new Error(say('calls process.exit()'));
    case 'waiting':
      throw new Error(say('waits for what never comes'));
    case 'late':
      throw new Error(say('does not come to an end within {seconds} s', { seconds: timeoutMs / 1000 }));
    default:
      return evaluated satisfies never;
  }
}

function noEnd(
  kind: Exclude<Evaluated['kind'], 'value' | 'thrown'>,
  place: string,
  timeoutMs: number,
  awaits: boolean,
): PolicyProblem {
  const loop = say('look for a loop in it, or for an answer that it waits for');
  switch (kind) {
    case 'exit':
      return {
        place,
        value: '',
        problem: say('calls process.exit()'),
        remedy: say('throw an error in its place, which says what is missing'),
      };
    case 'waiting':
      return {
        place,
        value: '',
        problem: say('waits for what never comes'),
        remedy: say('look at each await in it; {more}', { more: leadsToOpen() }),
      };
    case 'late':
      return {
        place,
        value: '',
        problem: say('does not come to an end within {seconds} s', { seconds: timeoutMs / 1000 }),
        remedy: awaits ? say('{one}; {other}', { one: loop, other: leadsToOpen() }) : loop,
      };
    default:
      return kind satisfies never;
  }
}

/** Returns where signing in belongs: a policy file is evaluated whenever tests are listed, a session is opened once a run. */
const leadsToOpen = (): Told =>
  say('what signs in, or fetches a token, belongs in the function open of a session');

const awaitsAtTop = /^(?:[^\s/*].*[^\w$.])?await\s/m;

function defaultExportOf({ value, others }: Extract<Evaluated, { kind: 'value' }>, name: string): unknown {
  const proxies = others.filter(({ kind }) => kind === 'proxy');
  // What holds itself is too deep in many places.
  const odd = [...proxies, ...others.filter(({ kind }) => kind === 'too deep').slice(0, 1)];
  if (odd.length > 0) throw new PolicyError(odd.map((other) => oddProblem(other, name)));
  const [whole] = others.filter(({ path }) => path.length === 0);
  if (whole === undefined && typeof value === 'object' && value !== null)
    return withOthers(value, [], others);
  const kind = whole === undefined ? kindOf(value) : kindOf(others.length > 0 ? standIn(whole) : value);
  const problem =
    value === undefined ? say('has no default export') : say('exports {kind} by default', { kind });
  throw new PolicyError([
    { place: name, value: '', problem, remedy: say('write export default definePolicy({ … })') },
  ]);
}

function oddProblem({ path, kind }: Other, name: string): PolicyProblem {
  const problem =
    kind === 'proxy' ? say('is a Proxy') : say('is nested more deeply than any part of a policy');
  return {
    place: path.length === 0 ? name : placeOf(path.slice(0, 4)),
    value: '',
    problem,
    remedy: say('write plain objects, lists and texts'),
  };
}

/** Puts something of its kind in the place of each value that is no data: the lint says what is wrong with it. */
function withOthers(value: unknown, path: Other['path'], others: readonly Other[]): unknown {
  const own = others.find((other) => JSON.stringify(other.path) === JSON.stringify(path));
  if (own !== undefined) return standIn(own);
  if (others.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry, index) => withOthers(entry, [...path, index], others));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withOthers(entry, [...path, key], others)]),
  );
}

const standIn = ({ kind }: Other): unknown => (kind === 'function' ? () => undefined : Symbol());

function thrownBy({ isError, name, message }: Thrown, place: string, awaits: boolean): PolicyProblem {
  const firstLine = (isError ? `${name}: ${message}` : message)
    .split('\n', 1)
    .join('')
    .replace(/^Error: (?=\w*Error: )/, '')
    .trim();
  return {
    place,
    value: '',
    problem: say('throws {error}', { error: quote(firstLine) }),
    remedy: awaits ? say('correct it; {more}', { more: leadsToOpen() }) : say('correct it'),
  };
}

/** Returns the innermost line of the project, at or below the policy file. */
function placeOfThrow(error: Thrown, folder: string, name: string): string {
  const stack = `${error.message}\n${error.stack}`;
  const places = stack.split('\n').flatMap((line) => {
    const start = line.indexOf(`${folder}${sep}`);
    const place =
      start === -1 ? null : /^(.+?):(\d+)(?::\d+)?\)?$/.exec(line.slice(start + folder.length + 1));
    return place === null ? [] : [{ file: place[1] ?? '', line: place[2] ?? '' }];
  });
  const own = places.findIndex(({ file }) => file === name);
  const innermost = places.slice(0, own + 1).find(({ file }) => !file.includes('node_modules'));
  return innermost === undefined ? name : `${innermost.file}:${innermost.line}`;
}
