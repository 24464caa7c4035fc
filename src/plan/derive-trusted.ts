import { needsPreflight } from '../fetch-standard/preflight.ts';
import { elementWays, ownMode, type OtherWay } from './other-ways.ts';
import { givesHeaders } from './planned-session.ts';
import { heldForApp, type RouteFrom } from './plan-builder.ts';
import { probeRequest } from './probe-request.ts';
import {
  declaredHeaderNames,
  errorRequest,
  lowerCaseMethod,
  oftenTooMuch,
  trustedRequest,
  undeclared,
  undeclaredHeader,
  undeclaredMethod,
} from './route-requests.ts';
import { isSafe } from './safe-methods.ts';

/**
 * Plans the checks that a trusted page reads what the route declares, and is granted no more than what the routes at
 * its address do, `beside` it.
 */
export function planTrusted(from: RouteFrom): void {
  const { plan, origin, target, route, url } = from;
  const seenIn: string[] = [];
  for (const method of route.methods) {
    const full = heldForApp(origin.origin, trustedRequest(route, url, method));
    // A page that needs no declared header may leave them out; then the request may need no preflight at all.
    const bare = { ...full, headers: [] };
    const isBareToo =
      isSafe(method) &&
      full.headers.length > 0 &&
      Object.keys(route.headers).length === 0 &&
      !givesHeaders(plan.session);
    for (const [request, detail] of isBareToo
      ? ([
          [bare, 'without request headers'],
          [full, ''],
        ] as const)
      : ([[full, '']] as const)) {
      const probe = plan.probe(origin.origin, request);
      seenIn.push(probe);
      plan.check(origin, request, { check: 'readable', probe }, detail);
      if (request === full && route.session !== null && route.credentials === 'include') {
        plan.check(origin, request, { check: 'session', probe, declared: route.status });
      }
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
  for (const way of elementWays(route)) planReadableBy(way, from);
  planRefusedToTrusted(from, seenIn);
  planPreflightCache(from);
  for (const error of route.errors) {
    const request = errorRequest(target, route, error);
    const probe = plan.probe(origin.origin, request);
    plan.check(origin, request, { check: 'error-readable', probe, status: error.status }, error.name);
  }
}

/** Plans that the page gets what it asks for that way, at the address that it asks. */
export function planReadableBy(way: OtherWay, { plan, origin, route, url }: RouteFrom): void {
  const request = way.request(url, ownMode(way, route));
  const probe = plan.probe(origin.origin, request);
  plan.check(origin, request, { check: 'readable', probe }, way.detail);
  if (way.isRedirected) plan.check(origin, request, { check: 'redirect-free', probe }, way.detail);
}

/**
 * Plans the checks that no method and no request header is granted that the policy does not declare: the usual ones and
 * a made-up one are asked for, and what else is granted is read from the lists, in the answers to these and to the
 * probes of `seenIn`.
 */
function planRefusedToTrusted(
  { plan, origin, route, beside, elsewhere: others, url }: RouteFrom,
  seenIn: readonly string[],
): void {
  const credentialsMode = route.credentials;
  const declared = beside.flatMap(({ methods }) => methods);
  const asked = [...oftenTooMuch, lowerCaseMethod];
  const elsewhere = others.flatMap(({ methods }) => methods);
  const inMethods = { declared, asked, seenIn };
  for (const method of [...asked.filter((name) => !declared.includes(name)), undeclaredMethod]) {
    const request = probeRequest(url, { method, credentialsMode, held: true });
    const probe = plan.probe(origin.origin, request);
    const list = method === undeclaredMethod ? inMethods : null;
    // Two routes at one address each ask.
    const detail = beside[0] === route ? '' : `beside ${route.methods.join(', ')}`;
    plan.check(origin, request, { check: 'method-refused', probe, list, elsewhere }, detail);
  }
  const [method] = route.methods;
  if (method === undefined) return;
  const request = probeRequest(url, { method, headers: undeclared, credentialsMode, held: true });
  const probe = plan.probe(origin.origin, request);
  const list = { declared: beside.flatMap(declaredHeaderNames), asked: [], seenIn };
  const isDeclared = beside.every(({ requestHeaders }) => requestHeaders !== null);
  plan.check(origin, request, {
    check: 'header-refused',
    probe,
    name: undeclaredHeader,
    list,
    isDeclared,
    elsewhere: others.flatMap(declaredHeaderNames),
  });
}

function planPreflightCache({ plan, origin, route, url }: RouteFrom): void {
  if (route.preflightCacheSeconds === null) return;
  // What answers the CORS-preflight requests of one method may be other code than what answers those of another.
  for (const method of route.methods) {
    const request = trustedRequest(route, url, method);
    // Without a CORS-preflight request there is no CORS-preflight cache to speak of.
    if (!needsPreflight({ ...request, useCorsPreflightFlag: false })) continue;
    const first = plan.probe(origin.origin, request);
    // Whether the browser asks again shows before the actual request, so no unsafe one need be sent again for it.
    const repeated = { ...request, held: request.held || !isSafe(method) };
    const second = plan.probe(origin.origin, repeated, { follows: first });
    plan.check(origin, request, {
      check: 'preflight-cache',
      first,
      second,
      declaredSeconds: route.preflightCacheSeconds,
    });
  }
}
