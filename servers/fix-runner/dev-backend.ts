import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import { seenOf, type Answer, type Seen, type Upstream } from './upstream.ts';

/**
 * Starts the API behind a dev server, below `/api`, without any CORS header: `devScenarios` says what it answers. A
 * WebSocket at `/api/socket` sends one text, the JSON of what its handshake looked like, and stays open.
 */
export async function startDevBackend(): Promise<Upstream> {
  let seen: Seen[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    seen.push(seenOf(request));
    const { status, headers, body } = answer(request, origin);
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const handshake = seenOf(request);
    seen.push(handshake);
    greet(request, socket, JSON.stringify({ path: handshake.path, host: handshake.headers['host'] ?? '' }));
  });
  const port = await listenOnLoopback(server);
  origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    takeSeen: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    stop: async () => {
      // The server knows nothing of them any more.
      for (const socket of sockets) socket.destroy();
      await closeServer(server);
    },
  };
}

function answer(request: IncomingMessage, origin: string): Answer {
  const { pathname } = new URL(request.url ?? '/', origin);
  switch (`${request.method} ${pathname}`) {
    case 'GET /api/items':
    case 'GET /api/items/a%2Fb':
    case 'PUT /api/items/1':
    case 'DELETE /api/items/1':
    case 'GET /api/slashed/':
      return { status: 200, body: { id: 1 } };
    case 'GET /api/slashed':
      return { status: 301, headers: { Location: '/api/slashed/' }, body: null };
    case 'GET /api/boom':
      return { status: 500, body: { error: 'an uncaught exception' } };
    case 'GET /api/login':
      return {
        status: 200,
        headers: { 'Set-Cookie': 'session=1; Path=/; HttpOnly; SameSite=Lax' },
        body: null,
      };
    case 'GET /api/session':
      return { status: request.headers.cookie?.includes('session=1') === true ? 200 : 401, body: null };
    case 'GET /api/moved':
      return { status: 302, headers: { Location: '/api/items' }, body: null };
    case 'GET /api/moved-absolutely':
      return { status: 302, headers: { Location: `${origin}/api/items` }, body: null };
    case 'POST /api/checked':
      return { status: request.headers.origin === `http://${request.headers.host}` ? 200 : 403, body: null };
    default:
      return { status: 404, body: { error: 'not found' } };
  }
}

/** Accepts the handshake and sends `text` in one frame. https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 */
function greet(request: IncomingMessage, socket: Duplex, text: string): void {
  const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  socket.on('error', () => socket.destroy());
  if (request.url !== '/api/socket') {
    socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    return;
  }
  const accept = createHash('sha1').update(key).digest('base64');
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const payload = Buffer.from(text);
  if (payload.length > 125) throw new Error('The greeting does not fit into a short frame.');
  socket.write(Buffer.concat([Buffer.from([0x81, payload.length]), payload]));
}
