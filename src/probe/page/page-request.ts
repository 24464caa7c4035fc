import type { HeaderList, PageApi } from '../../model.ts';

/** What `runInPage` is given for each request; JSON. */
export interface PageRequest {
  readonly index: number;
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: string | null;
  readonly streamingBody?: true;
  readonly uploadListener?: true;
  readonly reconnects?: true;
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly redirect: 'follow' | 'error' | 'manual';
  readonly api: PageApi;
  readonly targetAddressSpace?: 'loopback' | 'local' | 'public';
  readonly cache?: 'no-store' | 'reload' | 'no-cache';
  readonly readsBody?: true;
}

/** What `runInPage` resolves with for each request; JSON. */
export type PageOutcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly type: string;
      readonly url: string;
      readonly redirected: boolean;
      readonly headers: [string, string][];
      readonly bodyError: string | null;
      readonly body?: string;
    }
  | { readonly kind: 'network-error'; readonly message: string }
  | { readonly kind: 'timeout'; readonly afterMs: number };

export interface PageLimits {
  readonly inFlight: number;
  readonly perSecond: number | null;
  /** From the start of the request to its response's headers. */
  readonly timeoutMs: number;
  /** From the headers on; the rest of the body is then left unread. */
  readonly bodyTimeoutMs: number;
  readonly bodyBytes: number;
}

/**
 * Makes a request through one API of the page and resolves with what its script sees; `loaded` makes the outcome of
 * a response of which the API tells no more. Runs inside the page, as source text: it may use nothing from outside
 * itself.
 */
export type InPageApi = (request: PageRequest, loaded: Loaded) => Promise<PageOutcome>;

/** A response that the API does not describe has status 0. */
export type Loaded = (bodyError?: string | null, status?: number) => PageOutcome;
