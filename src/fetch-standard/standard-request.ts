import type { HeaderList } from './header-list.ts';

/** https://fetch.spec.whatwg.org/#concept-request-mode */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin';

/** https://fetch.spec.whatwg.org/#concept-request-redirect-mode */
export type RedirectMode = 'follow' | 'error' | 'manual';

/** https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type ResponseTainting = 'basic' | 'cors' | 'opaque';

/**
 * A request as a page makes it with fetch() or XMLHttpRequest. Plain JSON.
 *
 * https://fetch.spec.whatwg.org/#concept-request
 */
export interface StandardRequest {
  /** Absolute. */
  readonly url: string;
  /** The page's serialized origin: `null` when it is opaque. */
  readonly pageOrigin: string;
  /** As the author wrote it: `put` and `patch` are not alike. */
  readonly method: string;
  /** The author's, and the Content-Type that a body brings along. Forbidden request-headers are dropped. */
  readonly headers: HeaderList;
  readonly credentialsMode: CredentialsMode;
  readonly mode: RequestMode;
  readonly redirectMode: RedirectMode;
  /** Whether XMLHttpRequest has a listener on `upload`: this sets the use-CORS-preflight flag. */
  readonly uploadListeners?: boolean;
  /** Whether the body is a ReadableStream: this sets the use-CORS-preflight flag as well. */
  readonly streamingBody?: boolean;
}

/** One HTTP request and its response, as they were on the wire. Plain JSON. */
export interface StandardExchange {
  readonly purpose: 'preflight' | 'actual';
  readonly url: string;
  readonly method: string;
  readonly status: number;
  /** The response's lines, repeated names apart. */
  readonly headers: HeaderList;
}

/**
 * A request's credentials mode.
 *
 * https://fetch.spec.whatwg.org/#concept-request-credentials-mode
 */
export type CredentialsMode = 'omit' | 'same-origin' | 'include';
