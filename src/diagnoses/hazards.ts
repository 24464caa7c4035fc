import { fetchStandard, type Definition } from './definition.ts';

const caches = `${fetchStandard}#cors-protocol-and-http-caches`;
const hazardous = { kind: 'hazard', owner: 'back end' } as const;

/** What works in this exchange and breaks in another: behind a cache, for a second origin, in another engine. */
export const hazards = {
  'vary-origin-missing': {
    ...hazardous,
    severity: 'medium',
    spec: caches,
    seen: 'The answer to {method} {url} depends on the Origin header, but Vary: Origin is missing from {names}.',
    why: 'A cache can hand one origin the copy that was made for another, or for none, and the browser then refuses it.',
    remedy:
      'Send Vary: Origin on every response of this path: to trusted, untrusted and absent origins alike.',
  },
  'vary-overwritten': {
    ...hazardous,
    severity: 'low',
    spec: 'https://www.rfc-editor.org/rfc/rfc9110#field.vary',
    seen: 'The answer to {method} {url} says Vary: {value} for a trusted origin, but Vary: {names} for a request without Origin: what adds the CORS headers replaces the Vary of the handler.',
    why: 'To a cache the two answers then differ by Origin alone, and it can hand a page what was made for another value of {names}.',
    remedy: 'Have the CORS layer append Origin to the Vary that is there, and not set a Vary of its own.',
  },
  'preflight-vary-origin-missing': {
    ...hazardous,
    severity: 'low',
    spec: caches,
    seen: 'The CORS-preflight response for {url} depends on the Origin header, but Vary: Origin is missing from {names}.',
    why: 'A shared cache that is set up to store OPTIONS hands one origin the answer that was made for another.',
    remedy: 'Send Vary: Origin on the CORS-preflight response as well.',
  },
  'preflight-cache-shorter': {
    ...hazardous,
    severity: 'low',
    spec: `${fetchStandard}#http-access-control-max-age`,
    seen: 'The CORS-preflight response for {url} may be cached for {value}, less than the policy declares.',
    why: 'Each client sends more CORS-preflight requests than was planned for, and waits for each.',
    remedy: 'Send Access-Control-Max-Age with the declared number of seconds.',
  },
  'preflight-cache-longer': {
    ...hazardous,
    severity: 'low',
    spec: `${fetchStandard}#http-access-control-max-age`,
    seen: 'The CORS-preflight response for {url} may be cached for {value}, more than the policy declares.',
    why: 'A stricter policy takes that much longer to reach every client.',
    remedy: 'Send Access-Control-Max-Age with the declared number of seconds.',
  },
  'max-age-malformed': {
    ...hazardous,
    severity: 'low',
    spec: `${fetchStandard}#http-access-control-max-age`,
    seen: 'Access-Control-Max-Age on the CORS-preflight response for {url} is not a number of seconds: {value}.',
    why: 'Engines disagree: some cache for the default of 5 s, others not at all.',
    remedy: 'Send one header line with digits alone.',
  },
  'resource-redirect': {
    ...hazardous,
    severity: 'low',
    spec: `${fetchStandard}#http-redirect-fetch`,
    seen: '{method} {url} is answered with a redirect, status {status}, to {value}.',
    why: "Each hop needs its own CORS headers, a hop to another origin turns the request's origin into null, and a CORS-preflight request cannot follow it.",
    remedy:
      'Answer at {url} itself; where the redirect has to stay, declare the final URL in the policy and have clients call that one.',
  },
  'response-header-undeclared-exposed': {
    ...hazardous,
    severity: 'low',
    spec: `${fetchStandard}#cors-exposed-header-name-list`,
    seen: 'The response to {method} {url} exposes {names} to {origin}, which the policy does not declare.',
    why: 'A client can come to depend on a header that nobody promised, or learn something that it should not.',
    remedy: 'List only the declared names in Access-Control-Expose-Headers, or declare them.',
  },
  'authorization-by-wildcard': {
    ...hazardous,
    severity: 'medium',
    spec: `${fetchStandard}#cors-non-wildcard-request-header-name`,
    seen: 'The CORS-preflight response for {url} allows Authorization by "*" alone.',
    why: 'The standard never lets "*" cover Authorization; this engine tolerates it with a warning, others refuse.',
    remedy: 'List Authorization by name in Access-Control-Allow-Headers.',
  },
  'cross-site-post-with-session': {
    ...hazardous,
    severity: 'medium',
    spec: 'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-samesite-cookies',
    seen: 'A form of any site can send {method} {url} with the cookie {names} of the session, which is set by "{value}": the request needs no CORS-preflight request. It was not sent.',
    why: 'CORS keeps a page from reading the answer, and not from sending such a request: the API may have done what it asks for before any CORS header counts.',
    remedy:
      'Demand what no form of another site can send: a CSRF token, a request header of its own or Content-Type: application/json; or refuse the request where Sec-Fetch-Site is cross-site. If page and API are of one site, set the cookie with SameSite=Lax.',
  },
} as const satisfies Record<string, Definition & { readonly kind: 'hazard' }>;

/** What the browser hides from a page that may read the rest. */
export const concealments = {
  'response-header-not-exposed': {
    kind: 'concealment',
    severity: 'medium',
    owner: 'back end',
    spec: `${fetchStandard}#cors-exposed-header-name-list`,
    seen: 'A page at {origin} reads {method} {url}, but not its response header {names}.',
    why: 'The CORS filtered response holds only the CORS-safelisted and the exposed response-header names, so response.headers.get() gives null.',
    remedy:
      'Add {names} to Access-Control-Expose-Headers on the actual response; "*" does not count with credentials.',
  },
} as const satisfies Record<string, Definition & { readonly kind: 'concealment' }>;
