import { listFrom, textFrom, type PolicyVariable } from './env-values.ts';
import type { PolicyProblem } from './problem.ts';
import { quote } from './shown-value.ts';
import { say, type Told } from '../words/say.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns `problem`, found in a policy that was made of the environment, in the words of its variables. */
export function inEnvironmentWords(problem: PolicyProblem, env: Environment): PolicyProblem {
  if (problem.place === 'routes[0].path' || problem.place === 'routes[0].query') {
    return {
      place: 'CORS_TARGET_URL',
      value: quote(textFrom(env, 'CORS_TARGET_URL') ?? ''),
      problem: say('has a path or a query that {problem}', { problem: problem.problem }),
      remedy: say('write the address of one request'),
    };
  }
  return {
    place: reworded(problem.place, env),
    value: problem.value,
    problem: reworded(problem.problem, env),
    remedy: problem.remedy.includes('{ pattern: ')
      ? say('list the origins one by one, or declare the pattern in cors.policy.ts')
      : reworded(problem.remedy, env),
  };
}

const lists: readonly (readonly [RegExp, PolicyVariable])[] = [
  [/\btrustedOrigins\[(\d+)\]/g, 'CORS_ORIGIN'],
  [/\broutes\[0\]\.methods\[(\d+)\]/g, 'CORS_METHODS'],
  [/\broutes\[0\]\.requestHeaders\[(\d+)\]/g, 'CORS_HEADERS'],
  [/\broutes\[0\]\.status\[(\d+)\]/g, 'CORS_STATUS'],
  [/\broutes\[0\]\.exposedHeaders\[(\d+)\]/g, 'CORS_EXPOSED_HEADERS'],
];

const phrases = (): readonly (readonly [string, string])[] => [
  ['routes[0].credentials', 'CORS_CREDENTIALS'],
  ['routes[0].status', 'CORS_STATUS'],
  ['limits.requestsPerSecond', 'CORS_REQUESTS_PER_SECOND'],
  ['routes[0]', say('the route')],
  ['credentials: "omit"', 'CORS_CREDENTIALS=omit'],
  ['credentials: "include"', 'CORS_CREDENTIALS=include'],
];

function reworded(text: Told, env: Environment): Told;
function reworded(text: string, env: Environment): string;
function reworded(text: string, env: Environment): string {
  const renamed = lists.reduce((words, [pattern, name]) => {
    const alone = (listFrom(env, name)?.length ?? 0) < 2;
    return words.replace(pattern, (_, index: string) => (alone ? name : `${name}[${index}]`));
  }, text);
  return phrases().reduce((words, [ours, theirs]) => words.replaceAll(ours, theirs), renamed);
}
