import { EngineError, within } from '../browser/deadline.ts';
import { RdpConnection } from './rdp-connection.ts';
import type { Packet } from './rdp-packets.ts';

const keptTexts = 5_000;

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
  readonly #categories = new Map<string, string>();
  readonly #marks = new Map<string, () => void>();
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

  /** Resolves once a text that contains `mark` has come. Everything printed before it has come then, too. */
  async reached(mark: string, timeoutMs: number): Promise<void> {
    if ([...this.#categories.keys()].some((text) => text.includes(mark))) return;
    const arrived = new Promise<void>((resolve) => this.#marks.set(mark, resolve));
    await within(arrived, timeoutMs, "Firefox's browser console did not show what the page wrote").finally(
      () => this.#marks.delete(mark),
    );
  }

  /** The category of an error of this text; null if none has come. */
  categoryOf(text: string): string | null {
    return this.#categories.get(text) ?? null;
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

  /** The result may come in one breath with the answer that names it. */
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
    if (this.#categories.size > keptTexts) this.#categories.clear();
    this.#categories.set(text, String(error.category));
    for (const [mark, arrived] of this.#marks) if (text.includes(mark)) arrived();
  }

  /** Texts of more than 1,000 characters come as the name of an actor that has the rest. */
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
