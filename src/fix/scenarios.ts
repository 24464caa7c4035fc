import type { CredentialsMode, HeaderList } from '../model.ts';

/** One request that a page makes of an API's fix, and what the page must be able to read. */
export interface Scenario {
  readonly path: string;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: string | null;
  readonly credentialsMode: CredentialsMode;
  readonly status: number;
  /** Response headers that the page's script must see, beyond the CORS-safelisted ones. */
  readonly readable: HeaderList;
}

const plain = {
  method: 'GET',
  headers: [],
  body: null,
  credentialsMode: 'omit',
  status: 200,
  readable: [],
} as const;

/** What a browser must accept from a trusted origin, and must refuse to share with an untrusted one. */
export const scenarios = {
  'simple GET': { ...plain, path: '/items' },
  'credentialed GET': { ...plain, path: '/items', credentialsMode: 'include' },
  'PUT with JSON': {
    ...plain,
    path: '/items/1',
    method: 'PUT',
    headers: [['content-type', 'application/json']],
    body: '{"name":"one"}',
    credentialsMode: 'include',
  },
  DELETE: { ...plain, path: '/items/1', method: 'DELETE', credentialsMode: 'include' },
  'custom request header': { ...plain, path: '/items', headers: [['x-request-id', '1']] },
  'Authorization header': {
    ...plain,
    path: '/items',
    headers: [['authorization', 'Bearer example']],
    credentialsMode: 'include',
  },
  'exposed header': {
    ...plain,
    path: '/items',
    credentialsMode: 'include',
    readable: [['x-total-count', '2']],
  },
  HEAD: { ...plain, path: '/items', method: 'HEAD' },
  '404 answer': { ...plain, path: '/nowhere', credentialsMode: 'include', status: 404 },
  '500 answer': { ...plain, path: '/boom', credentialsMode: 'include', status: 500 },
  'preflight of an unknown route': {
    ...plain,
    path: '/nowhere',
    method: 'DELETE',
    credentialsMode: 'include',
    status: 404,
  },
} as const satisfies Record<string, Scenario>;

/** What an API does not answer, so that whoever is in front of it does by itself. */
export const unanswered: Scenario = { ...plain, path: '/cut', credentialsMode: 'include', status: 502 };

export type ScenarioId = keyof typeof scenarios;
