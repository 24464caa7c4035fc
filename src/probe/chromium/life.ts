import type { CDPSession, Page } from '@playwright/test';
import { EngineError, within } from '../../browser/deadline.ts';

/** How long an answer may take before the browser is asked whether it is still there, and how long it may then be silent. */
const patienceMs = { beforeAsking: 5_000, silent: 15_000 };

/** Tells a browser that is busy from one that hangs or is gone, for whoever waits for it. */
export class ChromiumLife {
  readonly #session: CDPSession;
  readonly #gone: Promise<never>;

  constructor(page: Page, session: CDPSession) {
    this.#session = session;
    this.#gone = new Promise((_, reject) => {
      const fail = (reason: string) => () => reject(new EngineError(reason));
      page.on('crash', fail('The page in Chromium crashed.'));
      page.on('close', fail('The page in Chromium was closed.'));
      page.context().browser()?.once('disconnected', fail('Chromium is gone.'));
    });
    this.#gone.catch(() => undefined);
  }

  /** Resolves or rejects as `work` does; rejects with an `EngineError` once the browser is gone, or silent. */
  async during<Value>(work: Promise<Value>): Promise<Value> {
    work.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    let ended = false;
    const silence = new Promise<never>((_, reject) => {
      const ask = async (): Promise<void> => {
        try {
          const answer = this.#session.send('Runtime.evaluate', { expression: '0' });
          await within(answer, patienceMs.silent, 'Chromium did not answer');
        } catch (error) {
          reject(error);
        }
        if (!ended) wait();
      };
      const wait = (): void => {
        timer = setTimeout(() => void ask(), patienceMs.beforeAsking);
      };
      wait();
    });
    silence.catch(() => undefined);
    try {
      return await Promise.race([this.#gone, silence, work]);
    } finally {
      ended = true;
      clearTimeout(timer);
    }
  }
}
