import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** What a CORS layer grants. */
export interface Granted {
  readonly origins: readonly string[];
  readonly methods?: string;
  readonly headers?: string;
}

/** Adds what a CORS layer adds that is in order, and returns whether the page is on its list. */
export function grant(
  { origins, methods = 'GET', headers = 'authorization' }: Granted,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  if (isPreflight(request)) {
    response.setHeader('Access-Control-Allow-Methods', methods);
    response.setHeader('Access-Control-Allow-Headers', headers);
  }
  return true;
}

/** Makes an API whose CORS layer answers OPTIONS by itself, and whose other requests go on to the handler of their path. */
export const api =
  (
    granted: Granted,
    handlers: Readonly<Record<string, Answer>>,
    always: Readonly<Record<string, string>> = {},
  ): RequestListener =>
  (request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    grant(granted, request, response);
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else (handlers[pathOf(request)] ?? answer(404, {}))(request, response);
  };

/** Makes a handler that adds these lines, and answers. */
export const answer =
  (status: number, headers: Readonly<Record<string, string>>, body = '{}'): Answer =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  };

/** Makes what answers in place of the API: none of the lines that were set before stays. */
export const inPlace =
  (status: number, headers: Readonly<Record<string, string>>, body = ''): Answer =>
  (_, response) => {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.writeHead(status, headers).end(body);
  };

export const pathOf = ({ url = '' }: IncomingMessage): string => url.replace(/\?.*/, '');
