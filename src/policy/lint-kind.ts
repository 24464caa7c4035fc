import { isToken } from '../fetch-standard/http-syntax.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import { listProblems } from './lint-values.ts';
import type { PolicyProblem } from './problem.ts';
import type { RouteDraft } from './shape.ts';
import { quote } from './shown-value.ts';
import type { RouteKind } from './types.ts';
import { say, type Word } from '../words/say.ts';

/** Yields what a route says that is of no use to what asks for it. */
export function* kindProblems(place: string, route: RouteDraft): Iterable<PolicyProblem> {
  const kind = route.kind ?? 'fetch';
  for (const field of useless(kind)) {
    if (isUnsaid(route[field])) continue;
    yield {
      place: `${place}.${field}`,
      value: '',
      problem: say('is of no use to {asker}', { asker: askerOf(kind) }),
      remedy:
        field === 'protocols'
          ? say('remove it, or write kind: "websocket"')
          : say('remove it, or declare a route beside it that fetch() asks for'),
    };
  }
  if (kind === 'fetch') return;
  yield* listProblems(`${place}.methods`, route.methods, (method) =>
    normalizeMethod(method) === 'GET'
      ? null
      : {
          value: quote(method),
          problem: say('is no method of {asker}, which is GET', { asker: askerOf(kind) }),
          remedy: say('remove it'),
        },
  );
  yield* listProblems(`${place}.protocols`, route.protocols, (protocol) =>
    isToken(protocol)
      ? null
      : {
          value: quote(protocol),
          problem: say('is no subprotocol'),
          remedy: say('write one token for each'),
        },
  );
}

/** Returns what is said of the route that is of any use to what asks for it. */
export function asItIsAsked(route: RouteDraft): RouteDraft {
  if (route.kind === undefined || route.kind === 'fetch') return route;
  return { ...route, ...Object.fromEntries(['methods', ...ofFetchAlone].map((field) => [field, undefined])) };
}

const askers = {
  'event-source': 'an EventSource',
  websocket: 'a WebSocket',
} as const satisfies Readonly<Record<Exclude<RouteKind, 'fetch'>, Word>>;

const askerOf = (kind: RouteKind): string => (kind === 'fetch' ? 'fetch()' : say(askers[kind]));

const ofFetchAlone = [
  'requestHeaders',
  'exposedHeaders',
  'preflightCacheSeconds',
  'send',
  'body',
  'headers',
  'as',
  'status',
  'errors',
] as const satisfies readonly (keyof RouteDraft)[];

function useless(kind: RouteKind): readonly (keyof RouteDraft)[] {
  switch (kind) {
    case 'fetch':
      return ['protocols'];
    case 'event-source':
      return [...ofFetchAlone, 'protocols'];
    case 'websocket':
      return ofFetchAlone;
    default:
      return kind satisfies never;
  }
}

/** Reports whether `value` is what a field is that nobody wrote, in a policy that was normalized, too. */
function isUnsaid(value: RouteDraft[keyof RouteDraft]): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
