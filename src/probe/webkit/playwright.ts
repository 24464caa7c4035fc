import { webkit, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { within } from '../../browser/deadline.ts';
import { startLimitMs } from '../../browser/start-limit.ts';
import type { EngineLaunch } from '../../engines/engine.ts';
import { MarkedConsole } from '../tapped/marked-console.ts';
import type { ConsoleError, PageDriver } from '../tapped/page-driver.ts';
import { namedByWebKit, webkitCodeOf } from './console.ts';
import type { StartedWebKit } from './started-webkit.ts';

const openTimeoutMs = 30_000;

/** Starts the WebKit that Playwright brings. */
export async function startPlaywrightWebKit(engine: EngineLaunch): Promise<StartedWebKit> {
  const browser = await webkit.launch({ args: [...engine.args], timeout: startLimitMs() });
  return {
    version: browser.version(),
    asksForWork: false,
    drive: (tap) => new PlaywrightWebKitDriver(browser, tap.proxyUrl),
    close: () => within(browser.close(), 10_000, 'WebKit did not close'),
  };
}

/** Drives one page of Playwright's WebKit, in a context of its own. */
class PlaywrightWebKitDriver implements PageDriver {
  readonly forgets = 'at-once';
  readonly named = namedByWebKit;
  readonly #browser: Browser;
  readonly #proxyUrl: string;
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  #console = new MarkedConsole();

  constructor(browser: Browser, proxyUrl: string) {
    this.#browser = browser;
    this.#proxyUrl = proxyUrl;
  }

  async go(url: string, timeoutMs: number): Promise<void> {
    const page = await this.#opened();
    await page.goto(url, { timeout: timeoutMs });
  }

  async evaluate<Result>(expression: string, timeoutMs: number): Promise<Result> {
    const page = await this.#opened();
    return within(page.evaluate<Result>(expression), timeoutMs, 'The page in WebKit did not answer');
  }

  marking(mark: string): string {
    return `console.error(${JSON.stringify(mark)})`;
  }

  errorsBefore(mark: string, timeoutMs: number): Promise<readonly ConsoleError[]> {
    return this.#console.errorsBefore(mark, timeoutMs);
  }

  lateErrors(): Promise<readonly ConsoleError[]> {
    return Promise.resolve([]);
  }

  printed(text: string, timeoutMs: number): Promise<boolean> {
    return this.#console.printed(text, timeoutMs);
  }

  // They are gone with what it forgets.
  cookies(): Promise<null> {
    return Promise.resolve(null);
  }

  // A context has caches of its own, so a new one has none.
  async forget(): Promise<'kept' | 'page-lost'> {
    if (this.#context === null) return 'kept';
    await this.close();
    return 'page-lost';
  }

  async close(): Promise<void> {
    const context = this.#context;
    this.#context = null;
    this.#page = null;
    if (context !== null) await within(context.close(), openTimeoutMs, 'WebKit did not close a context');
  }

  async #opened(): Promise<Page> {
    if (this.#page !== null) return this.#page;
    // Any certificate is accepted, because all that come are those of the tap, which verifies the target's own.
    const context = await within(
      this.#browser.newContext({ ignoreHTTPSErrors: true, proxy: { server: this.#proxyUrl } }),
      openTimeoutMs,
      'WebKit did not open a context',
    );
    const page = await within(context.newPage(), openTimeoutMs, 'WebKit did not open a page');
    const console = new MarkedConsole();
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error') console.add({ text, code: webkitCodeOf(text) });
    });
    page.on('crash', () => console.fail('The page in WebKit crashed.'));
    this.#context = context;
    this.#console = console;
    this.#page = page;
    return page;
  }
}
