import type { CookieJar, HttpCacheUse } from '../probe.ts';

/** How every mark begins that a page leaves on its console. */
export const markPrefix = 'cors-conformance mark ';

/** An error on a page's console. */
export interface ConsoleError {
  readonly text: string;
  /** The engine's own name for it, as the engine's file lists it among its codes; else null. */
  readonly code: string | null;
  /** The browser printed it without telling for which page; it was printed while the request was under way. */
  readonly stray?: true;
}

/** How the errors of an engine name the request of a `fetch()` that they are of. */
export interface NamedRequests {
  /** Returns the URL that a text names where no server can write one; `null` if it names none. */
  urlIn(text: string): string | null;
  /** Whether every text names one, or only the last of a request, which those right before it then belong to. */
  readonly isInEach: boolean;
}

/** What a tapped page asks of an engine, besides its connections. */
export interface PageDriver {
  /**
   * Loads the page at `url`. A browser that has to be started for it, as it forgets by that, does without its HTTP cache
   * where that is unneeded.
   */
  go(url: string, timeoutMs: number, httpCache: HttpCacheUse): Promise<void>;
  /** Resolves with the value of an expression, or of the promise that it gives; the value is JSON. */
  evaluate<Result>(expression: string, timeoutMs: number): Promise<Result>;
  /** An expression that leaves `mark` on the console, on the same way as the errors take. */
  marking(mark: string): string;
  /**
   * Resolves with the errors on the console before `mark`, oldest first, and forgets them. `isOwn` tells by its text whether
   * an error can only be the page's own.
   */
  errorsBefore(
    mark: string,
    timeoutMs: number,
    isOwn: (text: string) => boolean,
  ): Promise<readonly ConsoleError[]>;
  /**
   * Resolves with what the browser prints about `text` of its own accord, after the last mark: the first such
   * error, or none if none comes in time.
   */
  lateErrors(text: string, timeoutMs: number): Promise<readonly ConsoleError[]>;
  /** Resolves once an error that contains `text` is on the console, without forgetting it; `false` if none comes. */
  printed(text: string, timeoutMs: number): Promise<boolean>;
  readonly named: NamedRequests;
  /** Whether `forget` costs little, or a start of the browser. */
  readonly forgets: 'at-once' | 'by-restart';
  /** The cookies of the page that is open; `null` where they do not outlive `forget`. */
  cookies(): Promise<CookieJar | null>;
  /**
   * Empties the HTTP cache, the CORS-preflight cache and, unless they are kept, the cookies. The page may have to be
   * loaded anew.
   */
  forget(options?: { readonly keepCookies: boolean }): Promise<'kept' | 'page-lost'>;
  close(): Promise<void>;
}
