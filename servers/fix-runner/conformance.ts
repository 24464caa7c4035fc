import type { FixValues } from '../../src/fix/fix.ts';

/** What every fix is filled with when it is judged; the pages' own origins are put in front. */
export const testValues = {
  methods: ['GET', 'HEAD', 'PUT', 'DELETE'],
  requestHeaders: ['authorization', 'content-type', 'x-request-id'],
  exposedHeaders: ['x-total-count'],
  maxAgeSeconds: 600,
  credentials: true,
} as const satisfies Partial<FixValues>;

/** Who asks: a header `Origin` with the first or second trusted origin, another one, `null`, or none. */
export type Asker = 'trusted' | 'second trusted' | 'untrusted' | 'opaque' | 'absent';

/** One raw request, and what its answer's header list must hold. */
export interface Expectation {
  readonly method: string;
  readonly path: string;
  readonly asker: Asker;
  /** Its `Access-Control-Request-Method` and `-Headers`; `null` for an actual request. */
  readonly preflight: { readonly method: string; readonly headers: string | null } | null;
  /** `ok`: 200 to 299. `plain OPTIONS`: what the manifest says. `any`: of no concern. */
  readonly status: number | 'ok' | 'plain OPTIONS' | 'any';
  /**
   * `granted`: `Access-Control-Allow-Origin` with the asker's origin, once; credentials `true`; on a
   * preflight the methods and headers asked for are listed and max-age is the policy's; otherwise the exposed
   * names are listed. `none`: no header whose name begins with `Access-Control-`. `any`: either.
   */
  readonly cors: 'granted' | 'none' | 'any';
}

const actual = (method: string, path: string, asker: Asker, status: Expectation['status']): Expectation => ({
  method,
  path,
  asker,
  preflight: null,
  status,
  cors: asker === 'trusted' || asker === 'second trusted' ? 'granted' : 'none',
});
const preflight = (method: string, path: string, asker: Asker, headers: string | null): Expectation => ({
  method: 'OPTIONS',
  path,
  asker,
  preflight: { method, headers },
  status: asker === 'trusted' || asker === 'second trusted' ? 'ok' : 'any',
  cors: asker === 'trusted' || asker === 'second trusted' ? 'granted' : 'none',
});

/**
 * What every API fix owes on the wire, by name. In addition each of these answers has `Vary` with `Origin`
 * in it, and no header of the CORS protocol twice.
 */
export const expectations = {
  'GET, trusted': actual('GET', '/items', 'trusted', 200),
  'GET, second trusted': actual('GET', '/items', 'second trusted', 200),
  'GET, untrusted': actual('GET', '/items', 'untrusted', 200),
  'GET, opaque': actual('GET', '/items', 'opaque', 200),
  'GET, no Origin': actual('GET', '/items', 'absent', 200),
  'HEAD, trusted': actual('HEAD', '/items', 'trusted', 200),
  'HEAD, no Origin': actual('HEAD', '/items', 'absent', 200),
  'PUT, trusted': actual('PUT', '/items/1', 'trusted', 200),
  'DELETE, trusted': actual('DELETE', '/items/1', 'trusted', 200),
  // Whether it is carried out is the API's own affair: only that no page of theirs may read it is CORS.
  'HEAD, untrusted': actual('HEAD', '/items', 'untrusted', 'any'),
  'PUT, untrusted': actual('PUT', '/items/1', 'untrusted', 'any'),
  'DELETE, untrusted': actual('DELETE', '/items/1', 'untrusted', 'any'),
  'plain OPTIONS, untrusted': actual('OPTIONS', '/items', 'untrusted', 'any'),
  '404, trusted': actual('GET', '/nowhere', 'trusted', 404),
  '404, untrusted': actual('GET', '/nowhere', 'untrusted', 404),
  '404, no Origin': actual('GET', '/nowhere', 'absent', 404),
  '500, trusted': actual('GET', '/boom', 'trusted', 500),
  '500, untrusted': actual('GET', '/boom', 'untrusted', 500),
  '500, no Origin': actual('GET', '/boom', 'absent', 500),
  'preflight of PUT, trusted': preflight('PUT', '/items/1', 'trusted', 'content-type'),
  'preflight of PUT, second trusted': preflight('PUT', '/items/1', 'second trusted', 'content-type'),
  'preflight of PUT, untrusted': preflight('PUT', '/items/1', 'untrusted', 'content-type'),
  'preflight of PUT, opaque': preflight('PUT', '/items/1', 'opaque', 'content-type'),
  'preflight of DELETE, trusted': preflight('DELETE', '/items/1', 'trusted', null),
  'preflight of GET with all headers, trusted': preflight(
    'GET',
    '/items',
    'trusted',
    'authorization,content-type,x-request-id',
  ),
  'preflight of an unknown route, trusted': preflight('DELETE', '/nowhere', 'trusted', null),
  'preflight of an unknown route, untrusted': preflight('DELETE', '/nowhere', 'untrusted', null),
  'plain OPTIONS, no Origin': actual('OPTIONS', '/items', 'absent', 'plain OPTIONS'),
  // A page that may not use the method OPTIONS never makes this request.
  'plain OPTIONS, trusted': { ...actual('OPTIONS', '/items', 'trusted', 'plain OPTIONS'), cors: 'any' },
} as const satisfies Record<string, Expectation>;
