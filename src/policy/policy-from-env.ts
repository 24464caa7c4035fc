import { flagFrom, listFrom, numbersFrom, textFrom, unknownVariables } from './env-values.ts';
import { inEnvironmentWords } from './env-words.ts';
import { isStack, type StackId } from '../fix/stacks.ts';
import { stackFault } from './lint-policy.ts';
import { readHttpUrl, readTargetUrl, when } from './lint-url.ts';
import { PolicyError, type Fault, type PolicyProblem } from './problem.ts';
import { quote } from './shown-value.ts';
import type { FailOn, Policy, PolicyInput, PolicyTarget } from './types.ts';
import { validatePolicy } from './validate-policy.ts';
import { say } from '../words/say.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the policy that `CORS_TARGET_URL` and `CORS_ORIGIN` describe, one route at that address, or null
 * unless both are set. An empty variable counts as not set. Throws a `PolicyError` that names each variable with
 * a bad value, and those that mean nothing without the other.
 */
export function policyFromEnv(env: Environment): Policy | null {
  const problems = [
    ...unknownVariables(env),
    ...lonelyVariables(env),
    ...flagProblems(env),
    ...failOnProblems(env),
    ...numberProblems(env),
    ...stackProblems(env),
  ];
  const address = textFrom(env, 'CORS_TARGET_URL');
  const origins = listFrom(env, 'CORS_ORIGIN');
  if (address === null || origins === null) {
    const reading = address === null ? null : readTargetUrl(address);
    if (reading !== null && 'fault' in reading) problems.push({ place: 'CORS_TARGET_URL', ...reading.fault });
    if (problems.length > 0) throw new PolicyError(problems);
    return null;
  }
  const fault = addressFault(address);
  if (fault !== null) problems.push({ place: 'CORS_TARGET_URL', ...fault });
  try {
    const policy = validatePolicy(inputFrom(env, fault === null ? new URL(address) : unknownTarget, origins));
    if (problems.length === 0) return policy;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    problems.push(...error.problems.map((problem) => inEnvironmentWords(problem, env)));
  }
  throw new PolicyError(problems);
}

/** Changes of a policy file: another target, a stricter gate, what is said of a fix, or how fast is asked. */
export interface Overrides {
  readonly target?: PolicyTarget;
  readonly failOn?: FailOn;
  readonly unknownPath?: boolean;
  readonly proveFix?: boolean;
  readonly stack?: StackId;
  readonly requestsPerSecond?: number;
}

/** Returns what the environment changes in a policy file; `policyFromEnv` has told what is wrong with `env`. */
export function overridesFromEnv(env: Environment): Overrides {
  const address = textFrom(env, 'CORS_TARGET_URL');
  const reading = address === null ? null : readTargetUrl(address);
  const failOn = failOnFrom(env);
  const unknownPath = flagFrom(env, 'CORS_UNKNOWN_PATH');
  const proveFix = flagFrom(env, 'CORS_PROVE_FIX');
  const stack = stackFrom(env);
  const requestsPerSecond = perSecondFrom(env);
  return {
    ...(reading !== null && 'target' in reading ? { target: reading.target } : {}),
    ...(failOn === null ? {} : { failOn }),
    ...(typeof unknownPath === 'boolean' ? { unknownPath } : {}),
    ...(typeof proveFix === 'boolean' ? { proveFix } : {}),
    ...(stack === null ? {} : { stack }),
    ...(requestsPerSecond === null ? {} : { requestsPerSecond }),
  };
}

// Stands in for an address that is said to be wrong, so that everything else can be judged.
const unknownTarget = new URL('https://api.invalid/');

function inputFrom(env: Environment, url: URL, origins: readonly string[]): unknown {
  const credentials = textFrom(env, 'CORS_CREDENTIALS');
  const route = {
    path: url.pathname,
    query: url.search.replace(/^\?/, ''),
    methods: listFrom(env, 'CORS_METHODS') ?? ['GET'],
    // Whoever begins need not know them: the report says which ones to declare.
    requestHeaders: listFrom(env, 'CORS_HEADERS'),
    exposedHeaders: listFrom(env, 'CORS_EXPOSED_HEADERS') ?? [],
    credentials: credentials ?? 'omit',
    send: flagFrom(env, 'CORS_SEND') === true,
    status: statusesFrom(env),
  };
  return {
    target: url.origin,
    trustedOrigins: origins,
    routes: [route],
    failOn: failOnFrom(env) ?? 'error',
    unknownPath: flagFrom(env, 'CORS_UNKNOWN_PATH') !== false,
    proveFix: flagFrom(env, 'CORS_PROVE_FIX') === true,
    stack: stackFrom(env),
    limits: { requestsPerSecond: perSecondFrom(env) },
  } satisfies Partial<Record<keyof PolicyInput, unknown>>;
}

