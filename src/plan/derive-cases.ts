import type { Expectation, PlannedVariant, RoutePlan } from './derived-check.ts';
import { unknownRoute } from './report-contract.ts';
import { needsPreflight } from '../fetch-standard/preflight.ts';
import { corsUnsafeRequestHeaderNames } from '../fetch-standard/request-headers.ts';
import { planHostile } from './derive-hostile.ts';
import { planTrusted } from './derive-trusted.ts';
import { hostileOrigins, untrustedOrigin } from './hostile-origins.ts';
import type { CredentialsMode, EngineId, ProbeRequest, Verdict } from '../model.ts';
import { planByWay } from './derive-way.ts';
import { ownWay } from './other-ways.ts';
import { PlanBuilder, type PlannedRoute } from './plan-builder.ts';
import { requestUrl, trustedOriginsOf } from '../policy/request-url.ts';
import { pagesOf, unique, type TrustedOrigin } from '../policy/trusted.ts';
import type { Policy, PolicyRoute, UrlTarget } from '../policy/types.ts';
import { plannedSession } from './planned-session.ts';
import { probeRequest } from './probe-request.ts';
import {
  errorRequest,
  isErrorByHeaders,
  mainMethod,
  routeHeaders,
  standInHeaders,
  trustedRequest,
  undeclared,
} from './route-requests.ts';
import { isRepeatable, isSafe } from './safe-methods.ts';
import { promiseOf, type RoutePromise } from './server-promise.ts';
import { hiding } from '../words/hide-secrets.ts';

/** A policy whose target is known. */
export interface ResolvedPolicy extends Policy {
  readonly target: UrlTarget;
}

/** The path that stands for every path the API does not have. */
export const unknownPath = '/cors-conformance-unknown-path';

/**
 * Returns what the policy asks of each of its routes, and of a path that the API does not have if it says so: the
 * requests to make and what to expect of them. Pure; the same policy gives the same plan. Without an `engine` the ids
 * of the checks name none, so that one plan serves every engine; see `verdictIn`.
 */
export function deriveCases(policy: ResolvedPolicy, engine: EngineId | null = null): RoutePlan[] {
  const routes = policy.routes.map((route) => routePlan(policy, route, engine));
  // A server of WebSockets alone answers nothing else.
  const shared = policy.routes.filter(({ kind }) => kind !== 'websocket');
  return policy.unknownPath && shared.length > 0
    ? [...routes, unknownPathPlan({ ...policy, routes: shared }, engine)]
    : routes;
}

/** Returns the id of a check of a plan that names no engine, in `engine`. */
const checkId = (engine: EngineId, id: string): string => `${engine} ${id}`;

/** Returns the verdict on a check of a plan that names no engine, as that of `engine`. */
export const verdictIn = (engine: EngineId, verdict: Verdict): Verdict => ({
  ...verdict,
  id: checkId(engine, verdict.id),
  followsFrom: verdict.followsFrom === null ? null : checkId(engine, verdict.followsFrom),
});

/** Reports whether the requests of `plan` may change something on the server. */
export const sendsUnsafe = ({ probes }: RoutePlan): boolean => !probes.every(isRepeatable);

/**
 * Returns what a route is called in tests and reports: its path, and its query where the first route of that path has
 * another. Secrets in it are hidden; of names that are the same then, all but the first have a number.
 */
export function routeName(
  { routes, secrets }: Pick<Policy, 'routes' | 'secrets'>,
  { path, query }: PolicyRoute,
): string {
  const [first, ...others] = new Set(
    routes.filter((route) => route.path === path).map((route) => route.query),
  );
  if (first === undefined || first === query) return path;
  const hide = hiding(secrets);
  const alike = others.filter((other) => hide(other) === hide(query)).indexOf(query);
  return `${path}?${hide(query)}${alike > 0 ? ` (${alike + 1})` : ''}`;
}

function routePlan(policy: ResolvedPolicy, route: PolicyRoute, engine: EngineId | null): RoutePlan {
  const trusted = trustedOriginsOf(policy, route);
  const pages = pagesOf(trusted);
  const promise = promiseOf(route, {
    target: policy.target.origin,
    trustedOrigins: trusted,
    credentialsMode: route.credentials,
  });
  const session = plannedSession(policy, route);
  const plan = new PlanBuilder(routeName(policy, route), promise, engine, policy.secrets, session);
  const url = requestUrl(policy.target, route);
  const way = ownWay(route);
  const beside = policy.routes.filter(
    (other) => ownWay(other) === null && requestUrl(policy.target, other) === url,
  );
  const elsewhere = policy.routes.filter((other) => !beside.includes(other));
  const trustedElsewhere = [policy, ...policy.routes].flatMap(({ trustedOrigins }) =>
    pagesOf(trustedOrigins ?? []),
  );
  const planned: PlannedRoute = { plan, target: policy.target, route, url, beside, elsewhere };
  const hostile = hostileOrigins(trusted, policy.target.origin, trustedElsewhere);
  if (way !== null) {
    planByWay(way, planned, pages, hostile);
    return plan.build();
  }
  for (const origin of pages) planTrusted({ ...planned, origin: { origin, role: 'trusted' } });
  for (const origin of hostile) planHostile({ ...planned, origin });
  planCrossSitePost(planned, pages);
  planVary(planned, pages);
  planBookends(planned, pages, policy);
  plan.checkStatus(route.status);
  return plan.build();
}

