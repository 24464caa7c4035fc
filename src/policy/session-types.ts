/** How pages of the API are signed in, as an author writes it: one of `page`, `open` and `storageState`. */
export interface SessionInput {
  /**
   * The requests by which a page signs in, one after the other, with credentials mode "include": a page at a trusted
   * origin makes them, so that `Set-Cookie` passes the browser's own rules. They reach the API by their nature, once in
   * each engine for each site of trusted origins.
   */
  readonly page?: readonly LoginRequestInput[] | null | undefined;
  /**
   * Code that signs in, run once in each engine before the first route that needs it, in a process of its own that loads
   * the policy file. What a policy file would wait for with a top-level `await` belongs here.
   */
  readonly open?: OpenSession | boolean | undefined;
  /** The path of a file that Playwright's `storageState()` wrote, beside the policy file: its cookies. */
  readonly storageState?: string | null | undefined;
  /** Names of the cookies that are the session. Default: all that it brings, of which one at least has to arrive. */
  readonly cookies?: readonly string[] | undefined;
  /** Request headers of the routes, made of what the API answered to the requests of `page`. */
  readonly headersFrom?: Readonly<Record<string, ValueSource>> | undefined;
  /** For all that opens it. Default 10000. */
  readonly timeoutMs?: number | undefined;
}

/** Signs in by `fetch` and returns what the routes are then called with. */
export type OpenSession = (given: { readonly fetch: typeof fetch }) => Promise<OpenedSession> | OpenedSession;

/** What code that signs in returns. All values are secrets. */
export interface OpenedSession {
  /** Values of request headers that the routes list in `requestHeaders`, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Lines of `Set-Cookie`, as `response.headers.getSetCookie()` returns them. */
  readonly cookies?: readonly string[];
}

/** One request of a page that signs in. */
export interface LoginRequestInput {
  readonly method: string;
  /** Below the target, as of a route. */
  readonly path: string;
  /** Secrets: never shown. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Request headers made of what the API answered to the requests before this one. */
  readonly headersFrom?: Readonly<Record<string, ValueSource>> | undefined;
  /** A secret: never shown. */
  readonly body?: { readonly contentType: string; readonly text: string } | null | undefined;
}

/** Where a value comes from: a cookie that was set, a response header that the page can read, or the body. */
export interface ValueSource {
  /** The name of a cookie. */
  readonly cookie?: string | undefined;
  /** The name of a response header. */
  readonly header?: string | undefined;
  /** A JSON pointer into the body, such as `/csrf/token`. */
  readonly body?: string | undefined;
  /** What goes before the value, such as `"Bearer "`. */
  readonly prefix?: string | undefined;
}

/** A session of a valid policy: just one of `page`, `open` and `storageState` is not null or false. */
export interface PolicySession {
  /** At least one. */
  readonly page: readonly LoginRequest[] | null;
  /** The policy file knows the code. */
  readonly open: boolean;
  readonly storageState: string | null;
  readonly cookies: readonly string[];
  /** Names lower-case. */
  readonly headersFrom: Readonly<Record<string, ValueSource>>;
  readonly timeoutMs: number;
}

export interface LoginRequest {
  readonly method: string;
  readonly path: string;
  /** Names lower-case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names lower-case. */
  readonly headersFrom: Readonly<Record<string, ValueSource>>;
  readonly body: { readonly contentType: string; readonly text: string } | null;
}
