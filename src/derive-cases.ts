import type { RoutePlan } from './derived-check.ts';
import { planHostile } from './derive-hostile.ts';
import { corsUnsafeRequestHeaderNames } from './fetch-standard/cors-unsafe-request-header-names.ts';
import { hostileOrigins, untrustedOrigin, type RatedOrigin } from './hostile-origins.ts';
import type { CredentialsMode, EngineId } from './model.ts';
import { PlanBuilder } from './plan-builder.ts';
import { errorHeaders, requestUrl, trustedOriginsOf } from './policy/request-url.ts';
import type { Policy, PolicyRoute, UrlTarget } from './policy/types.ts';
import { probeRequest } from './probe-request.ts';
import { isRepeatable } from './probe-rounds.ts';
import {
  bodyFor,
  isHeld,
  mainMethod,
  routeHeaders,
  trustedRequest,
  undeclared,
  undeclaredHeader,
} from './route-requests.ts';
import { isSafe } from './safe-methods.ts';

/** A policy whose target is known. */
export interface ResolvedPolicy extends Policy {
  readonly target: UrlTarget;
}

/** The path that stands for every path the API does not have. */
export const unknownPath = '/cors-conformance-unknown-path';

/** The route under which the unknown path is reported. */
export const unknownRoute = '(unknown path)';

const methodsToRefuse = ['PUT', 'PATCH', 'DELETE'];

/**
 * What the policy asks of each of its routes, and of a path that the API does not have: the requests to make
 * and what to expect of them. Pure; the same policy gives the same plan. Without an `engine` the ids of the checks
 * name none, so that one plan serves every engine; see `checkId`.
 */
export function deriveCases(policy: ResolvedPolicy, engine: EngineId | null = null): RoutePlan[] {
  return [...policy.routes.map((route) => routePlan(policy, route, engine)), unknownPathPlan(policy, engine)];
}

/** The id of a check of a plan that names no engine, in `engine`. */
export const checkId = (engine: EngineId, id: string): string => `${engine} ${id}`;

/** Reports whether the requests of `plan` may change something on the server. */
export const sendsUnsafe = ({ probes }: RoutePlan): boolean => !probes.every(isRepeatable);

function routePlan(policy: ResolvedPolicy, route: PolicyRoute, engine: EngineId | null): RoutePlan {
  const plan = new PlanBuilder(route.path, engine);
  const trusted = trustedOriginsOf(policy, route);
  const url = requestUrl(policy.target, route);
  for (const origin of trusted) planTrusted(plan, { origin, role: 'trusted' }, policy, route, url);
  for (const origin of hostileOrigins(trusted, policy.target.origin)) {
    planHostile(plan, origin, policy.target, route);
  }
  planVary(plan, trusted, route, url);
  planBookends(plan, trusted, route, url);
  return plan.build();
}

/**
 * An API that stops answering (a limit on requests, a firewall that bars a machine, a crash) refuses everybody, and
 * would pass for one that refuses strangers: so a trusted page asks once more at the end.
 */
function planBookends(plan: PlanBuilder, trusted: readonly string[], route: PolicyRoute, url: string): void {
  const [origin] = trusted;
  const method = mainMethod(route);
  if (origin === undefined || method === undefined) return;
  const request = trustedRequest(route, url, method);
  plan.bookend(origin, { ...request, held: request.held || !isSafe(method) });
}

function planTrusted(
  plan: PlanBuilder,
  origin: RatedOrigin,
  policy: ResolvedPolicy,
  route: PolicyRoute,
  url: string,
): void {
  for (const method of route.methods) {
    const full = trustedRequest(route, url, method);
    // A page that needs no declared header may leave them out; then the request may need no preflight at all.
    const bare = { ...full, headers: [] };
    const isBareToo = isSafe(method) && full.headers.length > 0 && Object.keys(route.headers).length === 0;
    for (const [request, detail] of isBareToo
      ? ([
          [bare, 'without request headers'],
          [full, ''],
        ] as const)
      : ([[full, '']] as const)) {
      const probe = plan.probe(origin.origin, request);
      plan.check(origin, request, { check: 'readable', probe }, detail);
      plan.check(origin, request, { check: 'redirect-free', probe }, detail);
      if (!request.held) {
        plan.check(
          origin,
          request,
          { check: 'headers-exposed', probe, declared: route.exposedHeaders },
          detail,
        );
      }
    }
  }
  for (const method of methodsToRefuse.filter((candidate) => !route.methods.includes(candidate))) {
    const request = probeRequest(url, { method, credentialsMode: route.credentials, held: true });
    plan.check(origin, request, { check: 'method-refused', probe: plan.probe(origin.origin, request) });
  }
  const [firstMethod] = route.methods;
  if (firstMethod !== undefined) {
    const request = probeRequest(url, {
      method: firstMethod,
      headers: undeclared,
      credentialsMode: route.credentials,
      held: true,
    });
    const probe = plan.probe(origin.origin, request);
    plan.check(origin, request, { check: 'header-refused', probe, name: undeclaredHeader });
  }
  planPreflightCache(plan, origin, route, url);
  for (const error of route.errors) {
    const request = probeRequest(requestUrl(policy.target, route, error), {
      method: error.method,
      headers: Object.entries(errorHeaders(route, error)),
      body: bodyFor(route, error.method),
      credentialsMode: route.credentials,
      held: isHeld(route, error.method),
    });
    const probe = plan.probe(origin.origin, request);
    plan.check(origin, request, { check: 'error-readable', probe, status: error.status }, error.name);
  }
}

