import { createServer, type Server, type Socket } from 'node:net';
import { closeServer, listenOnLoopback } from '../loopback.ts';

/** What the client is told of the connection that it asked for. https://www.rfc-editor.org/rfc/rfc1928#section-6 */
export type SocksReply = 'succeeded' | 'not-allowed' | 'host-unreachable' | 'connection-refused';

const replyCodes = {
  succeeded: 0,
  'not-allowed': 2,
  'host-unreachable': 4,
  'connection-refused': 5,
} as const satisfies Record<SocksReply, number>;

export interface SocksRequest {
  readonly socket: Socket;
  /** As in a URL: IPv6 addresses in brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Answers the client; anything but `succeeded` ends the connection. */
  reply(reply: SocksReply): void;
}

/**
 * A SOCKS5 server on loopback, for one browser. Unlike an HTTP proxy it is handed plain http connections as
 * they are, so that what the browser writes is what the target reads.
 *
 * https://www.rfc-editor.org/rfc/rfc1928
 */
export class SocksServer {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets: ReadonlySet<Socket>;

  private constructor(server: Server, port: number, sockets: ReadonlySet<Socket>) {
    this.#server = server;
    this.port = port;
    this.#sockets = sockets;
  }

  static async start(onRequest: (request: SocksRequest) => void): Promise<SocksServer> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A browser that goes away is no concern of ours.
      socket.on('error', () => socket.destroy());
      socket.setNoDelay(true);
      negotiate(socket, onRequest);
    });
    return new SocksServer(server, await listenOnLoopback(server), sockets);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await closeServer(this.#server);
  }
}

function negotiate(socket: Socket, onRequest: (request: SocksRequest) => void): void {
  let received = Buffer.alloc(0);
  let greeted = false;
  const onData = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    if (!greeted) {
      const length = 2 + (received[1] ?? Number.POSITIVE_INFINITY);
      if (received.length < length) return;
      greeted = true;
      received = received.subarray(length);
      socket.write(Buffer.from([5, 0]));
    }
    const destination = destinationOf(received);
    if (destination === null) return;
    socket.off('data', onData);
    socket.pause();
    const { hostname, port, rest } = destination;
    if (rest.length > 0) socket.unshift(rest);
    onRequest({
      socket,
      hostname,
      port,
      reply: (reply) => {
        const answer = Buffer.from([5, replyCodes[reply], 0, 1, 0, 0, 0, 0, 0, 0]);
        if (reply === 'succeeded') socket.write(answer);
        else socket.end(answer);
      },
    });
  };
  socket.on('data', onData);
}

function destinationOf(bytes: Buffer): { hostname: string; port: number; rest: Buffer } | null {
  const [, , , type, first] = bytes;
  if (type === undefined || first === undefined) return null;
  const [start, length] = type === 1 ? [4, 4] : type === 4 ? [4, 16] : [5, first];
  const end = start + length;
  if (bytes.length < end + 2) return null;
  const address = bytes.subarray(start, end);
  const hostname =
    type === 1
      ? [...address].join('.')
      : type === 4
        ? ipv6(address)
        : address.toString('latin1').toLowerCase();
  return { hostname, port: bytes.readUInt16BE(end), rest: bytes.subarray(end + 2) };
}

function ipv6(address: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => address.readUInt16BE(index * 2).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname;
}
