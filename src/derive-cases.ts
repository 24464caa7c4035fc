import type { DerivedCheck, Expectation, PlannedProbe, RoutePlan } from './derived-check.ts';
import { corsUnsafeRequestHeaderNames } from './fetch-standard/cors-unsafe-request-header-names.ts';
import { hostileOrigins, untrustedOrigin, type RatedOrigin } from './hostile-origins.ts';
import type { CredentialsMode, EngineId, HeaderList, ProbeRequest } from './model.ts';
import { errorHeaders, requestUrl, trustedOriginsOf } from './policy/request-url.ts';
import type { Policy, PolicyRoute, UrlTarget } from './policy/types.ts';
import { probeRequest } from './probe-request.ts';
import { isRepeatable } from './probe-rounds.ts';
import { isSafe } from './safe-methods.ts';

/** A policy whose target is known. */
export interface ResolvedPolicy extends Policy {
  readonly target: UrlTarget;
}

/** The path that stands for every path the API does not have. */
export const unknownPath = '/cors-conformance-unknown-path';

/** The route under which the unknown path is reported. */
export const unknownRoute = '(unknown path)';

const undeclaredHeader = 'x-cors-conformance-undeclared';
const undeclared: HeaderList = [[undeclaredHeader, '1']];
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

/** Collects probes under their keys, and checks under their ids. */
class PlanBuilder {
  readonly probes = new Map<string, PlannedProbe>();
  readonly checks = new Map<string, DerivedCheck>();
  readonly #route: string;
  readonly #engine: EngineId | null;
  #bookends: RoutePlan['bookends'] = null;

  constructor(route: string, engine: EngineId | null) {
    this.#route = route;
    this.#engine = engine;
  }

  /** Plans the request from a page at `origin`; the same request from the same page is made once. */
  probe(
    origin: string,
    request: ProbeRequest,
    { follows = null, last = false }: { readonly follows?: string | null; readonly last?: boolean } = {},
  ): string {
    // An error request may differ from the route's own by nothing but the value of a header.
    const key = JSON.stringify([origin, request, follows !== null, last]);
    const page = origin === 'null' ? { origin: untrustedOrigin, opaque: true } : { origin, opaque: false };
    if (!this.probes.has(key)) this.probes.set(key, { key, page, request, follows, last });
    return key;
  }

  /** Plans the request from a page at `origin` before and after all others. */
  bookend(origin: string, request: ProbeRequest): void {
    this.#bookends = {
      before: this.probe(origin, request),
      after: this.probe(origin, request, { last: true }),
    };
  }

  check({ origin, role }: RatedOrigin, request: ProbeRequest, expectation: Expectation, detail = ''): void {
    const { method, credentialsMode, url } = request;
    const id = [this.#engine ?? '', expectation.check, method, this.#route, origin, credentialsMode, detail]
      .filter((part) => part !== '')
      .join(' ');
    if (this.checks.has(id)) return;
    this.checks.set(id, {
      id,
      check: expectation.check,
      route: this.#route,
      origin,
      originRole: role,
      method,
      credentialsMode,
      url,
      expectation,
    });
  }

  build(): RoutePlan {
    return {
      route: this.#route,
      probes: [...this.probes.values()],
      bookends: this.#bookends,
      checks: [...this.checks.values()],
    };
  }
}

function routePlan(policy: ResolvedPolicy, route: PolicyRoute, engine: EngineId | null): RoutePlan {
  const plan = new PlanBuilder(route.path, engine);
  const trusted = trustedOriginsOf(policy, route);
  const url = requestUrl(policy.target, route);
  for (const origin of trusted) planTrusted(plan, { origin, role: 'trusted' }, policy, route, url);
  for (const origin of hostileOrigins(trusted, policy.target.origin)) {
    planHostile(plan, origin, route, url);
    if (origin.role === 'untrusted' || origin.role === 'opaque')
      planHostileErrors(plan, origin, policy, route);
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

const mainMethod = (route: PolicyRoute): string | undefined => route.methods.find(isSafe) ?? route.methods[0];

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

function planHostile(plan: PlanBuilder, origin: RatedOrigin, route: PolicyRoute, url: string): void {
  for (const method of route.methods) {
    for (const credentialsMode of ['omit', 'include'] as const) {
      const request = hostileRequest(url, method, credentialsMode);
      const probe = plan.probe(origin.origin, request);
      if (route.public && credentialsMode === 'omit') {
        plan.check(origin, request, { check: 'readable', probe });
        continue;
      }
      plan.check(origin, request, unreadable(plan, origin, request, route));
    }
  }
  planHostileHeaders(plan, origin, route, url);
}

/** What answers an error may know no list of origins at all, so a stranger says enough of it. */
function planHostileErrors(
  plan: PlanBuilder,
  origin: RatedOrigin,
  policy: ResolvedPolicy,
  route: PolicyRoute,
): void {
  for (const error of route.errors) {
    const url = requestUrl(policy.target, route, error);
    // An error that comes of headers is none where no stranger sends them: it is the route's own answer then.
    if (url === requestUrl(policy.target, route) && route.methods.includes(error.method)) continue;
    for (const credentialsMode of ['omit', 'include'] as const) {
      if (route.public && credentialsMode === 'omit') continue;
      const request = hostileRequest(url, error.method, credentialsMode);
      plan.check(origin, request, unreadable(plan, origin, request, route), error.name);
    }
  }
}

function unreadable(
  plan: PlanBuilder,
  { origin, sibling }: RatedOrigin,
  request: ProbeRequest,
  route: PolicyRoute,
): Expectation {
  return {
    check: 'unreadable',
    probe: plan.probe(origin, request),
    control: plan.probe(untrustedOrigin, request),
    sibling: sibling === undefined ? null : plan.probe(sibling.origin, request),
    public: route.public,
  };
}

/** What answers a CORS-preflight request may decide otherwise where it is asked for request headers. */
function planHostileHeaders(plan: PlanBuilder, origin: RatedOrigin, route: PolicyRoute, url: string): void {
  const method = mainMethod(route);
  if (method === undefined) return;
  // No value that is kept for a trusted page is ever given to a stranger's.
  const declared = headerNames(route).map((name): [string, string] => [name, standInValue(name, route)]);
  const headers = corsUnsafeRequestHeaderNames(declared).length > 0 ? declared : undeclared;
  for (const credentialsMode of ['omit', 'include'] as const) {
    if (route.public && credentialsMode === 'omit') continue;
    const request = probeRequest(url, { method, headers, credentialsMode, held: true });
    plan.check(origin, request, unreadable(plan, origin, request, route), 'with request headers');
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

function trustedRequest(route: PolicyRoute, url: string, method: string): ProbeRequest {
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

/** From a stranger nothing but GET and HEAD is ever sent, whatever the policy sends from trusted origins. */
function hostileRequest(url: string, method: string, credentialsMode: CredentialsMode): ProbeRequest {
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

/** Every declared request header, with its real value or one that any server can read over. */
function routeHeaders(route: PolicyRoute): HeaderList {
  return headerNames(route).map((name): [string, string] => [
    name,
    route.headers[name] ?? standInValue(name, route),
  ]);
}

const headerNames = (route: PolicyRoute): readonly string[] => [
  ...new Set([...route.requestHeaders, ...Object.keys(route.headers)]),
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
