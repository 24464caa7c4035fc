import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { closeServer, listenOnLoopback } from '../loopback.ts';

/**
 * One address that leads to one server after another. Bytes pass unchanged. A page that may reach this address
 * reaches each server in turn, so that the many origins it has been at need not be visited anew for each.
 */
export class Relay {
  readonly origin: string;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  readonly #way: { port: number | null };

  private constructor(origin: string, server: Server, sockets: Set<Socket>, way: { port: number | null }) {
    this.origin = origin;
    this.#server = server;
    this.#sockets = sockets;
    this.#way = way;
  }

  static async start(): Promise<Relay> {
    const sockets = new Set<Socket>();
    const way: { port: number | null } = { port: null };
    const server = createServer((near) => {
      if (way.port === null) {
        near.destroy();
        return;
      }
      const far = connect(way.port, '127.0.0.1');
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      }
      // What ends one end ends the other, as it would without a relay.
      pipeline(near, far, near, () => undefined);
    });
    return new Relay(`http://127.0.0.1:${await listenOnLoopback(server)}`, server, sockets, way);
  }

  /** Leads to the server at `origin`, which is on 127.0.0.1, from now on. */
  leadTo(origin: string): void {
    this.#way.port = Number(new URL(origin).port);
  }

  /** Closes every connection, so that the server can end, and refuses others until it leads somewhere again. */
  leadNowhere(): void {
    this.#way.port = null;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.leadNowhere();
    await closeServer(this.#server);
  }
}
