import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { makeCertificate } from '../certificates.ts';
import { listenOnLoopback } from '../loopback.ts';

/** A way in which a server fails before CORS is asked about. */
export type Breakage = 'reset' | 'hang' | 'endless' | 'huge-headers' | 'garbage' | 'self-signed' | 'down';

/** A server that fails in one way, on 127.0.0.1. */
export class BrokenServer {
  readonly origin: string;
  readonly #server: Server | null;
  readonly #sockets: Set<Socket>;

  private constructor(origin: string, server: Server | null, sockets: Set<Socket>) {
    this.origin = origin;
    this.#server = server;
    this.#sockets = sockets;
  }

  static async start(breakage: Breakage): Promise<BrokenServer> {
    const sockets = new Set<Socket>();
    const onConnection = (socket: Socket): void => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // The other side may be gone before all is written; that is part of the point.
      socket.on('error', () => socket.destroy());
      socket.on('data', () => answer(breakage, socket));
    };
    const server =
      breakage === 'self-signed'
        ? createTlsServer(await makeCertificate(['127.0.0.1']), onConnection)
        : createServer(onConnection);
    const port = await listenOnLoopback(server);
    const origin = `${breakage === 'self-signed' ? 'https' : 'http'}://127.0.0.1:${port}`;
    if (breakage !== 'down') return new BrokenServer(origin, server, sockets);
    await new Promise((resolve) => server.close(resolve));
    return new BrokenServer(origin, null, sockets);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) =>
      this.#server === null ? resolve() : this.#server.close(() => resolve()),
    );
  }
}

const cors = 'Access-Control-Allow-Origin: *\r\n';

function answer(breakage: Breakage, socket: Socket): void {
  switch (breakage) {
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'hang':
    case 'down':
      return;
    case 'endless':
      socket.write(`HTTP/1.1 200 OK\r\n${cors}Transfer-Encoding: chunked\r\n\r\n`);
      writeForEver(socket);
      return;
    case 'huge-headers':
      socket.write(`HTTP/1.1 200 OK\r\n${cors}`);
      for (let line = 0; line < 10_000; line += 1) socket.write(`X-Line-${line}: ${'x'.repeat(1_024)}\r\n`);
      socket.end('\r\n');
      return;
    case 'garbage':
      socket.end('\u0000\u0001 this is not HTTP\r\n\r\n');
      return;
    case 'self-signed':
      socket.end(`HTTP/1.1 200 OK\r\n${cors}Content-Length: 0\r\n\r\n`);
      return;
    default:
      breakage satisfies never;
  }
}

/** Writes as fast as the other side reads. */
function writeForEver(socket: Socket): void {
  const chunk = `400\r\n${'x'.repeat(0x400)}\r\n`;
  const write = (): void => {
    while (socket.writable && socket.write(chunk));
    if (socket.writable) socket.once('drain', write);
  };
  write();
}
