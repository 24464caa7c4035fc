import type { EngineId, HeaderList, Observation, ProbeRequest } from '../model.ts';
import type { ResponseRule } from './response-rule.ts';

/** Limits that hold for one call of `probe`. */
export interface ProbeLimits {
  /** Requests under way at once. */
  readonly inFlight: number;
  /** Requests begun per second; `null` for no limit. */
  readonly perSecond: number | null;
  /** Time for one request, from its start to the headers of its response. */
  readonly timeoutMs: number;
  /** Time for the body of a response, before the rest is left unread. */
  readonly bodyTimeoutMs: number;
  /** Bytes of a response body that are read before the rest is left unread. */
  readonly bodyBytes: number;
  /** `unneeded`: no answer has to be there for a request after it, so an engine may do without its HTTP cache. */
  readonly httpCache: HttpCacheUse;
}

export type HttpCacheUse = 'used' | 'unneeded';

export const defaultLimits: ProbeLimits = {
  inFlight: 6,
  perSecond: null,
  timeoutMs: 10_000,
  bodyTimeoutMs: 2_000,
  bodyBytes: 1_048_576,
  httpCache: 'used',
};

/** The engine did not put the page where it was asked to, for example because it upgraded http to https. */
export class PageOriginError extends Error {
  override readonly name = 'PageOriginError';
  readonly code = 'page-origin';
  readonly wanted: string;
  readonly actual: string;

  constructor(wanted: string, actual: string) {
    super(`The page should be at ${wanted}, but the browser put it at ${actual}.`);
    this.wanted = wanted;
    this.actual = actual;
  }
}

/** The engine cannot be told how the user answers a prompt, so what it does then would be no answer to it. */
export class PermissionsError extends Error {
  override readonly name = 'PermissionsError';
  readonly code = 'permissions';

  constructor(engine: string, permissions: readonly string[]) {
    super(`${engine} cannot be given permissions (${permissions.join(', ')}): ask this of Chromium alone.`);
  }
}

/** What a page is loaded with. */
export interface MoveOptions {
  /** `true`: its origin is opaque. */
  readonly opaque?: boolean;
  /** Response headers of the page; only a test of the harness itself asks for any. */
  readonly headers?: HeaderList;
  /** `true`: the HTTP cache and the CORS-preflight cache stay as they are; likewise. */
  readonly keepCaches?: boolean;
  /** `true`: the cookies stay as they are. */
  readonly keepCookies?: boolean;
}

/** A cookie in the browser. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** With a dot in front if it is for the names below as well. */
  readonly domain: string;
  readonly path: string;
  /** In seconds since the epoch; -1: as long as the browser runs. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  /** The site of the pages that alone have it; absent: no such. */
  readonly partitionKey?: string;
}

/** The cookies of a page's context. */
export interface CookieJar {
  /** Resolves to `null` where the browser tells nobody. */
  read(): Promise<readonly StoredCookie[] | null>;
  add(cookies: readonly StoredCookie[]): Promise<void>;
  /**
   * Takes note of all that the browser was seen to have, where it has to be started again to empty its caches, and is given
   * its cookies then. Absent: it keeps them by itself.
   */
  remember?(cookies: readonly StoredCookie[]): void;
}

/** Returns the address of a page at `origin`. */
export type PageUrl = (origin: string, page?: Pick<MoveOptions, 'opaque' | 'headers'>) => string;

/** What a page is opened with. */
export interface PageOptions {
  /** Permissions that the page has, as the user's answer to a prompt. Only Chromium can be given any. */
  readonly permissions?: readonly string[];
  /**
   * Those of its authorities that speak plain http, and that the page reaches by https. Only an engine can that is behind a
   * tap of ours, where TLS ends.
   */
  readonly behindTls?: readonly string[];
  /**
   * The name of a session that is to be opened in it. The values of cookies are not taken out of its observations: whoever
   * opened it has to read them, and takes them out.
   */
  readonly session?: string;
  /** `true`: the context is as new as the engine makes it; nothing is done to make its caches work at once. */
  readonly cold?: boolean;
}

/** A page that really is at one origin, in one engine. It can move to another origin. */
export interface ProbePage {
  /** The page's own `self.origin`: the string `null` if it is opaque. */
  readonly origin: string;
  /** Absent where the engine keeps no cookies when its caches are emptied. */
  readonly cookies?: CookieJar;
  /**
   * Loads a page of `origin`, with empty caches and no cookies. Rejects if the page does not then say that it is there.
   */
  moveTo(origin: string, options?: MoveOptions): Promise<void>;
  /**
   * Makes the requests and resolves with one observation each, in the order of `requests`. Never rejects for
   * what a server does; rejects if the page or the browser is gone.
   */
  probe(requests: readonly ProbeRequest[], limits?: Partial<ProbeLimits>): Promise<Observation[]>;
  /** Empties the HTTP cache, the CORS-preflight cache and, unless they are kept, the cookies of the page's context. */
  clearCaches(options?: Pick<MoveOptions, 'keepCookies'>): Promise<void>;
  /**
   * Resolves with this page as it would be if every server answered by `rule`: its observations show what the
   * browser was given. Null where the engine cannot. Nothing about caches is true there, and what was given stays
   * in the caches until the page moves. Rejects with a
   * `CanaryError` if CORS is not in force that way.
   */
  rewriting(rule: ResponseRule): Promise<ProbePage | null>;
  close(): Promise<void>;
}

/** A running browser that gives pages. */
export interface Harness {
  readonly engine: { readonly id: EngineId; readonly version: string };
  /**
   * Opens a page in a context of its own that reaches `authorities` (`host:port`) directly and nothing else.
   * Rejects with a `CanaryError` if CORS is not in force there, and with a `PermissionsError` if the engine cannot
   * have the permissions.
   */
  openPage(
    authorities: readonly string[],
    secrets: readonly string[],
    options?: PageOptions,
  ): Promise<ProbePage>;
  close(): Promise<void>;
}
