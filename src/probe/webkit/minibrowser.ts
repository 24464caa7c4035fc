import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError } from '../../browser/deadline.ts';
import { guardProcess, type Guard } from '../../browser/guard-process.ts';
import { MarkedConsole } from '../tapped/marked-console.ts';
import { markPrefix, type ConsoleError, type PageDriver } from '../tapped/page-driver.ts';
import { miniBrowserEnvironment } from './minibrowser-environment.ts';
import type { CookieJar, HttpCacheUse, StoredCookie } from '../probe.ts';
import type { PageTap } from '../tapped/page-tap.ts';
import { namedByWebKit, WebKitConsoleReader } from './console.ts';
import { cookieFile } from './cookie-file.ts';

export interface MiniBrowserOptions {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** As in the variable `DISPLAY`. */
  readonly display: string;
  readonly tap: PageTap;
}

/** A running browser, with a profile of its own. */
interface Running {
  readonly process: ChildProcess;
  readonly guard: Guard | null;
  readonly console: MarkedConsole;
  /** How it ended, as a sentence. */
  readonly exited: Promise<string>;
}

/**
 * Drives one page of WebKitGTK's MiniBrowser, a process of its own. Its console is printed only where it runs
 * with a profile and without WebDriver, so it is a page of ours that asks for work.
 */
export class MiniBrowserDriver implements PageDriver {
  readonly forgets = 'by-restart';
  readonly named = namedByWebKit;
  readonly #options: MiniBrowserOptions;
  #running: Running | null = null;
  /** What it is given when it starts. */
  #cookies: readonly StoredCookie[] = [];

  constructor(options: MiniBrowserOptions) {
    this.#options = options;
  }

  async go(url: string, timeoutMs: number, httpCache: HttpCacheUse): Promise<void> {
    if (this.#running === null) this.#running = this.#start(url, httpCache);
    else await this.#raced(this.#options.tap.run({ kind: 'go', url }, timeoutMs));
  }

  async evaluate<Result>(expression: string, timeoutMs: number): Promise<Result> {
    return JSON.parse(await this.#raced(this.#options.tap.run({ kind: 'evaluate', expression }, timeoutMs)));
  }

  marking(mark: string): string {
    return `console.log(${JSON.stringify(mark)})`;
  }

  async errorsBefore(mark: string, timeoutMs: number): Promise<readonly ConsoleError[]> {
    if (this.#running === null) throw new EngineError('WebKitGTK is not running.');
    return this.#running.console.errorsBefore(mark, timeoutMs);
  }

  lateErrors(): Promise<readonly ConsoleError[]> {
    return Promise.resolve([]);
  }

  async printed(text: string, timeoutMs: number): Promise<boolean> {
    return this.#running?.console.printed(text, timeoutMs) ?? false;
  }

  // They are gone with what it forgets, so that it is given them again.
  cookies(): Promise<CookieJar> {
    return Promise.resolve({
      read: () => Promise.resolve(null),
      add: async (cookies) => {
        this.#cookies = [...this.#cookies, ...cookies];
        await this.close();
      },
      remember: (cookies) => {
        this.#cookies = cookies;
      },
    });
  }

  // Nothing empties the CORS-preflight cache of WebKitGTK but its end.
  async forget(): Promise<'kept' | 'page-lost'> {
    if (this.#running === null) return 'kept';
    await this.close();
    return 'page-lost';
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    running?.guard?.end();
    await running?.exited;
    this.#options.tap.pageGone();
  }

  /** Resolves as `promise`, or rejects once the browser has gone, which answers nothing any more. */
  async #raced<Value>(promise: Promise<Value>): Promise<Value> {
    const gone = this.#running?.exited.then((how): never => {
      throw new EngineError(`WebKitGTK is gone. ${how}`);
    });
    const answer = promise.catch((error: Error): never => {
      throw new EngineError(`WebKitGTK did not do its job: ${error.message}`);
    });
    answer.catch(() => undefined);
    gone?.catch(() => undefined);
    return gone === undefined ? answer : Promise.race([answer, gone]);
  }

  #start(url: string, httpCache: HttpCacheUse): Running {
    const { executablePath, args, display, tap } = this.#options;
    const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-webkit-'));
    const file = join(folder, 'cookies.txt');
    const cookies = cookieFile(this.#cookies, Date.now());
    if (cookies !== '') writeFileSync(file, cookies, { mode: 0o600 });
    const browser = spawn(
      executablePath,
      [
        ...args,
        '--enable-write-console-messages-to-stdout=true',
        // No user is there to click; other engines let the pages that they are driven by open tabs.
        '--javascript-can-open-windows-automatically=true',
        // It concerns every host; all certificates that come are those of the tap, which verifies the target's own.
        '--ignore-tls-errors',
        `--proxy=${tap.proxyUrl}`,
        ...(cookies === '' ? [] : [`--cookies-file=${file}`]),
        url,
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        // Leads a process group, so that its helpers end with it.
        detached: true,
        env: miniBrowserEnvironment(display, folder, httpCache),
      },
    );
    const console = new MarkedConsole();
    const reader = new WebKitConsoleReader(
      (entry) => console.add(entry),
      (text) => text.includes(markPrefix),
      (text) => console.begin(text),
    );
    browser.stderr.setEncoding('utf8');
    let printed = '';
    browser.stderr.on('data', (text: string) => {
      reader.push(text);
      printed = (printed + text).slice(-2_000);
    });
    const exited = new Promise<string>((resolve) => {
      const gone = (reason: string): void => {
        console.fail(reason);
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
        resolve(reason);
      };
      browser.on('error', (error) => gone(`WebKitGTK does not start: ${error.message}`));
      browser.on('exit', (code, signal) =>
        gone(`WebKitGTK ended (${signal ?? String(code)}${lastWords(printed)}).`),
      );
    });
    const guard = browser.pid === undefined ? null : guardProcess(browser.pid, folder);
    return { process: browser, guard, console, exited };
  }
}

/** Returns the last line that the browser itself has printed, after a colon: those of pages are not its own. */
function lastWords(printed: string): string {
  const line = printed.split('\n').findLast((text) => text.trim() !== '' && !text.includes('CONSOLE'));
  return line === undefined ? '' : `: ${line.trim()}`;
}