function addressFault(address: string): Fault | null {
  const reading = readHttpUrl(address, 'https://api.example.com/users', () => [
    ...when(/[{}]/.test(address), [
      say('holds a path parameter'),
      say('write a value that the API knows in its place'),
    ]),
    ...when(address.includes('#'), [say('holds a fragment, which is never sent'), say('remove it')]),
  ]);
  return 'fault' in reading ? reading.fault : null;
}

function lonelyVariables(env: Environment): readonly PolicyProblem[] {
  const address = textFrom(env, 'CORS_TARGET_URL');
  const origin = textFrom(env, 'CORS_ORIGIN');
  if (origin !== null) {
    if (address !== null) return [];
    return [
      {
        place: 'CORS_ORIGIN',
        value: quote(origin),
        problem: say('is set, but CORS_TARGET_URL is not'),
        remedy: say(
          'set CORS_TARGET_URL to the address that its pages request, such as "https://api.example.com/users"',
        ),
      },
    ];
  }
  return routeVariables.flatMap((name) => {
    if (textFrom(env, name) === null) return [];
    return [
      {
        place: name,
        value: '',
        problem:
          address === null
            ? say('describes a route, but CORS_TARGET_URL and CORS_ORIGIN are not set')
            : say('describes a route, but CORS_ORIGIN is not set'),
        remedy:
          address === null
            ? say('set both, or remove it and describe the route in cors.policy.ts')
            : say('set CORS_ORIGIN, or remove it and describe the route in cors.policy.ts'),
      },
    ];
  });
}

const routeVariables = [
  'CORS_METHODS',
  'CORS_HEADERS',
  'CORS_CREDENTIALS',
  'CORS_EXPOSED_HEADERS',
  'CORS_SEND',
  'CORS_STATUS',
] as const;

function flagProblems(env: Environment): readonly PolicyProblem[] {
  return (['CORS_SEND', 'CORS_UNKNOWN_PATH', 'CORS_PROVE_FIX'] as const).flatMap((name) => {
    const flag = flagFrom(env, name);
    return typeof flag === 'object' && flag !== null ? [{ place: name, ...flag }] : [];
  });
}

function failOnFrom(env: Environment): FailOn | null {
  const text = textFrom(env, 'CORS_FAIL_ON');
  return text === 'error' || text === 'warn' ? text : null;
}

function failOnProblems(env: Environment): readonly PolicyProblem[] {
  const text = textFrom(env, 'CORS_FAIL_ON');
  const wrong = text !== null && failOnFrom(env) === null;
  return [
    ...(wrong
      ? [
          {
            place: 'CORS_FAIL_ON',
            value: quote(text),
            problem: say('is not a level'),
            remedy: say('write error or warn'),
          },
        ]
      : []),
    // A gate that is less strict than its owner believes is worse than one that says what to change.
    ...((env[formerFailOn]?.trim() ?? '') === ''
      ? []
      : [
          {
            place: formerFailOn,
            value: '',
            problem: say('is CORS_FAIL_ON now'),
            remedy: say('set CORS_FAIL_ON=warn in its place'),
          },
        ]),
  ];
}

const formerFailOn = 'CORS_FAIL_ON_HAZARDS';

function numberProblems(env: Environment): readonly PolicyProblem[] {
  const faultOf = (name: 'CORS_STATUS' | 'CORS_REQUESTS_PER_SECOND'): readonly PolicyProblem[] => {
    const numbers = numbersFrom(env, name);
    return numbers !== null && 'problem' in numbers ? [{ place: name, ...numbers }] : [];
  };
  const perSecond = numbersFrom(env, 'CORS_REQUESTS_PER_SECOND');
  const several =
    Array.isArray(perSecond) && perSecond.length > 1
      ? [
          {
            place: 'CORS_REQUESTS_PER_SECOND',
            value: quote(perSecond.join(',')),
            problem: say('is more than one number'),
            remedy: say('write one, such as 5'),
          },
        ]
      : [];
  return [...faultOf('CORS_STATUS'), ...faultOf('CORS_REQUESTS_PER_SECOND'), ...several];
}

function statusesFrom(env: Environment): readonly number[] | null {
  const statuses = numbersFrom(env, 'CORS_STATUS');
  return statuses === null || 'problem' in statuses ? null : statuses;
}

function perSecondFrom(env: Environment): number | null {
  const numbers = numbersFrom(env, 'CORS_REQUESTS_PER_SECOND');
  return numbers === null || 'problem' in numbers ? null : (numbers[0] ?? null);
}

function stackFrom(env: Environment): StackId | null {
  const stack = textFrom(env, 'CORS_STACK');
  return stack !== null && isStack(stack) ? stack : null;
}

function stackProblems(env: Environment): readonly PolicyProblem[] {
  const stack = textFrom(env, 'CORS_STACK');
  const fault = stack === null ? null : stackFault(stack);
  return fault === null ? [] : [{ place: 'CORS_STACK', ...fault }];
}
