import { connect, type Socket } from 'node:net';
import { EngineError, within } from '../../browser/deadline.ts';
import { PacketReader, writePacket, type Packet } from './rdp-packets.ts';

const answerTimeoutMs = 5_000;

interface Waiting {
  readonly actor: string;
  readonly resolve: (packet: Packet) => void;
  readonly reject: (error: Error) => void;
}

/** A connection to Firefox's DevTools debugger server. Whatever the server sends, nothing waits for ever. */
export class RdpConnection {
  /** Called with each packet that answers no request. */
  onEvent: (packet: Packet) => void = () => undefined;
  readonly #socket: Socket;
  #waiting: Waiting[] = [];
  #failure: EngineError | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const reader = new PacketReader();
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const packet of reader.push(chunk)) this.#take(packet);
      } catch (error) {
        this.#fail(error instanceof Error ? error.message : String(error));
        socket.destroy();
      }
    });
    socket.on('error', (error) => this.#fail(error.message));
    socket.on('close', () => this.#fail('The debugger server closed the connection.'));
  }

  /**
   * Connects to the server at `address`, a port on loopback or the path of a socket, and takes its greeting.
   * Tries again while nothing listens there yet; what listens and does not greet is not the debugger server.
   */
  static async open(address: number | string, timeoutMs: number): Promise<RdpConnection> {
    const deadline = Date.now() + timeoutMs;
    const connection = new RdpConnection(await listening(address, deadline));
    try {
      await within(connection.#answerOf('root'), leftMs(deadline), 'The debugger server did not greet');
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Sends a request to an actor. Rejects with an `EngineError` if it answers with an error, or not in time. */
  async request(to: string, type: string, rest: object = {}): Promise<Packet> {
    if (this.#failure !== null) throw this.#failure;
    const answer = this.#answerOf(to);
    this.#socket.write(writePacket({ to, type, ...rest }));
    const packet = await within(answer, answerTimeoutMs, `Firefox did not answer "${type}"`).catch(
      (error: Error) => {
        // An answer that came after all would be taken for that of the next request.
        this.#fail(error.message);
        throw error;
      },
    );
    if (packet['error'] !== undefined) {
      throw new EngineError(
        `Firefox answered "${type}" with ${String(packet['error'])}: ${String(packet['message'])}`,
      );
    }
    return packet;
  }

  close(): void {
    this.#socket.destroy();
  }

  #answerOf(actor: string): Promise<Packet> {
    return new Promise((resolve, reject) => this.#waiting.push({ actor, resolve, reject }));
  }

  /** Answers have no type and come in the order of the requests to their actor; events have one. */
  #take(packet: Packet): void {
    const index = this.#waiting.findIndex(({ actor }) => actor === packet.from);
    const waiting = this.#waiting[index];
    if (packet.type !== undefined || waiting === undefined) {
      this.onEvent(packet);
      return;
    }
    this.#waiting.splice(index, 1);
    waiting.resolve(packet);
  }

  #fail(reason: string): void {
    this.#failure ??= new EngineError(`The connection to Firefox's debugger server is lost: ${reason}`);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

const leftMs = (deadline: number): number => Math.max(1, deadline - Date.now());

/** Resolves to a socket to what listens at `address`, as soon as something does. Rejects after `deadline`. */
async function listening(address: number | string, deadline: number): Promise<Socket> {
  for (;;) {
    try {
      return await connected(address, leftMs(deadline));
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      // Nothing announces that the debugger server listens; this is the pause between two looks.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function connected(address: number | string, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      typeof address === 'string' ? { path: address } : { host: '127.0.0.1', port: address },
    );
    const late = (): void => void socket.destroy(new Error('no connection'));
    const timer = setTimeout(late, timeoutMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}
