import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { EngineError, within } from '../../browser/deadline.ts';
import { categoryOfText, namedByFirefox } from './categories.ts';
import { contextCookies } from '../page/context-cookies.ts';
import type { CookieJar } from '../probe.ts';
import { MarkedConsole } from '../tapped/marked-console.ts';
import { markPrefix, type ConsoleError, type PageDriver } from '../tapped/page-driver.ts';
import { isCorsError, isOfRefusal, type RdpConsole, type RdpEntry } from './rdp-console.ts';

const openTimeoutMs = 30_000;
const closeTimeoutMs = 5_000;

/** Cached responses, and what CORS-preflight responses granted, of the whole browser. */
const emptyCaches = [
  'Services.cache2.clear()',
  'Cc["@mozilla.org/network/protocol;1?name=http"].getService(Ci.nsIHttpProtocolHandler).clearCORSPreflightCache()',
].join('; ');

/** Drives one page of Firefox, in a context of its own. */
export class FirefoxDriver implements PageDriver {
  readonly forgets = 'at-once';
  readonly named = namedByFirefox;
  readonly #browser: Browser;
  readonly #proxyUrl: string;
  /** Null where the browser has no debugger server. */
  readonly #rdp: RdpConsole | null;
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  #console = new MarkedConsole();
  /** The number of the last entry of the browser console that has been taken. */
  #seen = 0;
  /** How the marks begin that results follow. */
  readonly #results = `${markPrefix}${randomUUID()} result `;
  #evaluations = 0;

  constructor(browser: Browser, proxyUrl: string, rdp: RdpConsole | null) {
    this.#browser = browser;
    this.#proxyUrl = proxyUrl;
    this.#rdp = rdp;
  }

  async go(url: string, timeoutMs: number): Promise<void> {
    const page = await this.#opened();
    // Firefox reports the end of the load more surely than its beginning.
    const loading = page.goto(url, { timeout: 0 });
    loading.catch(() => undefined);
    await this.#there(within(loading, timeoutMs, 'Firefox did not load a page of ours'));
  }

