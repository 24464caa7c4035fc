import type { HeaderList } from '../../src/model.ts';

/** A request that a page makes, and what the API answers. */
export interface ToolRequest {
  readonly id: string;
  /** A few words for the head of its column. */
  readonly title: string;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: string | null;
  readonly credentials: 'omit' | 'include';
  /** What is answered to OPTIONS; `null`: 404 without CORS headers. */
  readonly preflight: HeaderList | null;
  readonly status: number;
  readonly answer: HeaderList;
}

/** `{origin}` stands for the request's own. */
const origin = ['Access-Control-Allow-Origin', '{origin}'] as const;
const json = ['Content-Type', 'application/json'] as const;
const token = ['Authorization', 'Bearer made-up'] as const;
const plain = {
  method: 'GET',
  headers: [],
  body: null,
  credentials: 'omit',
  preflight: null,
  status: 200,
} as const;

export const toolRequests: readonly ToolRequest[] = [
  { ...plain, id: 'get', title: 'GET', answer: [origin] },
  { ...plain, id: 'get-silent', title: 'GET, no CORS headers', answer: [] },
  {
    ...plain,
    id: 'token',
    title: 'GET with Authorization',
    headers: [token],
    preflight: [origin, ['Access-Control-Allow-Headers', 'authorization']],
    answer: [origin],
  },
  {
    ...plain,
    id: 'token-unanswered',
    title: 'the same, OPTIONS is 404',
    headers: [token],
    answer: [origin],
  },
  {
    ...plain,
    id: 'put',
    title: 'PUT of JSON',
    method: 'PUT',
    headers: [json],
    body: '{}',
    preflight: [
      origin,
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'content-type'],
    ],
    answer: [origin],
  },
  {
    ...plain,
    id: 'put-no-method',
    title: 'the same, PUT is not on the list',
    method: 'PUT',
    headers: [json],
    body: '{}',
    preflight: [origin, ['Access-Control-Allow-Headers', 'content-type']],
    answer: [origin],
  },
  {
    ...plain,
    id: 'post-text',
    title: 'POST of text/plain',
    method: 'POST',
    headers: [['Content-Type', 'text/plain']],
    body: 'x',
    answer: [origin],
  },
  {
    ...plain,
    id: 'post-json',
    title: 'POST of JSON',
    method: 'POST',
    headers: [json],
    body: '{}',
    preflight: [origin, ['Access-Control-Allow-Headers', 'content-type']],
    answer: [origin],
  },
  {
    ...plain,
    id: 'delete-silent',
    title: 'DELETE, granted, its answer without CORS headers',
    method: 'DELETE',
    preflight: [origin, ['Access-Control-Allow-Methods', 'DELETE']],
    answer: [],
  },
  {
    ...plain,
    id: 'cookies-any',
    title: 'GET with credentials, answered "*"',
    credentials: 'include',
    answer: [['Access-Control-Allow-Origin', '*']],
  },
  {
    ...plain,
    id: 'unexposed',
    title: 'a response header that is not exposed',
    answer: [origin, ['X-Total-Count', '5']],
  },
  {
    ...plain,
    id: 'redirect',
    title: 'a redirect without CORS headers',
    status: 302,
    answer: [['Location', '/get']],
  },
];
