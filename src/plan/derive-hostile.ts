import type { Expectation } from './derived-check.ts';
import { corsUnsafeRequestHeaderNames } from '../fetch-standard/request-headers.ts';
import { untrustedOrigin } from './hostile-origins.ts';
import type { CredentialsMode, OriginRole, ProbeRequest } from '../model.ts';
import { elementWays, type OtherWay } from './other-ways.ts';
import { probeKey, type RouteFrom } from './plan-builder.ts';
import { requestUrl } from '../policy/request-url.ts';
import type { ErrorRequest } from '../policy/types.ts';
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

/**
 * Plans the checks that a page that is not trusted reads nothing of the route, and is granted no CORS-preflight
 * request.
 */
export function planHostile(from: RouteFrom): void {
  const { origin, route, url, beside } = from;
  const safelisted = safelistedHeaders(route);
  for (const method of route.methods) {
    const inMode = (mode: CredentialsMode): ProbeRequest => hostileRequest(url, method, mode);
    planUnreadable(from, inMode, { base: route.public ? planReadable(from, inMode('omit')) : null });
    if (isSafe(method) && safelisted.length > 0) {
      const withThem = (mode: CredentialsMode): ProbeRequest => ({ ...inMode(mode), headers: safelisted });
      planUnreadable(from, withThem, { detail: 'with safelisted request headers' });
    }
    if (origin.role === 'untrusted' && method === 'POST' && !route.public) planUnasked(from);
  }
  for (const way of elementWays(route)) planUnreadableBy(way, from);
  const isSample = samples.has(origin.role);
  const main = mainMethod(route);
  const methods = isSample ? route.methods : main === undefined ? [] : [main];
  for (const method of methods) planHostileHeaders(from, method);
  if (!isSample) return;
  planHostileErrors(from);
  // What no route declares may have a handler all the same, with CORS of its own.
  if (beside[0] !== route) return;
  const declared = beside.flatMap((other) => other.methods);
  for (const method of undeclaredMethods.filter((name) => !declared.includes(name))) {
    // It is really sent, so only where GET says that the resource is there to be read.
    if (method === 'HEAD' && !declared.includes('GET')) continue;
    const inMode = (mode: CredentialsMode): ProbeRequest => hostileRequest(url, method, mode);
    planUnreadable(from, inMode, { detail: 'undeclared', isDeclared: false });
  }
}

/** Plans that a page reads what is everybody's, without credentials. */
function planReadable({ plan, origin }: RouteFrom, request: ProbeRequest, detail = ''): Base {
  const probe = plan.probe(origin.origin, request);
  const check = plan.check(origin, request, { check: 'readable', probe }, detail);
  return { request, check, isEverybodys: true };
}

/** Plans that the page gets nothing that way; of what is everybody's, nothing with credentials. */
export function planUnreadableBy({ detail, modes, request }: OtherWay, from: RouteFrom): void {
  const { route, url } = from;
  const inMode = (mode: CredentialsMode): ProbeRequest => request(url, mode);
  const base = route.public ? planReadable(from, inMode(modes[0]), detail) : null;
  planUnreadable(from, inMode, { detail, modes, base });
}

/** Those that no comparison lets through by mistake: pages of each ask for everything. */
const samples: ReadonlySet<OriginRole> = new Set(['untrusted', 'opaque', 'other-route']);

const undeclaredMethods = ['GET', 'HEAD', 'POST', ...oftenTooMuch];

/**
 * Plans the check of a POST that needs no CORS-preflight request: it is never sent from a page that is not trusted, so
 * the check stands for what is not known.
 */
function planUnasked(from: RouteFrom): void {
  const { plan, origin, url, route } = from;
  const { credentials: credentialsMode } = route;
  const request = probeRequest(url, { method: 'POST', credentialsMode, held: true });
  plan.check(origin, request, unreadable(from, request), 'without a CORS-preflight request');
}

