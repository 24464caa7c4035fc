import type { TrustedOrigin } from './trusted.ts';
import type { ErrorRequest, PolicyRoute, UrlTarget } from './types.ts';

/** Returns the address that a route, or one of its error requests, is requested at. */
export function requestUrl(
  target: Pick<UrlTarget, 'origin' | 'basePath'>,
  route: Pick<PolicyRoute, 'path' | 'pathParameters' | 'query'>,
  error?: Pick<ErrorRequest, 'path' | 'query'>,
): string {
  const path = fillPath((error ?? route).path, route.pathParameters);
  const { query } = error ?? route;
  return `${target.origin}${target.basePath}${path}${query === '' ? '' : `?${query}`}`;
}

/** Returns the header values that a route's error request is sent with: the route's, and what it changes. */
export function errorHeaders(
  route: Pick<PolicyRoute, 'headers'>,
  error: Pick<ErrorRequest, 'headers'>,
): Readonly<Record<string, string>> {
  const merged = Object.entries({ ...route.headers, ...error.headers });
  return Object.fromEntries(merged.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Returns the origins whose pages may read `route`; a public route may be read from any other, too. */
export function trustedOriginsOf(
  policy: { readonly trustedOrigins: readonly TrustedOrigin[] },
  route: Pick<PolicyRoute, 'trustedOrigins'>,
): readonly TrustedOrigin[] {
  return route.trustedOrigins ?? policy.trustedOrigins;
}

/** Returns the names in braces in `path`, in order, repeated ones included. */
export function pathParameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}/]*)\}/g)].map(([, name = '']) => name);
}

function fillPath(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replace(/\{([^{}/]*)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return value === undefined ? whole : encodeURIComponent(value);
  });
}