/** Plans to say whether a stranger's form sends what pages send with a session and without a CORS-preflight request. */
function planCrossSitePost({ plan, route, url }: PlannedRoute, [origin]: readonly string[]): void {
  const isSignedIn = route.session !== null && route.credentials === 'include';
  if (!isSignedIn || origin === undefined || !route.methods.includes('POST')) return;
  const request = trustedRequest(route, url, 'POST');
  if (needsPreflight({ ...request, useCorsPreflightFlag: false })) return;
  const probe = plan.probe(origin, request);
  plan.check({ origin, role: 'trusted' }, request, { check: 'cross-site-post', probe });
}

/**
 * Plans that a trusted page asks once more at the end: an API that stops answering (a limit on requests, a firewall
 * that bars a machine, a crash) refuses everybody, and would pass for one that refuses strangers.
 */
function planBookends(
  { plan, route, url }: PlannedRoute,
  trusted: readonly string[],
  { routes }: Policy,
): void {
  const [origin] = trusted;
  const method = mainMethod(route);
  if (origin === undefined || method === undefined) return;
  const request = trustedRequest(route, url, method);
  const isSteady = routes.every(({ send }) => !send);
  plan.bookend(origin, { ...request, held: request.held || !isSafe(method) }, { isSteady });
}

/** Plans what shows whether the answers depend on the origin: the answers to three of them, to be compared. */
function planVary({ plan, target, route, url }: PlannedRoute, trusted: readonly string[]): void {
  const [origin, ...others] = trusted;
  if (origin === undefined) return;
  const pages = [origin, ...others] as const;
  const credentialsMode = route.credentials;
  const isSignedIn = route.session !== null;
  if (route.methods.includes('GET')) {
    const request = probeRequest(url, { credentialsMode, headers: routeHeaders(route) });
    planActualVary(plan, pages, request, {
      detail: '',
      declared: route.status ?? [],
      isOwn: true,
      isSignedIn,
    });
  }
  for (const error of route.errors) {
    if (error.method !== 'GET' || isErrorByHeaders(target, route, error)) continue;
    const declared = [error.status];
    planActualVary(plan, pages, errorRequest(target, route, error), {
      detail: error.name,
      declared,
      isOwn: false,
      isSignedIn,
    });
  }
  // What answers the CORS-preflight requests of one method may be other code than what answers those of another.
  for (const method of route.methods) {
    planPreflightVary(
      plan,
      pages,
      probeRequest(url, { method, headers: undeclared, credentialsMode, held: true }),
      withDeclaredHeaders(plan, route, url, method, pages),
    );
  }
}

function planPreflightVary(
  plan: PlanBuilder,
  trusted: readonly [string, ...string[]],
  preflighted: ProbeRequest,
  withHeaders: readonly PlannedVariant[],
): void {
  const [origin] = trusted;
  plan.check(
    { origin, role: 'trusted' },
    preflighted,
    {
      check: 'vary',
      on: 'preflight',
      declared: [],
      isOwn: true,
      variants: [...fromEachKindOfPage(plan, trusted, preflighted), ...withHeaders],
    },
    'on the preflight',
  );
}

/**
 * Plans the CORS-preflight request that pages of the route make, if they make any: where a made-up header is refused to
 * everybody, that shows nothing. A stranger's asks for the same names, with no value of the policy's.
 */
function withDeclaredHeaders(
  plan: PlanBuilder,
  route: PolicyRoute,
  url: string,
  method: string,
  trusted: readonly string[],
): PlannedVariant[] {
  const own = trustedRequest(route, url, method);
  if (!needsPreflight({ ...own, useCorsPreflightFlag: false })) return [];
  const foreign = probeRequest(url, {
    method,
    headers: standInHeaders(route),
    credentialsMode: 'omit',
    held: true,
  });
  const asked = ({ headers }: ProbeRequest): string => corsUnsafeRequestHeaderNames(headers).join(', ');
  return [
    ...trusted.map((origin): PlannedVariant => ({
      role: 'trusted-with-headers',
      probe: plan.probe(origin, own),
    })),
    ...(asked(own) === asked(foreign)
      ? [{ role: 'untrusted-with-headers', probe: plan.probe(untrustedOrigin, foreign) } as const]
      : []),
  ];
}