/** Plans the same with request headers: what answers a CORS-preflight request may decide otherwise for them. */
function planHostileHeaders(from: RouteFrom, method: string): void {
  const { route, url } = from;
  // No value that is kept for a trusted page is ever given to a stranger's.
  const declared = standInHeaders(route);
  const headers = corsUnsafeRequestHeaderNames(declared).length > 0 ? declared : undeclared;
  const inMode = (credentialsMode: CredentialsMode): ProbeRequest =>
    probeRequest(url, { method, headers, credentialsMode, held: true });
  planUnreadable(from, inMode, { detail: 'with request headers' });
}

/** Plans the errors: what answers one may know no list of origins at all, so a stranger says enough of it. */
function planHostileErrors(from: RouteFrom): void {
  const { target, route } = from;
  for (const error of route.errors) {
    const url = requestUrl(target, route, error);
    // No stranger sends them.
    if (isErrorByHeaders(target, route, error)) continue;
    planUnreadable(from, (mode) => hostileRequest(url, error.method, mode), {
      detail: error.name,
      error,
    });
  }
}

/** What tells a request from the route's own: a word for it, and whether the policy declares its method. */
interface Difference {
  readonly detail?: string;
  readonly isDeclared?: boolean;
  /** The error that the policy declares of the request. */
  readonly error?: ErrorRequest;
  /** The request without credentials by which everybody reads it, if it is planned. */
  readonly base?: Base | null;
  /** The credentials modes in which it is asked for: without credentials first. */
  readonly modes?: OtherWay['modes'];
}

/**
 * Plans the request in each credentials mode, but without credentials where the route is everybody's.
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
  from: RouteFrom,
  inMode: (mode: CredentialsMode) => ProbeRequest,
  {
    detail = '',
    isDeclared = true,
    error,
    base: everybodys = null,
    modes: [without, withCredentials] = ['omit', 'include'],
  }: Difference = {},
): void {
  const { plan, origin, route } = from;
  const omit = inMode(without);
  const include = withCredentials === undefined ? null : inMode(withCredentials);
  const expected = (request: ProbeRequest, base: Base | null = null): Expectation<'unreadable'> => ({
    ...unreadable(from, request, base),
    isDeclared,
    ...(error === undefined ? {} : { isOwn: false, declared: [error.status] }),
  });
  if (route.public) {
    if (include === null) return;
    const isSame = everybodys !== null && isSameButForMode(everybodys.request, include);
    plan.check(origin, include, expected(include, isSame ? everybodys : null), detail);
    return;
  }
  const check = plan.check(origin, omit, expected(omit), detail);
  if (include === null) return;
  const base = isSameButForMode(omit, include) ? { request: omit, check, isEverybodys: false } : null;
  plan.check(origin, include, expected(include, base), detail);
}

/** The same request without credentials, and its check. */
interface Base {
  readonly request: ProbeRequest;
  readonly check: string;
  /** Whether the policy lets every page read it, so that nothing more is learnt from asking for it with credentials. */
  readonly isEverybodys: boolean;
}

/** Reports whether an API cannot tell the requests apart: what else differs, such as a header, it may answer otherwise. */
const isSameButForMode = (omit: ProbeRequest, include: ProbeRequest): boolean =>
  JSON.stringify(omit) === JSON.stringify({ ...include, credentialsMode: omit.credentialsMode });

function unreadable(
  { plan, origin, route }: RouteFrom,
  request: ProbeRequest,
  base: Base | null = null,
): Expectation<'unreadable'> {
  const { under = [] } = origin;
  const spared = (page: string, { request: omit, isEverybodys }: Base) => ({
    unlessRefused: plan.probe(page, omit),
    orRefusable: isEverybodys,
  });
  const probeFrom = (page: string): string =>
    plan.probe(page, request, base === null ? {} : spared(page, base));
  return {
    check: 'unreadable',
    probe: probeFrom(origin.origin),
    control: probeFrom(untrustedOrigin),
    // What other pages are asked anyway; a page that is not asked the same shows no mistake.
    under: under.map(({ diagnosis, shownBy, unless }) => ({
      diagnosis,
      shownBy: shownBy.map((page) => probeKey(page, request)),
      unless: unless === null ? null : probeKey(unless, request),
    })),
    public: route.public,
    isDeclared: true,
    isOwn: true,
    declared: route.status ?? [],
    from: base?.check ?? null,
  };
}
