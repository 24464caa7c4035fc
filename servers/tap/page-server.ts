import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { HeaderList } from '../../src/model.ts';
import { controlPath, type JobDesk } from './job-desk.ts';

/** A page of ours whose origin is opaque, whatever host it was loaded from. */
export const opaquePath = '/opaque';

const emptyPage =
  '<!doctype html><meta charset="utf-8"><title>cors-conformance</title><link rel="icon" href="data:,">';

/** Where a page finds out that a browser keeps what CORS-preflight responses grant. */
export const warmUpPath = '/cors-conformance-warm-up';

/** Answers for every page origin of one tap. Listens on nothing: connections are handed to it. */
export class PageServer {
  /** Response headers of the next pages. */
  headers: HeaderList = [];
  readonly #server: Server;

  // With a `desk`, the pages ask it for work.
  constructor(desk: JobDesk | null) {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '/';
      if (path.startsWith(warmUpPath)) answerWarmUp(request, response);
      else if (desk !== null && path.startsWith(controlPath)) desk.answer(request, response);
      else {
        response.writeHead(200, Object.fromEntries(pageHeaders(path, this.headers)));
        response.end(desk === null ? emptyPage : emptyPage + desk.script);
      }
    });
  }

  /** Serves the connection, from which TLS has been taken off. */
  serve(connection: Duplex): void {
    this.#server.emit('connection', connection);
  }
}

function pageHeaders(path: string, headers: HeaderList): HeaderList {
  return [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    // A sandboxed document without allow-same-origin has an opaque origin, so its requests say `Origin: null`.
    ...(path === opaquePath ? [['Content-Security-Policy', 'sandbox allow-scripts'] as const] : []),
    ...headers,
  ];
}

function answerWarmUp(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'PUT',
    'Access-Control-Max-Age': '60',
    'Cache-Control': 'no-store',
    'X-Cors-Conformance-Method': request.method ?? '',
  });
  response.end();
}
