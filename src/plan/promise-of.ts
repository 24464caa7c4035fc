import { readersOfUnknownPath, unknownRoute, type ResolvedPolicy } from './derive-cases.ts';
import type { RoutePlan } from './derived-check.ts';
import type { CredentialsMode } from '../model.ts';
import { trustedOriginsOf } from '../policy/request-url.ts';
import type { PolicyRoute } from '../policy/types.ts';

/** What the header lines of a right answer depend on, beside the page's origin. */
export type RoutePromise = Pick<
  PolicyRoute,
  'methods' | 'requestHeaders' | 'exposedHeaders' | 'preflightCacheSeconds' | 'public'
>;

/** What a server owes the pages of a route. */
export interface ServerPromise extends RoutePromise {
  /** The server's own origin: what others send stays as it is. */
  readonly target: string;
  readonly trustedOrigins: readonly string[];
  readonly credentialsMode: CredentialsMode;
}

/** What the policy promises of the route that `plan` is about; of the unknown path, what holds for every answer. */
export function promiseOf(plan: RoutePlan, policy: ResolvedPolicy): ServerPromise {
  const target = policy.target.origin;
  if (plan.route !== unknownRoute) {
    const route = routeOf(plan, policy);
    const trustedOrigins = trustedOriginsOf(policy, route);
    return { ...promised(route), target, trustedOrigins, credentialsMode: route.credentials };
  }
  const { origins, credentialsMode } = readersOfUnknownPath(policy);
  // What is installed for a route answers errors too, so that the two are the same where they can be.
  const restricted = policy.routes.find((route) => !route.public) ?? nothingDeclared;
  return { ...promised(restricted), target, trustedOrigins: origins, credentialsMode };
}

/** Two routes may share a path, but no method. */
function routeOf({ route: path, checks }: RoutePlan, { routes }: ResolvedPolicy): PolicyRoute {
  const found =
    routes.find(
      (route) => route.path === path && route.methods.some((method) => checks[0]?.method === method),
    ) ?? routes.find((route) => route.path === path);
  if (found === undefined) throw new Error(`The policy has no route ${path}.`);
  return found;
}

const nothingDeclared = {
  methods: ['GET'],
  requestHeaders: [],
  exposedHeaders: [],
  preflightCacheSeconds: null,
  public: false,
} as const;

function promised(route: Omit<ServerPromise, 'target' | 'trustedOrigins' | 'credentialsMode'>) {
  const { methods, requestHeaders, exposedHeaders, preflightCacheSeconds } = route;
  return { methods, requestHeaders, exposedHeaders, preflightCacheSeconds, public: route.public };
}