  async evaluate<Result>(expression: string, timeoutMs: number): Promise<Result> {
    const page = await this.#opened();
    const rdp = this.#rdp;
    if (rdp === null) {
      const answer = page.evaluate<Result>(expression);
      return this.#there(within(answer, timeoutMs, 'The page in Firefox did not answer'));
    }
    const mark = `${this.#results}${++this.#evaluations}:`;
    const answer = page.evaluate<Result>(reporting(expression, mark));
    const reported = this.#reported(rdp, mark, timeoutMs).then((value) =>
      value === null ? answer : JSON.parse(value),
    );
    const first = Promise.race<Result>([answer, reported]);
    for (const promise of [answer, reported]) promise.catch(() => undefined);
    return this.#there(within(first, timeoutMs, 'The page in Firefox did not answer'));
  }

  /** Resolves to the JSON that the page leaves behind `mark` on the console, in parts; to `null` if it leaves none there. */
  async #reported(rdp: RdpConsole, mark: string, timeoutMs: number): Promise<string | null> {
    const partOf = ({ text }: RdpEntry): string => text.slice(text.indexOf(mark) + mark.length);
    const first = await rdp.reached(mark, this.#seen, timeoutMs);
    const count = Number.parseInt(partOf(first), 10);
    if (count === 0) return null;
    const last = await rdp.reached(`${mark}${count} ${count}:`, first.number - 1, timeoutMs);
    const parts = rdp
      .between(first.number - 1, last.number + 1)
      .filter(({ text }) => text.includes(mark))
      .map((entry) => partOf(entry).replace(/^\d+ \d+:/, ''));
    return parts.join('');
  }

  // An error that nobody catches takes the way of the CORS errors; `console.log` takes another.
  marking(mark: string): string {
    return `reportError(${JSON.stringify(mark)})`;
  }

  async errorsBefore(
    mark: string,
    timeoutMs: number,
    isOwn: (text: string) => boolean,
  ): Promise<readonly ConsoleError[]> {
    const rdp = this.#rdp;
    if (rdp === null) {
      const errors = await this.#console.errorsBefore(mark, timeoutMs);
      return errors.map(({ text }) => ({ text, code: categoryOfText(text) }));
    }
    const reached = rdp.reached(mark, this.#seen, timeoutMs);
    const { number } = await Promise.race([reached, this.#console.failed]);
    const unmatched = rdp.between(this.#seen, number).filter((entry) => !isMark(entry));
    this.#seen = number;
    const ofRefusal = unmatched.filter(isOfRefusal);
    if (ofRefusal.every((entry) => isCorsError(entry) && isOwn(entry.text))) {
      this.#console.forget(mark);
      return ofRefusal.map(({ text, category }) => ({ text, code: category }));
    }
    // The browser console does not say which page an error is of; what the page is told does.
    const errors = await this.#console.errorsBefore(mark, timeoutMs);
    const own = errors.map(({ text }): ConsoleError => {
      const index = unmatched.findIndex((entry) => entry.text === text);
      const [entry] = index < 0 ? [] : unmatched.splice(index, 1);
      return { text, code: entry?.category ?? null };
    });
    // Pages are told neither of what their workers meet, nor of policies, nor that a grant will end one day.
    return [...own, ...unmatched.filter(isOfRefusal).map(strayError)];
  }

  async lateErrors(text: string, timeoutMs: number): Promise<readonly ConsoleError[]> {
    const accepts = (entry: RdpEntry): boolean => isOfRefusal(entry) && !isMark(entry);
    const entry = await this.#rdp?.reached(text, this.#seen, timeoutMs, accepts).catch(() => null);
    if (entry === null || entry === undefined) return [];
    this.#seen = entry.number;
    return [strayError(entry)];
  }

  printed(text: string, timeoutMs: number): Promise<boolean> {
    return this.#console.printed(text, timeoutMs);
  }

  async cookies(): Promise<CookieJar | null> {
    await this.#opened();
    // A context that is closed to forget takes its cookies with it.
    return this.#context === null || this.#rdp === null ? null : contextCookies(this.#context);
  }

  async forget({ keepCookies } = { keepCookies: false }): Promise<'kept' | 'page-lost'> {
    if (this.#rdp === null) {
      await this.close();
      return 'page-lost';
    }
    await this.#rdp.evaluate(emptyCaches);
    if (!keepCookies) await this.#context?.clearCookies();
    return 'kept';
  }

  async close(): Promise<void> {
    const context = this.#context;
    this.#context = null;
    this.#page = null;
    if (context !== null) await within(context.close(), closeTimeoutMs, 'Firefox did not close a context');
  }

  /** Says of a browser that is gone that it is, instead of what that did to Playwright. */
  async #there<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof EngineError || this.#browser.isConnected()) throw error;
      throw new EngineError('Firefox is gone.');
    }
  }

  async #opened(): Promise<Page> {
    if (this.#page !== null) return this.#page;
    // Any certificate is accepted, because all that come are those of the tap, which verifies the target's own.
    const opening = this.#browser.newContext({
      ignoreHTTPSErrors: true,
      proxy: { server: this.#proxyUrl },
    });
    const context = await within(opening, openTimeoutMs, 'Firefox did not open a context');
    this.#context = context;
    const page = await within(context.newPage(), openTimeoutMs, 'Firefox did not open a page');
    const console = new MarkedConsole();
    // Playwright takes the text apart at its first colon.
    page.on('pageerror', ({ name, message }) => {
      const text = name === '' ? message : `${name}: ${message}`;
      if (!text.includes(this.#results)) console.add({ text, code: null });
    });
    page.on('crash', () => console.fail('The page in Firefox crashed.'));
    page.on('close', () => console.fail('The page in Firefox was closed.'));
    this.#browser.once('disconnected', () => console.fail('Firefox is gone.'));
    this.#console = console;
    this.#page = page;
    if (!this.#browser.isConnected()) throw new EngineError('Firefox is gone.');
    return page;
  }
}

/** Reports whether an entry is a mark; what a target sends can stand in the texts of other categories. */
const isMark = ({ text, category }: RdpEntry): boolean =>
  category === 'content javascript' && text.includes(markPrefix);

const strayError = ({ text, category }: RdpEntry): ConsoleError => ({ text, code: category, stray: true });

/** Firefox cuts what a page reports at 1,000 characters. */
const partLength = 800;
/** Longer values, and errors, take the ordinary way. */
const mostParts = 40;

/**
 * Returns an expression with the value of `expression`, which leaves it behind `mark` on the console as well, in parts: how
 * many there are, which one it is, and its text. There they come at once, whereas each message of Playwright's connection
 * waits until the one before it is acknowledged, which a system puts off by 40 ms.
 */
const reporting = (expression: string, mark: string): string => `(async () => ${expression})().then(
  (value) => {
    const text = (JSON.stringify(value) ?? 'null').replace(/[^ -~]/g, (unit) =>
      '\\\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
    const count = Math.ceil(text.length / ${partLength});
    if (count > ${mostParts}) reportError(${JSON.stringify(mark)} + '0 0:');
    else for (let index = 1; index <= count; index++)
      reportError(${JSON.stringify(mark)} + count + ' ' + index + ':' +
        text.slice((index - 1) * ${partLength}, index * ${partLength}));
    return value;
  },
  (error) => {
    reportError(${JSON.stringify(mark)} + '0 0:');
    throw error;
  },
)`;
