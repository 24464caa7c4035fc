import { normalizeMethod } from '../fetch-standard/methods.ts';
import { originFault } from './lint-origin.ts';
import { isLoopbackHost } from './lint-url.ts';
import type { PolicyProblem } from './problem.ts';
import type { Draft } from './shape.ts';
import { quote } from './shown-value.ts';
import type { PolicyTarget } from './types.ts';

interface Placed {
  readonly place: string;
  readonly origin: string;
  /** The first route that these pages send credentials to, or null. */
  readonly credentialsTo: string | null;
}

/** Yields what is wrong with trusted origins that are well-formed: with this target, or with credentials. */
export function* trustProblems(draft: Draft, target: PolicyTarget | null): Iterable<PolicyProblem> {
  for (const { place, origin, credentialsTo } of placedOrigins(draft)) {
    const here = { place, value: quote(origin) };
    if (target?.kind === 'url' && origin === target.origin) {
      yield {
        ...here,
        problem: "is the target's own origin, and CORS has no part in same-origin requests",
        remedy: 'remove it',
      };
    }
    const { protocol, hostname, host } = new URL(origin);
    if (protocol === 'http:' && !isLoopbackHost(hostname) && credentialsTo !== null) {
      yield {
        ...here,
        problem: `is not secure, and ${credentialsTo} takes credentials: anybody on the network can act as its pages`,
        remedy: `write ${quote(`https://${host}`)}, or credentials: "omit"`,
      };
    }
  }
}

/** Yields the methods that an earlier route of the same path declares already. */
export function* duplicateRouteProblems(routes: Draft['routes']): Iterable<PolicyProblem> {
  const firstRoutes = new Map<string, number>();
  for (const [index, route] of (routes ?? []).entries()) {
    if (route?.path === undefined) continue;
    for (const [position, method] of (route.methods ?? []).entries()) {
      if (method === undefined) continue;
      const key = `${normalizeMethod(method)} ${route.path}`;
      const first = firstRoutes.get(key) ?? index;
      firstRoutes.set(key, first);
      if (first === index) continue;
      yield {
        place: `routes[${index}].methods[${position}]`,
        value: quote(method),
        problem: `is declared for ${quote(route.path)} by routes[${first}] already`,
        remedy: 'remove one of the two',
      };
    }
  }
}

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
  origins: readonly (string | undefined)[] | null | undefined,
  credentialsTo: string | null,
): readonly Placed[] {
  return (origins ?? []).flatMap((origin, index) =>
    origin === undefined || originFault(origin) !== null
      ? []
      : [{ place: `${list}[${index}]`, origin, credentialsTo }],
  );
}
