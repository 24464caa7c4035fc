import { isToken } from '../fetch-standard/http-syntax.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import { listProblems } from './lint-values.ts';
import type { PolicyProblem } from './problem.ts';
import type { RouteDraft } from './shape.ts';
import { quote } from './shown-value.ts';
import type { RouteKind } from './types.ts';

/** Yields what a route says that is of no use to what asks for it. */
export function* kindProblems(place: string, route: RouteDraft): Iterable<PolicyProblem> {
  const kind = route.kind ?? 'fetch';
  for (const field of useless(kind)) {
    if (isUnsaid(route[field])) continue;
    yield {
      place: `${place}.${field}`,
      value: '',
      problem: `is of no use to ${askers[kind]}`,
      remedy:
        field === 'protocols'
          ? 'remove it, or write kind: "websocket"'
          : 'remove it, or declare a route beside it that fetch() asks for',
    };
  }
  if (kind === 'fetch') return;
  yield* listProblems(`${place}.methods`, route.methods, (method) =>
    normalizeMethod(method) === 'GET'
      ? null
      : {
          value: quote(method),
          problem: `is no method of ${askers[kind]}, which is GET`,
          remedy: 'remove it',
        },
  );
  yield* listProblems(`${place}.protocols`, route.protocols, (protocol) =>
    isToken(protocol)
      ? null
      : { value: quote(protocol), problem: 'is no subprotocol', remedy: 'write one token for each' },
  );
}

/** Returns what is said of the route that is of any use to what asks for it. */
export function asItIsAsked(route: RouteDraft): RouteDraft {
  if (route.kind === undefined || route.kind === 'fetch') return route;
  return { ...route, ...Object.fromEntries(['methods', ...ofFetchAlone].map((field) => [field, undefined])) };
}

const askers: Readonly<Record<RouteKind, string>> = {
  fetch: 'fetch()',
  'event-source': 'an EventSource',
  websocket: 'a WebSocket',
};

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
