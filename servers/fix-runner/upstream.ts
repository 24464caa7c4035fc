import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { SecureContext } from 'node:tls';

/** One request as the upstream saw it. Header names are lower-case. */
export interface Seen {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface UpstreamOptions {
  /** `none`: no CORS header. `any`: `Access-Control-Allow-Origin: *` on everything, as third parties do. */
  readonly cors: 'none' | 'any';
  /** For an upstream that speaks TLS, and only with a client that names `localhost` in its handshake. */
  readonly tls?: SecureContext;
}

/** An API that a proxy stands in front of, with the routes every fix offers, and one that it does not answer, `/cut`. Loopback, port 0. */
export interface Upstream {
  readonly origin: string;
  readonly port: number;
  /** Every request since the start or the last call of `takeSeen`, in order. */
  readonly takeSeen: () => readonly Seen[];
  readonly stop: () => Promise<void>;
}

/** Starts it and resolves once it listens. */
export async function startUpstream(options: UpstreamOptions): Promise<Upstream> {
  let seen: Seen[] = [];
  const listener: RequestListener = (request, response) => {
    seen.push(seenOf(request));
    // Whoever is in front then answers by itself.
    if (request.url === '/cut') {
      request.socket.destroy();
      return;
    }
    if (options.cors === 'any') {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    }
    const { status, headers, body } = answer(request);
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
  };
  const { tls } = options;
  const server =
    tls === undefined
      ? createServer(listener)
      : // Without a certificate of its own, it has none to show to a client that names no server.
        createTlsServer(
          { SNICallback: (name, done) => done(null, name === 'localhost' ? tls : undefined) },
          listener,
        );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    origin: tls === undefined ? `http://127.0.0.1:${address.port}` : `https://localhost:${address.port}`,
    port: address.port,
    takeSeen: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What a path answers; the body is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function answer(request: IncomingMessage): Answer {
  const path = (request.url ?? '').split('?')[0];
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (path === '/items' && method === 'GET') {
    return { status: 200, headers: { 'X-Total-Count': '2' }, body: [{ id: 1 }, { id: 2 }] };
  }
  if (path === '/items/1' && (method === 'PUT' || method === 'DELETE'))
    return { status: 200, body: { id: 1 } };
  if (path === '/boom' && method === 'GET') return { status: 500, body: { error: 'an uncaught exception' } };
  if ((path === '/items' || path === '/items/1') && method === 'OPTIONS') {
    return { status: 204, headers: { Allow: 'GET, HEAD, PUT, DELETE, OPTIONS' }, body: null };
  }
  return { status: 404, body: { error: 'not found' } };
}

export function seenOf(request: IncomingMessage): Seen {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return { method: request.method ?? '', path: request.url ?? '', headers: Object.fromEntries(headers) };
}
