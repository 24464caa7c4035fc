import { isCorsSafelistedMethod, normalizeMethod } from '../fetch-standard/methods.ts';
import { contentProblems } from './lint-body.ts';
import { headerProblems } from './lint-headers.ts';
import { errorStatusFault, methodFault } from './lint-values.ts';
import { braced, hasStrayBrace, pathFault, queryProblems } from './lint-path.ts';
import type { PolicyProblem } from './problem.ts';
import { pathParameterNames } from './request-url.ts';
import type { ErrorDraft, RouteDraft } from './shape.ts';
import { quote } from './shown-value.ts';
import { say } from '../words/say.ts';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Yields what is wrong with the error requests of the route at `routes[index]`. */
export function* errorProblems(index: number, route: RouteDraft): Iterable<PolicyProblem> {
  const firstPlaces = new Map<string, string>();
  for (const [position, error] of (route.errors ?? []).entries()) {
    if (error === undefined) continue;
    const path = ['routes', index, 'errors', position];
    const place = `routes[${index}].errors[${position}]`;
    yield* nameProblems(place, error.name, firstPlaces);
    const status = error.status === undefined ? null : errorStatusFault(error.status);
    if (status !== null) yield { place: `${place}.status`, ...status };
    yield* methodProblems(place, error, route);
    yield* pathProblems(place, error, route);
    yield* queryProblems([...path, 'query'], error.query);
    yield* bodyProblems(`${place}.body`, error, route);
    yield* headerProblems([...path, 'headers'], error.headers, null);
  }
}

function* nameProblems(
  place: string,
  name: string | undefined,
  firstPlaces: Map<string, string>,
): Iterable<PolicyProblem> {
  if (name === undefined) return;
  const here = { place: `${place}.name`, value: quote(name) };
  if (name.trim() === '')
    yield { ...here, problem: say('is empty'), remedy: say('write one such as "unauthenticated"') };
  const earlier = firstPlaces.get(name);
  if (earlier === undefined) firstPlaces.set(name, here.place);
  else
    yield {
      ...here,
      problem: say('repeats {place}', { place: earlier }),
      remedy: say('give each error request its own name'),
    };
}

function* methodProblems(place: string, error: ErrorDraft, route: RouteDraft): Iterable<PolicyProblem> {
  const declared = (route.methods ?? []).flatMap((method) =>
    method === undefined ? [] : [normalizeMethod(method)],
  );
  const method = error.method === undefined ? declared[0] : normalizeMethod(error.method);
  if (method === undefined) return;
  const here = { place: `${place}.method`, value: quote(error.method ?? method) };
  const fault = methodFault(method);
  if (fault !== null) {
    if (error.method !== undefined) yield { ...here, ...fault };
  } else if (!isCorsSafelistedMethod(method) && !declared.includes(method)) {
    yield {
      ...here,
      problem: say('needs a CORS-preflight request that allows it, but is not in methods'),
      remedy: say('declare the method, or use one of methods'),
    };
  } else if (!isSafe(method) && route.send !== true) {
    yield {
      ...here,
      problem: say('is held before it reaches the API, so that no error response can be seen'),
      remedy: say('write send: true for the route if the request may reach the API, or use "GET"'),
    };
  }
}

function* bodyProblems(place: string, error: ErrorDraft, route: RouteDraft): Iterable<PolicyProblem> {
  if (!error.body) return;
  const method = error.method ?? route.methods?.[0];
  if (method !== undefined && isSafe(normalizeMethod(method))) {
    yield {
      place,
      value: '',
      problem: say('is never sent, because GET and HEAD carry no body'),
      remedy: say('remove it, or write another method, such as "POST"'),
    };
  }
  yield* contentProblems(place, error.body, route);
}

function* pathProblems(place: string, error: ErrorDraft, route: RouteDraft): Iterable<PolicyProblem> {
  if (error.path === undefined) return;
  const here = { place: `${place}.path`, value: quote(error.path) };
  const fault = pathFault(error.path);
  if (fault !== null) yield { ...here, ...fault };
  for (const name of new Set(hasStrayBrace(error.path) ? [] : pathParameterNames(braced(error.path)))) {
    if (Object.hasOwn(route.pathParameters ?? {}, name)) continue;
    yield {
      ...here,
      problem: say('needs the path parameter {name}, which its route does not give', { name: quote(name) }),
      remedy: say('add it to pathParameters, or write the value in the path'),
    };
  }
}
