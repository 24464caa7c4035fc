import type { Expectation } from './derived-check.ts';
import { corsUnsafeRequestHeaderNames } from '../fetch-standard/request-headers.ts';
import { untrustedOrigin, type RatedOrigin } from './hostile-origins.ts';
import type { CredentialsMode, OriginRole, ProbeRequest } from '../model.ts';
import type { PlanBuilder } from './plan-builder.ts';
import { requestUrl } from '../policy/request-url.ts';
import type { PolicyRoute, UrlTarget } from '../policy/types.ts';
import { probeRequest } from './probe-request.ts';
import { isSafe } from './safe-methods.ts';
import {
  hostileRequest,
  isErrorByHeaders,
  mainMethod,
  oftenTooMuch,
  safelistedHeaders,
  standInHeaders,
  undeclared,
} from './route-requests.ts';

/** A page that is not trusted reads nothing of the route, and is granted no CORS-preflight request. */
export function planHostile(
  plan: PlanBuilder,
  origin: RatedOrigin,
  target: UrlTarget,
  route: PolicyRoute,
  beside: readonly PolicyRoute[],
): void {
  const url = requestUrl(target, route);
  const safelisted = safelistedHeaders(route);
  for (const method of route.methods) {
    const inMode = (mode: CredentialsMode): ProbeRequest => hostileRequest(url, method, mode);
    if (route.public) {
      const request = inMode('omit');
      plan.check(origin, request, { check: 'readable', probe: plan.probe(origin.origin, request) });
    }
    planUnreadable(plan, origin, route, inMode);
    if (isSafe(method) && safelisted.length > 0) {
      const withThem = (mode: CredentialsMode): ProbeRequest => ({ ...inMode(mode), headers: safelisted });
      planUnreadable(plan, origin, route, withThem, 'with safelisted request headers');
    }
    if (origin.role === 'untrusted' && method === 'POST' && !route.public)
      planUnasked(plan, origin, url, route);
  }
  const isSample = samples.has(origin.role);
  const main = mainMethod(route);
  const methods = isSample ? route.methods : main === undefined ? [] : [main];
  for (const method of methods) planHostileHeaders(plan, origin, route, url, method);
  if (!isSample) return;
  planHostileErrors(plan, origin, target, route);
  // What no route declares may have a handler all the same, with CORS of its own.
  if (beside[0] !== route) return;
  const declared = beside.flatMap((other) => other.methods);
  for (const method of undeclaredMethods.filter((name) => !declared.includes(name))) {
    // It is really sent, so only where GET says that the resource is there to be read.
    if (method === 'HEAD' && !declared.includes('GET')) continue;
    planUnreadable(plan, origin, route, (mode) => hostileRequest(url, method, mode), 'undeclared', false);
  }
}

/** Of the origins that no comparison lets through by mistake, each is asked for everything. */
const samples: ReadonlySet<OriginRole> = new Set(['untrusted', 'opaque', 'other-route']);

const undeclaredMethods = ['GET', 'HEAD', 'POST', ...oftenTooMuch];

/** Such a POST is never sent from a page that is not trusted: the check stands for what is not known. */
function planUnasked(plan: PlanBuilder, origin: RatedOrigin, url: string, route: PolicyRoute): void {
  const { credentials: credentialsMode } = route;
  const request = probeRequest(url, { method: 'POST', credentialsMode, held: true });
  plan.check(origin, request, unreadable(plan, origin, request, route), 'without a CORS-preflight request');
}

/** What answers a CORS-preflight request may decide otherwise where it is asked for request headers. */
function planHostileHeaders(
  plan: PlanBuilder,
  origin: RatedOrigin,
  route: PolicyRoute,
  url: string,
  method: string,
): void {
  // No value that is kept for a trusted page is ever given to a stranger's.
  const declared = standInHeaders(route);
  const headers = corsUnsafeRequestHeaderNames(declared).length > 0 ? declared : undeclared;
  const inMode = (credentialsMode: CredentialsMode): ProbeRequest =>
    probeRequest(url, { method, headers, credentialsMode, held: true });
  planUnreadable(plan, origin, route, inMode, 'with request headers');
}

/** What answers an error may know no list of origins at all, so a stranger says enough of it. */
function planHostileErrors(
  plan: PlanBuilder,
  origin: RatedOrigin,
  target: UrlTarget,
  route: PolicyRoute,
): void {
  for (const error of route.errors) {
    const url = requestUrl(target, route, error);
    // No stranger sends them.
    if (isErrorByHeaders(target, route, error)) continue;
    planUnreadable(plan, origin, route, (mode) => hostileRequest(url, error.method, mode), error.name);
  }
}

/**
 * In each credentials mode, but without credentials where the route is everybody's.
 *
 * The request with credentials need not be made where the one without them is refused. Without a cookie both are the same
 * bytes on the wire (but for Sec-Fetch-Storage-Access), so they get the same answers; and of the same answers the standard
 * shares nothing with credentials that it does not share without. A CORS-preflight request never carries credentials. The
 * CORS check, the check of the lists and the response headers that are exposed are each stricter with them: "*" is no
 * wildcard, and Access-Control-Allow-Credentials has to be "true". Not so the other way about: what is shared without
 * credentials may be refused with them.
 *
 * https://fetch.spec.whatwg.org/#concept-cors-check
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 * https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list
 */
function planUnreadable(
  plan: PlanBuilder,
  origin: RatedOrigin,
  route: PolicyRoute,
  inMode: (mode: CredentialsMode) => ProbeRequest,
  detail = '',
  isDeclared = true,
): void {
  const [omit, include] = [inMode('omit'), inMode('include')];
  if (route.public) {
    plan.check(origin, include, unreadable(plan, origin, include, route, isDeclared), detail);
    return;
  }
  const from = plan.check(origin, omit, unreadable(plan, origin, omit, route, isDeclared), detail);
  const base = isSameButForMode(omit, include) ? { request: omit, check: from } : null;
  plan.check(origin, include, unreadable(plan, origin, include, route, isDeclared, base), detail);
}

/** What else differs, such as a header that one of them alone carries, an API may answer otherwise. */
const isSameButForMode = (omit: ProbeRequest, include: ProbeRequest): boolean =>
  JSON.stringify(omit) === JSON.stringify({ ...include, credentialsMode: omit.credentialsMode });

/** `base` is the same request without credentials, and its check. */
function unreadable(
  plan: PlanBuilder,
  { origin, sibling }: RatedOrigin,
  request: ProbeRequest,
  route: PolicyRoute,
  isDeclared = true,
  base: { readonly request: ProbeRequest; readonly check: string } | null = null,
): Expectation {
  const probeFrom = (page: string): string =>
    plan.probe(page, request, base === null ? {} : { unlessRefused: plan.probe(page, base.request) });
  return {
    check: 'unreadable',
    probe: probeFrom(origin),
    control: probeFrom(untrustedOrigin),
    sibling: sibling === undefined ? null : probeFrom(sibling),
    public: route.public,
    isDeclared,
    from: base?.check ?? null,
  };
}
