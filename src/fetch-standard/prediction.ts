import type { CorsCheckFailureReason } from './cors-check.ts';
import type { PreflightFailureReason } from './preflight.ts';
import type { RedirectFailureReason } from './redirect.ts';

/** Why the standard makes a fetch a network error, as far as the CORS protocol decides it. */
export type NetworkErrorReason =
  | 'request-mode-same-origin'
  | 'no-cors-redirect-mode'
  | 'scheme-unsupported'
  | 'data-url-malformed'
  | CorsCheckFailureReason
  | PreflightFailureReason
  | 'redirect-mode-error'
  | RedirectFailureReason;

/** Why fetch() and XMLHttpRequest throw before there is anything to fetch. */
export type ExceptionReason =
  | 'url-malformed'
  | 'method-malformed'
  | 'method-forbidden'
  | 'method-unsafe-in-no-cors'
  | 'header-name-malformed'
  | 'header-value-malformed';

/** The page gets a response. */
export interface ResponsePrediction {
  readonly outcome: 'response';
  /** https://fetch.spec.whatwg.org/#concept-response-type */
  readonly type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect';
  /** As the page sees it: 0 when `type` is "opaque" or "opaqueredirect". */
  readonly status: number;
  /** As the page sees it: without a fragment, and empty when `type` is "opaque". */
  readonly url: string;
  readonly redirected: boolean;
  /** Lower-case, unique and sorted. */
  readonly readableHeaderNames: readonly string[];
}

/** The page gets a network error. */
export interface NetworkErrorPrediction {
  readonly outcome: 'network-error';
  readonly reason: NetworkErrorReason;
  /** What failed: header values, header names, a method, a status or a scheme. Never a password. */
  readonly values: readonly string[];
  /** The index of the exchange whose response failed; null when nothing was sent. */
  readonly exchange: number | null;
}

/** What the standard says of a request and the exchanges that followed. */
export type Prediction =
  | ResponsePrediction
  | NetworkErrorPrediction
  /** The API throws a TypeError or a SyntaxError; nothing is fetched. */
  | { readonly outcome: 'exception'; readonly reason: ExceptionReason; readonly values: readonly string[] }
  /**
   * The exchanges end too early (`exchange` is null), or the one at index `exchange` is an actual request that
   * the standard precedes by a CORS-preflight request: it may have been granted by the CORS-preflight cache.
   */
  | {
      readonly outcome: 'incomplete';
      readonly needs: 'preflight' | 'actual';
      readonly method: string;
      readonly url: string;
      readonly exchange: number | null;
    }
  | UnexpectedExchange;

/** The standard would not have made the exchange at index `exchange`. */
export type UnexpectedExchange =
  | {
      readonly outcome: 'unexpected-exchange';
      readonly exchange: number;
      readonly reason: 'preflight-not-needed' | 'url-differs' | 'method-differs';
    }
  | {
      readonly outcome: 'unexpected-exchange';
      readonly exchange: number;
      readonly reason: 'fetch-is-over';
      /** What the exchanges before it lead to. */
      readonly predicted: ResponsePrediction | NetworkErrorPrediction;
    };