/** Whether the answers depend on the origin can only be seen by comparing the answers to three of them. */
function planVary(plan: PlanBuilder, trusted: readonly string[], route: PolicyRoute, url: string): void {
  const [origin] = trusted;
  if (origin === undefined) return;
  const rated: RatedOrigin = { origin, role: 'trusted' };
  const credentialsMode = route.credentials;
  if (route.methods.includes('GET')) {
    const own = probeRequest(url, { credentialsMode, headers: routeHeaders(route) });
    const plain = probeRequest(url, { credentialsMode });
    // The one request of fetch() to another origin that carries no Origin header.
    const absent = probeRequest(url, { credentialsMode, mode: 'no-cors' });
    plan.check(rated, own, {
      check: 'vary',
      on: 'actual',
      variants: [
        { role: 'trusted', probe: plan.probe(origin, own) },
        { role: 'untrusted', probe: plan.probe(untrustedOrigin, plain) },
        { role: 'absent', probe: plan.probe(untrustedOrigin, absent) },
      ],
    });
  }
  const [method] = route.methods;
  if (method === undefined) return;
  const preflighted = probeRequest(url, {
    method,
    headers: undeclared,
    credentialsMode,
    held: true,
  });
  plan.check(
    rated,
    preflighted,
    {
      check: 'vary',
      on: 'preflight',
      variants: [
        { role: 'trusted', probe: plan.probe(origin, preflighted) },
        { role: 'untrusted', probe: plan.probe(untrustedOrigin, preflighted) },
      ],
    },
    'on the preflight',
  );
}

function planPreflightCache(plan: PlanBuilder, origin: RatedOrigin, route: PolicyRoute, url: string): void {
  if (route.preflightCacheSeconds === null) return;
  const requests = route.methods.map((method) => trustedRequest(route, url, method));
  const preflighted = requests.find(
    ({ method, headers }) =>
      !['GET', 'HEAD', 'POST'].includes(method) || corsUnsafeRequestHeaderNames(headers).length > 0,
  );
  // Without a request that needs a preflight there is no CORS-preflight cache to speak of.
  if (preflighted === undefined) return;
  const first = plan.probe(origin.origin, preflighted);
  // Whether the browser asks again shows before the actual request, so no unsafe one need be sent again for it.
  const repeated = { ...preflighted, held: preflighted.held || !isSafe(preflighted.method) };
  const second = plan.probe(origin.origin, repeated, { follows: first });
  plan.check(origin, preflighted, {
    check: 'preflight-cache',
    first,
    second,
    declaredSeconds: route.preflightCacheSeconds,
  });
}

function unknownPathPlan(policy: ResolvedPolicy, engine: EngineId | null): RoutePlan {
  const plan = new PlanBuilder(unknownRoute, engine);
  const url = `${policy.target.origin}${policy.target.basePath}${unknownPath}`;
  const { origins, credentialsMode } = readersOfUnknownPath(policy);
  for (const origin of origins) {
    const request = probeRequest(url, { credentialsMode });
    const probe = plan.probe(origin, request);
    plan.check({ origin, role: 'trusted' }, request, { check: 'error-readable', probe, status: null });
  }
  return plan.build();
}

/** Whose pages read what is answered where the API has nothing, and with which credentials mode. */
export function readersOfUnknownPath(policy: ResolvedPolicy): {
  readonly origins: readonly string[];
  readonly credentialsMode: CredentialsMode;
} {
  const credentialsMode = policy.routes.some((route) => route.credentials === 'include') ? 'include' : 'omit';
  const restricted = policy.routes.filter((route) => !route.public);
  const origins = [...new Set(restricted.flatMap((route) => trustedOriginsOf(policy, route)))];
  return { origins: origins.length > 0 ? origins : policy.trustedOrigins, credentialsMode };
}
