import { isLoopbackHost } from '../fetch-standard/urls.ts';
import { originProblems, patternFault } from './lint-origins.ts';
import { contactFault, originFault, readTarget } from './lint-url.ts';
import { levelProblems } from './lint-levels.ts';
import { limitProblems, listProblems } from './lint-values.ts';
import { routeProblems } from './lint-route.ts';
import { sessionProblems } from './lint-session.ts';
import { startProblems } from './lint-start.ts';
import type { Fault, PolicyProblem } from './problem.ts';
import type { Draft, RouteDraft } from './shape.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import { quote } from './shown-value.ts';
import type { PolicyTarget } from './types.ts';
import { isStack, stacks } from '../fix/stacks.ts';
import { nearName } from './near-name.ts';
import { say } from '../words/say.ts';

/** Yields everything that is wrong with a policy whose structure is right, or was put right, part by part. */
export function* lintPolicy(draft: Draft): Iterable<PolicyProblem> {
  const reading = draft.target === undefined ? null : readTarget(draft.target);
  if (reading !== null && 'fault' in reading) yield { place: 'target', ...reading.fault };
  yield* startProblems(draft.start, reading !== null && 'target' in reading ? reading.target : null);
  yield* originProblems('trustedOrigins', draft.trustedOrigins);
  if (draft.routes?.length === 0) {
    yield {
      place: 'routes',
      value: '[]',
      problem: say('is empty, so that nothing would be judged'),
      remedy: say('write at least one, such as { path: "/users", methods: ["GET"] }'),
    };
  }
  for (const [index, route] of (draft.routes ?? []).entries()) {
    if (route !== undefined) yield* routeProblems(index, route);
  }
  yield* duplicateRouteProblems(draft.routes);
  yield* sessionProblems(draft);
  yield* trustProblems(draft, reading !== null && 'target' in reading ? reading.target : null);
  yield* levelProblems(draft);
  yield* stackProblems(draft.stack);
  yield* limitProblems(draft.limits);
  yield* listProblems('alsoContact', draft.alsoContact, contactFault);
  for (const [index, secret] of (draft.secrets ?? []).entries()) {
    if (typeof secret !== 'string' || secret.length >= 4) continue;
    yield {
      place: `secrets[${index}]`,
      value: '',
      problem: say('has fewer than 4 characters, so that redacting it would redact ordinary text'),
      remedy: say('remove it'),
    };
  }
}

/** Reports whether anybody on the network can act as pages of an origin, or of one that a pattern covers. */
function isInsecure(origin: string): boolean {
  const { protocol, hostname } = new URL(origin.replace(/:\*$/, ''));
  return protocol === 'http:' && !isLoopbackHost(hostname);
}

interface Placed {
  readonly place: string;
  /** An origin, or a pattern. */
  readonly origin: string;
  /** Whether it stands for a pattern, which has a place of its own. */
  readonly isSample: boolean;
  /** The first route that these pages send credentials to, or null. */
  readonly credentialsTo: string | null;
}

/** Yields what is wrong with trusted origins that are well-formed: with this target, or with credentials. */
export function* trustProblems(draft: Draft, target: PolicyTarget | null): Iterable<PolicyProblem> {
  for (const { place, origin, isSample, credentialsTo } of placedOrigins(draft)) {
    const here = { place, value: quote(origin) };
    if (target?.kind === 'url' && origin === target.origin) {
      yield {
        ...here,
        problem: say("is the target's own origin, and CORS has no part in same-origin requests"),
        remedy: say('remove it'),
      };
    }
    if (!isInsecure(origin) || isSample || credentialsTo === null) continue;
    yield {
      ...here,
      problem: say(
        'is not secure, and {route} takes credentials: anybody on the network can act as its pages',
        { route: credentialsTo },
      ),
      remedy: say('write {origin}, or credentials: "omit"', {
        origin: quote(origin.replace(/^http:/, 'https:')),
      }),
    };
  }
}

/** Yields the methods that an earlier route of the same path and query declares already. */
export function* duplicateRouteProblems(routes: Draft['routes']): Iterable<PolicyProblem> {
  const firstRoutes = new Map<string, number>();
  for (const [index, route] of (routes ?? []).entries()) {
    if (route?.path === undefined) continue;
    for (const [position, method] of (route.methods ?? usualMethods(route)).entries()) {
      if (method === undefined) continue;
      const key = JSON.stringify([
        route.kind ?? 'fetch',
        normalizeMethod(method),
        route.path,
        route.query ?? '',
      ]);
      const first = firstRoutes.get(key) ?? index;
      firstRoutes.set(key, first);
      if (first === index) continue;
      yield {
        place: `routes[${index}].methods[${position}]`,
        value: quote(method),
        problem: say('is declared for {path} by {route} already', {
          path: quote(route.path),
          route: `routes[${first}]`,
        }),
        remedy: say('remove one of the two'),
      };
    }
  }
}

const usualMethods = ({ kind }: RouteDraft): readonly string[] =>
  kind === undefined || kind === 'fetch' ? [] : ['GET'];

function placedOrigins(draft: Draft): readonly Placed[] {
  const routes = [...(draft.routes ?? []).entries()].flatMap(([index, route]) =>
    route === undefined ? [] : [{ place: `routes[${index}]`, route }],
  );
  const takesCredentials = ({ route }: (typeof routes)[number]) => route.credentials === 'include';
  const shared = routes.find((one) => takesCredentials(one) && (one.route.trustedOrigins ?? null) === null);
  return [
    ...placed('trustedOrigins', draft.trustedOrigins, shared?.place ?? null),
    ...routes.flatMap((one) =>
      placed(
        `${one.place}.trustedOrigins`,
        one.route.trustedOrigins,
        takesCredentials(one) ? one.place : null,
      ),
    ),
  ];
}

function placed(
  list: string,
  origins: Draft['trustedOrigins'] | null,
  credentialsTo: string | null,
): readonly Placed[] {
  return (origins ?? []).flatMap((one, index) => {
    const place = `${list}[${index}]`;
    const at = (where: string, origin: string | undefined, isSample: boolean): readonly Placed[] =>
      origin === undefined || (origin.includes('*') ? patternFault : originFault)(origin) !== null
        ? []
        : [{ place: where, origin, isSample, credentialsTo }];
    if (one === undefined) return [];
    if (typeof one === 'string') return one.includes('*') ? [] : at(place, one, false);
    const { pattern, sample } = one;
    return [
      ...at(place, pattern, false),
      ...(typeof sample === 'string'
        ? at(`${place}.sample`, sample, true)
        : (sample ?? []).flatMap((each, position) => at(`${place}.sample[${position}]`, each, true))),
    ];
  });
}

/** Yields what is wrong with the name of a stack that was given. */
export function* stackProblems(stack: string | null | undefined): Iterable<PolicyProblem> {
  const fault = stack === null || stack === undefined ? null : stackFault(stack);
  if (fault !== null) yield { place: 'stack', ...fault };
}

/** Returns what is wrong with the name of a stack; null if nothing is. */
export function stackFault(stack: string): Fault | null {
  if (isStack(stack)) return null;
  const value = quote(stack);
  if (stack === '') {
    return { value, problem: say('is empty'), remedy: say('write a name such as "nginx", or leave it out') };
  }
  const names = Object.keys(stacks);
  const near = nearName(stack, names);
  return {
    value,
    problem: say('is no stack that a fix is known for'),
    remedy:
      near === null
        ? say('leave it out, or write one of {names}', { names: names.join(', ') })
        : say('did you mean {name}?', { name: quote(near) }),
  };
}
