import { isCorsSafelistedRequestHeader } from '../fetch-standard/request-headers.ts';
import type { CredentialsMode, HeaderList, ProbeRequest } from '../model.ts';
import { errorHeaders, requestUrl } from '../policy/request-url.ts';
import type { ErrorRequest, PolicyRoute, UrlTarget } from '../policy/types.ts';
import { probeRequest } from './probe-request.ts';
import { isSafe } from './safe-methods.ts';

/** A request header that no policy declares, and no server has a reason to list. */
export const undeclaredHeader = 'x-cors-conformance-undeclared';
export const undeclared: HeaderList = [[undeclaredHeader, '1']];

/** A method that no policy declares, and no server has a reason to list. */
export const undeclaredMethod = 'UNDECLARED';

/**
 * Another method than PATCH, as `fetch()` sends it in the case in which it is written: a server that compares methods in
 * any case grants it, and a server that echoes it.
 *
 * https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export const lowerCaseMethod = 'patch';

/** What an allow list holds too much of, as a rule. */
export const oftenTooMuch: readonly string[] = ['PUT', 'PATCH', 'DELETE'];

/** Returns the method that stands for the route: one that may really be sent, if it has any. */
export const mainMethod = (route: PolicyRoute): string | undefined =>
  route.methods.find(isSafe) ?? route.methods[0];

export function trustedRequest(route: PolicyRoute, url: string, method: string): ProbeRequest {
  const body = bodyFor(route, method);
  const headers = routeHeaders(route);
  const lacksType = body !== null && !headers.some(([name]) => name === 'content-type');
  return probeRequest(url, {
    method,
    headers: lacksType ? [...headers, ['content-type', standInValue('content-type', route)]] : headers,
    body,
    credentialsMode: route.credentials,
    held: isHeld(route, method),
  });
}

/** Returns the request that the API answers with a declared error. */
export const errorRequest = (target: UrlTarget, route: PolicyRoute, error: ErrorRequest): ProbeRequest =>
  probeRequest(requestUrl(target, route, error), {
    method: error.method,
    ...errorContent(route, error),
    credentialsMode: route.credentials,
    held: isHeld(route, error.method),
  });

/** Returns the headers and the body of an error request; a body of its own comes with its type. */
function errorContent(route: PolicyRoute, error: ErrorRequest): Pick<ProbeRequest, 'headers' | 'body'> {
  const headers: HeaderList = Object.entries(errorHeaders(route, error));
  const own = isSafe(error.method) ? null : error.body;
  if (own === null) return { headers, body: bodyFor(route, error.method) };
  return {
    headers: [...headers.filter(([name]) => name !== 'content-type'), ['content-type', own.contentType]],
    body: own.text,
  };
}

/**
 * Reports whether an error comes of headers or a body alone: it is none where nobody sends them, but the route's own
 * answer.
 */
export const isErrorByHeaders = (target: UrlTarget, route: PolicyRoute, error: ErrorRequest): boolean =>
  requestUrl(target, route, error) === requestUrl(target, route) && route.methods.includes(error.method);

/**
 * Returns a stranger's request. Nothing but GET and HEAD is ever sent from one, whatever the policy sends from trusted
 * origins.
 */
export function hostileRequest(url: string, method: string, credentialsMode: CredentialsMode): ProbeRequest {
  return probeRequest(url, {
    method,
    // POST alone would need no CORS-preflight request, so holding it would show nothing.
    headers: method === 'POST' ? [['content-type', 'application/json']] : [],
    credentialsMode,
    held: !isSafe(method),
  });
}

const isHeld = (route: PolicyRoute, method: string): boolean => !isSafe(method) && !route.send;

const bodyFor = (route: PolicyRoute, method: string): string | null =>
  isSafe(method) ? null : (route.body?.text ?? null);

/** Returns every declared request header, with its real value or one that any server can read over. */
export function routeHeaders(route: PolicyRoute): HeaderList {
  return headerNames(route).map((name): [string, string] => [
    name,
    route.headers[name] ?? standInValue(name, route),
  ]);
}

/** Returns the request headers of the policy that any page may send unasked, and that are nobody's secret. */
export const safelistedHeaders = (route: PolicyRoute): HeaderList =>
  Object.entries(route.headers).filter(
    ([name, value]) => negotiating.has(name) && isCorsSafelistedRequestHeader(name, value),
  );

const negotiating: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language']);

/** Returns every declared request header without any value of the policy's. */
export const standInHeaders = (route: PolicyRoute): HeaderList =>
  headerNames(route).map((name): [string, string] => [name, standInValue(name, route)]);

/** Returns the names of all request headers that the policy sends on the route, in lower case. */
export const declaredHeaderNames = (route: PolicyRoute): readonly string[] => [
  ...new Set([...headerNames(route), ...route.errors.flatMap(({ headers }) => Object.keys(headers))]),
];

const headerNames = (route: PolicyRoute): readonly string[] => [
  ...new Set([...(route.requestHeaders ?? []), ...Object.keys(route.headers)]),
];

function standInValue(name: string, route: PolicyRoute): string {
  switch (name) {
    case 'content-type':
      return route.body?.contentType ?? 'application/json';
    case 'accept':
      return '*/*';
    case 'accept-language':
    case 'content-language':
      return 'en';
    case 'authorization':
      return 'Bearer cors-conformance';
    default:
      return '1';
  }
}
