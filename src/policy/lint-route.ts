import { contentProblems } from './lint-body.ts';
import { errorProblems } from './lint-errors.ts';
import { exposedHeaderFault, headerProblems, requestHeaderFault } from './lint-headers.ts';
import { listProblems, methodFault, preflightCacheFault, statusFault } from './lint-values.ts';
import { originProblems } from './lint-origins.ts';
import { asItIsAsked, kindProblems } from './lint-kind.ts';
import { braced, hasStrayBrace, pathFault, pathParameterFault, queryProblems } from './lint-path.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import type { PolicyProblem } from './problem.ts';
import { pathParameterNames } from './request-url.ts';
import type { RouteDraft } from './shape.ts';
import { placeOf, quote } from './shown-value.ts';
import { say } from '../words/say.ts';

/** Yields what is wrong with `routes[index]` by itself. */
export function* routeProblems(index: number, whole: RouteDraft): Iterable<PolicyProblem> {
  const place = `routes[${index}]`;
  const path = ['routes', index];
  yield* kindProblems(place, whole);
  const route = asItIsAsked(whole);
  const pathIsWrong = route.path === undefined ? null : pathFault(route.path);
  if (pathIsWrong !== null) yield { place: `${place}.path`, ...pathIsWrong };
  yield* methodProblems(place, route);
  yield* parameterProblems(index, route);
  yield* queryProblems([...path, 'query'], route.query);
  const lowerCase = (name: string) => name.toLowerCase();
  yield* listProblems(`${place}.requestHeaders`, route.requestHeaders, requestHeaderFault, lowerCase);
  yield* publicProblems(place, route);
  yield* listProblems(`${place}.exposedHeaders`, route.exposedHeaders, exposedHeaderFault, lowerCase);
  const seconds = route.preflightCacheSeconds ?? null;
  const secondsFault = seconds === null ? null : preflightCacheFault(seconds);
  if (secondsFault !== null) yield { place: `${place}.preflightCacheSeconds`, ...secondsFault };
  yield* bodyProblems(place, route);
  yield* elementProblems(place, route);
  yield* headerProblems([...path, 'headers'], route.headers, route.requestHeaders ?? []);
  yield* statusProblems(`${place}.status`, route.status);
  yield* errorProblems(index, route);
  yield* originProblems(`${place}.trustedOrigins`, route.trustedOrigins);
}

function* methodProblems(place: string, route: RouteDraft): Iterable<PolicyProblem> {
  if (route.methods?.length === 0) {
    yield {
      place: `${place}.methods`,
      value: '[]',
      problem: say('is empty'),
      remedy: say('write at least one, such as ["GET"]'),
    };
  }
  yield* listProblems(`${place}.methods`, route.methods, methodFault, normalizeMethod);
}

function* parameterProblems(index: number, route: RouteDraft): Iterable<PolicyProblem> {
  const parameters = route.pathParameters ?? {};
  const placeOfParameter = (name: string) => placeOf(['routes', index, 'pathParameters', name]);
  const paths = [route.path ?? '', ...(route.errors ?? []).flatMap((error) => error?.path ?? [])];
  const inPath = new Set(pathParameterNames(braced(route.path ?? '')));
  const inAny = new Set(paths.flatMap((path) => pathParameterNames(braced(path))));
  const isUnknown = route.path === undefined || paths.some(hasStrayBrace);
  for (const name of isUnknown ? [] : inPath) {
    if (Object.hasOwn(parameters, name)) continue;
    yield {
      place: placeOfParameter(name),
      value: '',
      problem: say('is missing, but the path {path} needs it', { path: quote(route.path ?? '') }),
      remedy: say('write a value that the API knows, such as "42"'),
    };
  }
  for (const [name, value] of Object.entries(parameters)) {
    const fault = value === undefined ? null : pathParameterFault(String(value));
    if (!isUnknown && !inAny.has(name)) {
      yield {
        place: placeOfParameter(name),
        value: '',
        problem: say('has no place in the path {path}', { path: quote(route.path ?? '') }),
        remedy: say('remove it, or write {name} in the path', { name: `{${name}}` }),
      };
    } else if (fault !== null) {
      yield { place: placeOfParameter(name), ...fault };
    }
  }
}

function* elementProblems(place: string, { as, methods, credentials }: RouteDraft): Iterable<PolicyProblem> {
  if (as === undefined || as === null) return;
  const here = { place: `${place}.as`, value: quote(as) };
  if (methods !== undefined && !methods.includes('GET') && !methods.includes('get')) {
    yield {
      ...here,
      problem: say('needs "GET", the method of every element, but it is not in methods'),
      remedy: say('add "GET" to methods, or remove it'),
    };
  }
  if (as === 'font' && credentials === 'include') {
    yield {
      ...here,
      problem: say('contradicts credentials: "include", as a font is never asked for with credentials'),
      remedy: say('remove one of the two'),
    };
  }
}

function* publicProblems(place: string, route: RouteDraft): Iterable<PolicyProblem> {
  if (route.public !== true) return;
  if (route.credentials === 'include') {
    yield {
      place: `${place}.credentials`,
      value: '"include"',
      problem: say('contradicts public: true, which is for reading without credentials'),
      remedy: say('remove one of the two'),
    };
  }
  if (route.trustedOrigins !== undefined && route.trustedOrigins !== null) {
    yield {
      place: `${place}.trustedOrigins`,
      value: '',
      problem: say('contradicts public: true, which lets every origin read'),
      remedy: say('remove one of the two'),
    };
  }
}

function* statusProblems(place: string, status: RouteDraft['status']): Iterable<PolicyProblem> {
  if (typeof status === 'number') {
    const fault = statusFault(status);
    if (fault !== null) yield { place, ...fault };
    return;
  }
  if (status?.length === 0) {
    yield {
      place,
      value: '[]',
      problem: say('is empty'),
      remedy: say('write a status such as 200, or leave it out'),
    };
  }
  const texts = status?.map((one) => (one === undefined ? undefined : String(one)));
  yield* listProblems(place, texts, (text) => statusFault(Number(text)));
}

/** Yields what is wrong with the request body of the route at `place`. */
export function* bodyProblems(place: string, route: RouteDraft): Iterable<PolicyProblem> {
  if (route.body === undefined || route.body === null) return;
  const methods = [...(route.methods ?? []), ...(route.errors ?? []).map((error) => error?.method)];
  if (route.methods !== undefined && methods.every((method) => method === undefined || isBodiless(method))) {
    yield {
      place: `${place}.body`,
      value: '',
      problem: say('is never sent, because GET and HEAD carry no body'),
      remedy: say('remove it, or declare a method such as "POST"'),
    };
  }
  yield* contentProblems(`${place}.body`, route.body, route);
  if (Object.keys(route.headers ?? {}).some((name) => name.toLowerCase() === 'content-type')) {
    yield {
      place: `${place}.headers["content-type"]`,
      value: '',
      problem: say('is given by body.contentType already'),
      remedy: say('remove one of the two'),
    };
  }
}

function isBodiless(method: string): boolean {
  return ['GET', 'HEAD'].includes(normalizeMethod(method));
}
