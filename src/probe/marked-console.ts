import { EngineError, within } from '../browser/deadline.ts';
import type { ConsoleError } from './page-driver.ts';

/**
 * Collects what a page's console shows, and cuts it at the marks that the page leaves there: a mark comes the
 * same way as the errors, so all that was printed before it has arrived with it.
 */
export class MarkedConsole {
  #entries: ConsoleError[] = [];
  #waiting: {
    readonly mark: string;
    readonly resolve: () => void;
    readonly reject: (error: Error) => void;
  } | null = null;
  #gone: string | null = null;

  /** An error on the console, or a mark. */
  add(entry: ConsoleError): void {
    this.#entries.push(entry);
    if (this.#waiting !== null && entry.text.includes(this.#waiting.mark)) this.#waiting.resolve();
  }

  /** Whatever is waited for will not come. */
  fail(reason: string): void {
    this.#gone = reason;
    this.#waiting?.reject(new EngineError(reason));
  }

  /** Resolves with the entries before `mark` and forgets them. Rejects if it does not come in time. */
  async errorsBefore(mark: string, timeoutMs: number): Promise<readonly ConsoleError[]> {
    if (this.#gone !== null) throw new EngineError(this.#gone);
    const isMark = ({ text }: ConsoleError): boolean => text.includes(mark);
    if (!this.#entries.some(isMark)) {
      const arrived = new Promise<void>((resolve, reject) => {
        this.#waiting = { mark, resolve, reject };
      });
      await within(
        arrived,
        timeoutMs,
        'The browser did not print what its page wrote on the console',
      ).finally(() => (this.#waiting = null));
    }
    const end = this.#entries.findIndex(isMark);
    const before = this.#entries.slice(0, end);
    this.#entries = this.#entries.slice(end + 1);
    return before;
  }
}
