import { nearName } from './near-name.ts';
import type { Fault, PolicyProblem } from './problem.ts';
import { quote } from './shown-value.ts';
import { say } from '../words/say.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables that describe a policy. */
const policyVariables = [
  'CORS_TARGET_URL',
  'CORS_ORIGIN',
  'CORS_METHODS',
  'CORS_HEADERS',
  'CORS_CREDENTIALS',
  'CORS_EXPOSED_HEADERS',
  'CORS_SEND',
  'CORS_STATUS',
  'CORS_REQUESTS_PER_SECOND',
  'CORS_FAIL_ON',
  'CORS_UNKNOWN_PATH',
  'CORS_PROVE_FIX',
  'CORS_STACK',
] as const;
/** What else is read from the environment, elsewhere. */
const otherVariables = [
  'CORS_ENGINES',
  'CORS_CHROMIUM',
  'CORS_FIREFOX',
  'CORS_WEBKIT',
  'CORS_START_SECONDS',
  'CORS_REPORT_DIR',
  'CORS_QUIET',
  'CORS_SINCE',
  'CORS_LANG',
  // Of this project itself, whose inner runs have a target.
  'CORS_SUITE',
];

export type PolicyVariable = (typeof policyVariables)[number];

/** Returns the trimmed value of a variable; null if it is not set, or empty. */
export function textFrom(env: Environment, name: PolicyVariable): string | null {
  const text = env[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** Returns the values between the commas of a variable, trimmed; null if it is not set. */
export function listFrom(env: Environment, name: PolicyVariable): readonly string[] | null {
  return (
    textFrom(env, name)
      ?.split(',')
      .map((text) => text.trim()) ?? null
  );
}

/** Returns whether a variable says yes; why it says neither yes nor no; null if it is not set. */
export function flagFrom(env: Environment, name: PolicyVariable): boolean | Fault | null {
  const text = textFrom(env, name);
  if (text === null) return null;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  return { value: quote(text), problem: say('is neither yes nor no'), remedy: say('write 1 or 0') };
}

/** Returns the numbers between the commas of a variable; why one of them is none; null if it is not set. */
export function numbersFrom(env: Environment, name: PolicyVariable): readonly number[] | Fault | null {
  const texts = listFrom(env, name);
  const wrong = texts?.find((text) => !/^\d+(\.\d+)?$/.test(text));
  if (wrong !== undefined) {
    return { value: quote(wrong), problem: say('is not a number'), remedy: say('write digits') };
  }
  return texts?.map(Number) ?? null;
}

/**
 * Returns the variables that are one slip away from one that is read. They are not looked for unless a
 * target is set, because an API may have variables of its own that begin alike.
 */
export function unknownVariables(env: Environment): readonly PolicyProblem[] {
  if (textFrom(env, 'CORS_TARGET_URL') === null) return [];
  const known: readonly string[] = [...policyVariables, ...otherVariables];
  return Object.keys(env)
    .filter((name) => name.startsWith('CORS_') && !known.includes(name))
    .sort()
    .flatMap((name) => {
      const near = nearName(name, known);
      if (near === null) return [];
      return [
        {
          place: name,
          value: '',
          problem: say('is not a variable that is read'),
          remedy: say('did you mean {name}?', { name: near }),
        },
      ];
    });
}