/** Plans the same request from each trusted page and from a stranger's. */
function fromEachKindOfPage(
  plan: PlanBuilder,
  [origin, ...others]: readonly [string, ...string[]],
  request: ProbeRequest,
): PlannedVariant[] {
  return [
    { role: 'trusted', probe: plan.probe(origin, request) },
    ...others.map((other): PlannedVariant => ({ role: 'other-trusted', probe: plan.probe(other, request) })),
    { role: 'untrusted', probe: plan.probe(untrustedOrigin, request) },
  ];
}

/**
 * Plans comparisons of like with like: the same request without its headers from every kind of page, as a stranger
 * sends none of them, and that of the trusted pages, `own`, among themselves. An API that gives whoever it does not
 * know the first origin of its list tells another trusted page alone apart.
 */
function planActualVary(
  plan: PlanBuilder,
  trusted: readonly [string, ...string[]],
  own: ProbeRequest,
  { detail, declared, isOwn, isSignedIn }: VariedAnswer,
): void {
  const [origin] = trusted;
  const { url } = own;
  // A stranger has no session.
  const credentialsMode = isSignedIn ? 'omit' : own.credentialsMode;
  const plain = probeRequest(url, { credentialsMode });
  // The one request of fetch() to another origin that carries no Origin header.
  const absent = probeRequest(url, { credentialsMode, mode: 'no-cors' });
  const withHeaders = own.headers.length === 0 && !isSignedIn ? [] : trusted;
  const variants: PlannedVariant[] = [
    ...fromEachKindOfPage(plan, trusted, plain),
    { role: 'absent', probe: plan.probe(untrustedOrigin, absent) },
    ...withHeaders.map((one): PlannedVariant => ({
      role: 'trusted-with-headers',
      probe: plan.probe(one, own),
    })),
  ];
  plan.check(
    { origin, role: 'trusted' },
    own,
    { check: 'vary', on: 'actual', variants, declared, isOwn },
    detail,
  );
}

/** Which answers are compared: those of the route, or those of an error that has a name. */
interface VariedAnswer extends Pick<Expectation<'vary'>, 'declared' | 'isOwn'> {
  readonly detail: string;
  /** Whether the trusted pages have a session, so that not the origin alone tells them from a stranger. */
  readonly isSignedIn: boolean;
}

function unknownPathPlan(policy: ResolvedPolicy, engine: EngineId | null): RoutePlan {
  const { origin: target, basePath } = policy.target;
  const url = `${target}${basePath}${folderOf(policy.routes)}${unknownPath}`;
  const { origins, credentialsMode } = readersOfUnknownPath(policy);
  // What is installed for a route answers errors too, so that the two are the same where they can be.
  const restricted = policy.routes.find((route) => !route.public) ?? nothingDeclared;
  const promise = promiseOf(restricted, { target, trustedOrigins: origins, credentialsMode });
  const plan = new PlanBuilder(unknownRoute, promise, engine, policy.secrets);
  for (const origin of pagesOf(origins)) {
    const request = probeRequest(url, { credentialsMode });
    const probe = plan.probe(origin, request);
    plan.check({ origin, role: 'trusted' }, request, { check: 'error-readable', probe, status: null });
  }
  return plan.build();
}

/**
 * Returns the path under which all routes are: the empty string, or one that starts with a slash and does not end with one.
 * What is beside an API that is mounted under a path may be somebody else's. The last part of a path, before its
 * parameters, is taken for a resource of the API.
 */
function folderOf(routes: ResolvedPolicy['routes']): string {
  const folders = routes.map(({ path }) =>
    path
      .replace(/\/?(?:\{.*)?$/, '')
      .split('/')
      .slice(1, -1),
  );
  const [first = [], ...others] = folders;
  const end = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (end === -1 ? first : first.slice(0, end)).map((part) => `/${part}`).join('');
}

const nothingDeclared = {
  methods: ['GET'],
  requestHeaders: [],
  exposedHeaders: [],
  preflightCacheSeconds: null,
  public: false,
} as const satisfies RoutePromise;

/** Returns the origins whose pages read what is answered where the API has nothing, and their credentials mode. */
function readersOfUnknownPath(policy: ResolvedPolicy): {
  readonly origins: readonly TrustedOrigin[];
  readonly credentialsMode: CredentialsMode;
} {
  const credentialsMode = policy.routes.some((route) => route.credentials === 'include') ? 'include' : 'omit';
  const restricted = policy.routes.filter((route) => !route.public);
  const origins = unique(restricted.flatMap((route) => trustedOriginsOf(policy, route)));
  return { origins: origins.length > 0 ? origins : policy.trustedOrigins, credentialsMode };
}
