import type { NetworkErrorReason, Prediction, ResponsePrediction } from './prediction.ts';
import type { RedirectedRequest } from './redirect.ts';
import type { ResponseTainting } from './standard-request.ts';

/** The request between two redirects. */
export interface Hop extends RedirectedRequest {
  readonly tainting: ResponseTainting;
  /** The index of the exchange to come. */
  readonly next: number;
}

/** What a hop leads to; `exchange` is the index of the last exchange that was looked at, or null. */
export type HopResult =
  | { readonly kind: 'hop'; readonly hop: Hop }
  | { readonly kind: 'response'; readonly prediction: ResponsePrediction; readonly exchange: number | null }
  | {
      readonly kind: 'network-error';
      readonly reason: NetworkErrorReason;
      readonly values: readonly string[];
      readonly exchange: number | null;
    }
  /** The exchanges are not those of the standard, so that nothing can be concluded from them. */
  | { readonly kind: 'open'; readonly prediction: Prediction };
