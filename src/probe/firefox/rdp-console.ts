import { EngineError, within } from '../../browser/deadline.ts';
import { RdpConnection } from './rdp-connection.ts';
import type { Packet } from './rdp-packets.ts';

const keptEntries = 2_000;

/** A line of the browser console. */
export interface RdpEntry {
  /** Counts up from 1. */
  readonly number: number;
  readonly text: string;
  readonly category: string;
  readonly isError: boolean;
}

/** Reports whether an entry says of a request why CORS refused it, which it does with the request's URL. */
export const isCorsError = ({ isError, category }: RdpEntry): boolean =>
  isError && category.startsWith('CORS');

/**
 * Reports whether an entry can say why a request was refused. Errors do, and warnings of CORS; a warning of a script
 * of the wrong type says that it "was loaded", whatever came of it then.
 */
export const isOfRefusal = ({ isError, category }: RdpEntry): boolean =>
  isError || category.startsWith('CORS');

interface Deferred {
  readonly promise: Promise<Packet>;
  readonly resolve: (packet: Packet) => void;
}

/**
 * Firefox's browser console: the errors of every process with the category that pages are not told, such as
 * `CORSMissingAllowOrigin2`, and a way to run privileged script.
 */
export class RdpConsole {
  readonly #connection: RdpConnection;
  readonly #actor: string;
  #entries: RdpEntry[] = [];
  #count = 0;
  /** Whom to tell of the first entry that is waited for. */
  readonly #waiting = new Map<(entry: RdpEntry) => boolean, (entry: RdpEntry) => void>();
  readonly #results = new Map<string, Deferred>();
  /** Texts that have to be fetched hold up those behind them, so that marks stay in their place. */
  #order: Promise<void> = Promise.resolve();

  private constructor(connection: RdpConnection, actor: string) {
    this.#connection = connection;
    this.#actor = actor;
    connection.onEvent = (packet) => {
      if (packet.type === 'pageError') {
        this.#order = this.#order.then(() => this.#file(packet['pageError'])).catch(() => undefined);
      }
      const id = packet['resultID'];
      if (packet.type === 'evaluationResult' && typeof id === 'string') this.#result(id).resolve(packet);
    };
  }

  /** Connects to the debugger server at `address`, a port on loopback or the path of a socket. */
  static async open(address: number | string, timeoutMs: number): Promise<RdpConsole> {
    const connection = await RdpConnection.open(address, timeoutMs);
    try {
      const { processDescriptor } = await connection.request('root', 'getProcess', { id: 0 });
      const { process } = await connection.request(actorIn(processDescriptor, 'actor'), 'getTarget');
      const actor = actorIn(process, 'consoleActor');
      const console = new RdpConsole(connection, actor);
      await connection.request(actor, 'startListeners', { listeners: ['PageError'] });
      return console;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * Resolves with the first entry after the one numbered `after` that contains `text` and is one of those that
   * `accepts`; rejects if none comes.
   */
  async reached(
    text: string,
    after: number,
    timeoutMs: number,
    accepts: (entry: RdpEntry) => boolean = () => true,
  ): Promise<RdpEntry> {
    const isWanted = (entry: RdpEntry): boolean =>
      entry.number > after && entry.text.includes(text) && accepts(entry);
    const there = this.#entries.find(isWanted);
    if (there !== undefined) return there;
    const arrived = new Promise<RdpEntry>((resolve) => this.#waiting.set(isWanted, resolve));
    return within(arrived, timeoutMs, "Firefox's browser console did not show what the page wrote").finally(
      () => this.#waiting.delete(isWanted),
    );
  }

  /** Returns the entries between two numbers; of old ones as many as are kept. */
  between(after: number, before: number): RdpEntry[] {
    return this.#entries.filter(({ number }) => number > after && number < before);
  }

  /** Runs privileged script in the browser's own process and resolves with its value. */
  async evaluate(text: string): Promise<unknown> {
    const { resultID } = await this.#connection.request(this.#actor, 'evaluateJSAsync', { text });
    if (typeof resultID !== 'string') throw new EngineError('Firefox names no result of an evaluation.');
    const { promise } = this.#result(resultID);
    const packet = await within(promise, 5_000, 'Firefox did not evaluate a script').finally(() =>
      this.#results.delete(resultID),
    );
    if (packet['hasException'] === true) {
      throw new EngineError(`Firefox could not evaluate a script: ${String(packet['exceptionMessage'])}`);
    }
    return packet['result'];
  }

  close(): void {
    this.#connection.close();
  }

  /**
   * Returns the result under `id`, which is begun if there is none: it may come in one breath with the answer that
   * names it.
   */
  #result(id: string): Deferred {
    const existing = this.#results.get(id);
    if (existing !== undefined) return existing;
    let resolve: Deferred['resolve'] = () => undefined;
    const promise = new Promise<Packet>((settle) => (resolve = settle));
    const created = { promise, resolve };
    this.#results.set(id, created);
    return created;
  }

  async #file(error: unknown): Promise<void> {
    if (typeof error !== 'object' || error === null || !('errorMessage' in error) || !('category' in error))
      return;
    const text = await this.#whole(error.errorMessage);
    const isError = 'error' in error && error.error === true;
    const entry = { number: ++this.#count, text, category: String(error.category), isError };
    this.#entries = [...this.#entries.slice(-keptEntries), entry];
    for (const [isWanted, resolve] of this.#waiting) {
      if (isWanted(entry)) resolve(entry);
    }
  }

  /** Resolves to the whole text. One of more than 1,000 characters comes as the name of an actor that has the rest. */
  async #whole(message: unknown): Promise<string> {
    if (typeof message === 'string') return message;
    if (typeof message !== 'object' || message === null || !('length' in message)) return '';
    const { substring } = await this.#connection.request(actorIn(message, 'actor'), 'substring', {
      start: 0,
      end: message.length,
    });
    return String(substring);
  }
}

function actorIn(value: unknown, name: string): string {
  const actor: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof actor !== 'string') throw new EngineError(`Firefox's debugger server names no ${name}.`);
  return actor;
}
