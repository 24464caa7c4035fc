import { PolicyError, sentenceOf, type PolicyProblem } from '../policy/problem.ts';
import type { PolicyInput, RouteInput, SessionInput } from '../policy/types.ts';
import { validatePolicy } from '../policy/validate-policy.ts';
import {
  originsOf,
  sessionName,
  textWith,
  type LeftOut,
  type Sketch,
  type SketchedRoute,
  type SketchedSession,
  type Sourced,
  type Text,
} from './sketch.ts';
import { say } from '../words/say.ts';

/** Returns the policy that a sketch describes, with `secret` in place of each environment variable. */
export function policyInput(sketch: Sketch, secret: (env: string) => string): PolicyInput {
  return {
    target: sketch.target.value,
    start: sketch.start === undefined ? undefined : { command: sketch.start.value },
    trustedOrigins: sketch.trustedOrigins.map(({ value }) => value),
    sessions:
      sketch.session === undefined ? undefined : { [sessionName]: sessionInput(sketch.session, secret) },
    routes: sketch.routes.map((route) => routeInput(route, originsOf(sketch, route), secret)),
  };
}

function sessionInput({ page, headersFrom }: SketchedSession, secret: (env: string) => string): SessionInput {
  return {
    page: page.map(({ value: { headers, body, ...login } }) => ({
      ...login,
      headers: filledWith(headers, secret),
      body:
        body === undefined
          ? undefined
          : { ...body, text: body.text.map((part) => textWith(part, secret)).join('') },
    })),
    headersFrom: headersFrom.value,
  };
}

const filledWith = (texts: Readonly<Record<string, Text>>, secret: (env: string) => string) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, textWith(text, secret)]));

function routeInput(
  route: SketchedRoute,
  trustedOrigins: readonly string[] | null,
  secret: (env: string) => string,
): RouteInput {
  const filled = (part: Sourced<Readonly<Record<string, Text>>> | undefined) =>
    part === undefined ? undefined : filledWith(part.value, secret);
  return {
    path: route.path.value,
    kind: route.kind?.value,
    protocols: route.protocols?.value,
    methods: route.kind === undefined ? route.methods.value : undefined,
    pathParameters: filled(route.pathParameters),
    query: filled(route.query),
    requestHeaders: route.requestHeaders?.value,
    headers: filled(route.headers),
    credentials: route.credentials?.value,
    session: route.session === undefined ? undefined : sessionName,
    trustedOrigins: trustedOrigins ?? undefined,
    exposedHeaders: route.exposedHeaders?.value,
    preflightCacheSeconds: route.preflightCacheSeconds?.value,
    public: route.public?.value,
    body: route.body?.value,
    status: route.status?.value,
    errors: route.errors?.map(({ value }) => value),
  };
}

/**
 * Returns `sketch` without what no policy can hold; that stands in `leftOut`, with the sentence that says why. What is
 * wrong with a part of a route takes the route out, unless it is an error request.
 */
export function fitting(sketch: Sketch): Sketch {
  const problems = problemsOf(policyInput(sketch, standIn));
  const faultAt = (place: string): PolicyProblem | undefined =>
    problems.find((problem) => problem.place === place || /^[.[]/.test(after(place, problem.place)));
  const leftOut: LeftOut[] = [];
  const isRight = (place: string, what: string): boolean => {
    const problem = faultAt(place);
    if (problem !== undefined)
      leftOut.push({ what, why: say('{fault}', { fault: sentenceOf(problem).replace(/[.。]$/, '') }) });
    return problem === undefined;
  };
  const trustedOrigins = sketch.trustedOrigins.filter(({ value }, index) =>
    isRight(`trustedOrigins[${index}]`, value),
  );
  if (sketch.session !== undefined && !isRight('sessions', say('the session that was recorded'))) {
    const routes = sketch.routes.map((route) => ({ ...route, session: undefined }));
    return fitting({ ...sketch, session: undefined, routes, leftOut: [...sketch.leftOut, ...leftOut] });
  }
  const routes = sketch.routes.flatMap((route, index): readonly SketchedRoute[] => {
    const place = `routes[${index}]`;
    const name = `${route.methods.value.join(', ')} ${route.path.value}`;
    const errors = (route.errors ?? []).filter(({ value }, position) =>
      isRight(
        `${place}.errors[${position}]`,
        say('the error {status} of {route}', { status: value.status, route: name }),
      ),
    );
    if (errors.length < (route.errors?.length ?? 0)) return [{ ...route, errors }];
    return isRight(place, name) ? [route] : [];
  });
  if (leftOut.length === 0) return sketch;
  return fitting({ ...sketch, trustedOrigins, routes, leftOut: [...sketch.leftOut, ...leftOut] });
}

/** Returns what follows `place` in `other`; nothing where it is another place. */
const after = (place: string, other: string): string =>
  other.startsWith(place) ? other.slice(place.length) : '';

/** Returns what is wrong with a policy of `input`. */
export function problemsOf(input: PolicyInput): readonly PolicyProblem[] {
  try {
    validatePolicy(input);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
}

/** Returns what stands for a value that nobody knows yet: any header, query and path can carry it. */
export const standIn = (env: string): string => `value-of-${env}`;
