import { EngineError, within } from '../../browser/deadline.ts';
import type { ConsoleError } from './page-driver.ts';

/**
 * Collects what a page's console shows, and cuts it at the marks that the page leaves there: a mark comes the
 * same way as the errors, so all that was printed before it has arrived with it.
 */
export class MarkedConsole {
  #entries: ConsoleError[] = [];
  #begun: string | null = null;
  #waiting: {
    readonly text: string;
    readonly resolve: () => void;
    readonly reject: (error: Error) => void;
  } | null = null;
  #gone: string | null = null;
  #reject: (error: EngineError) => void = () => undefined;
  /** Rejects once nothing more will come. */
  readonly failed = new Promise<never>((_, reject) => (this.#reject = reject));
  /** The mark up to which nobody wants to know what is printed, while it is still to come. */
  #unwanted: string | null = null;

  constructor() {
    this.failed.catch(() => undefined);
  }

  /** Adds an error on the console, or a mark. */
  add(entry: ConsoleError): void {
    this.#begun = null;
    if (this.#unwanted !== null) {
      if (entry.text.includes(this.#unwanted)) this.#unwanted = null;
      return;
    }
    this.#entries.push(entry);
    if (this.#waiting !== null && entry.text.includes(this.#waiting.text)) this.#waiting.resolve();
  }

  /** Begins an error with what may be its whole text, or its first line. */
  begin(text: string): void {
    this.#begun = text;
    if (this.#waiting !== null && text.includes(this.#waiting.text)) this.#waiting.resolve();
  }

  /** Fails whatever is waited for, as it will not come. */
  fail(reason: string): void {
    this.#gone = reason;
    this.#reject(new EngineError(reason));
    this.#waiting?.reject(new EngineError(reason));
  }

  /** Resolves with the entries before `mark` and forgets them. Rejects if it does not come in time. */
  async errorsBefore(mark: string, timeoutMs: number): Promise<readonly ConsoleError[]> {
    await this.#reached(mark, timeoutMs);
    const end = this.#entries.findIndex(({ text }) => text.includes(mark));
    const before = this.#entries.slice(0, end);
    this.#entries = this.#entries.slice(end + 1);
    return before;
  }

  /** Forgets what was printed before `mark`, and what still will be. */
  forget(mark: string): void {
    const end = this.#entries.findIndex(({ text }) => text.includes(mark));
    this.#unwanted = end < 0 ? mark : null;
    this.#entries = end < 0 ? [] : this.#entries.slice(end + 1);
  }

  /** Resolves once there is an entry that contains `text`; with `false` if none comes in time. */
  async printed(text: string, timeoutMs: number): Promise<boolean> {
    return this.#reached(text, timeoutMs).then(
      () => true,
      () => false,
    );
  }

  async #reached(text: string, timeoutMs: number): Promise<void> {
    if (this.#gone !== null) throw new EngineError(this.#gone);
    if (this.#begun?.includes(text) === true) return;
    if (this.#entries.some((entry) => entry.text.includes(text))) return;
    const arrived = new Promise<void>((resolve, reject) => {
      this.#waiting = { text, resolve, reject };
    });
    await within(arrived, timeoutMs, 'The browser did not print what its page wrote on the console').finally(
      () => (this.#waiting = null),
    );
  }
}
