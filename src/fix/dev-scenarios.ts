import type { HeaderList } from '../model.ts';

/** One request that a page of the dev server makes to its own origin. */
export interface DevScenario {
  /** What the page asks for first, if anything: to be given a cookie. */
  readonly before: string | null;
  readonly path: string;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: string | null;
  /** `any`: the dev server's own business. */
  readonly status: number | 'any';
  /** Method and path of every request that reaches the API, in order: no CORS-preflight request is among them. */
  readonly reaches: readonly string[];
}

const get = { before: null, method: 'GET', headers: [], body: null, status: 200 } as const;
const json = [
  ['content-type', 'application/json'],
  ['x-request-id', '1'],
] as const;

/** What works for a page whose dev server stands in front of the API; the WebSocket comes apart from these. */
export const devScenarios = {
  'own page': { ...get, path: '/', reaches: [] },
  'look-alike path': { ...get, path: '/apiary', status: 'any', reaches: [] },
  GET: { ...get, path: '/api/items?page=1', reaches: ['GET /api/items?page=1'] },
  'PUT with JSON': {
    ...get,
    path: '/api/items/1',
    method: 'PUT',
    headers: json,
    body: '{"name":"one"}',
    reaches: ['PUT /api/items/1'],
  },
  DELETE: { ...get, path: '/api/items/1', method: 'DELETE', reaches: ['DELETE /api/items/1'] },
  '404 answer': { ...get, path: '/api/nowhere', status: 404, reaches: ['GET /api/nowhere'] },
  '500 answer': { ...get, path: '/api/boom', status: 500, reaches: ['GET /api/boom'] },
  cookies: {
    ...get,
    before: '/api/login',
    path: '/api/session',
    reaches: ['GET /api/login', 'GET /api/session'],
  },
  'encoded slash': { ...get, path: '/api/items/a%2Fb', reaches: ['GET /api/items/a%2Fb'] },
  'trailing slash': { ...get, path: '/api/slashed/', reaches: ['GET /api/slashed/'] },
  'relative redirect': {
    ...get,
    path: '/api/moved',
    reaches: ['GET /api/moved', 'GET /api/items'],
  },
  /** The API redirects to its own absolute address, as it knows it. */
  'absolute redirect': {
    ...get,
    path: '/api/moved-absolutely',
    reaches: ['GET /api/moved-absolutely', 'GET /api/items'],
  },
  /** The API answers 403 if the request's Origin is not the origin in its Host. */
  'Origin check': { ...get, path: '/api/checked', method: 'POST', reaches: ['POST /api/checked'] },
} as const satisfies Record<string, DevScenario>;

export type DevScenarioId = keyof typeof devScenarios | 'WebSocket';
