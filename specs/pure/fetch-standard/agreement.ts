import { predict, type Prediction } from '../../../src/fetch-standard/predict.ts';
import { networkErrorName, reasonsOf } from './chromium-reasons.ts';
import type { Observed, ObservedCase } from './observations.ts';

/** A case, judged: what the standard predicts of it beside what the browser made of it. */
export interface Judgement {
  readonly id: string;
  readonly agrees: boolean;
  readonly predicted: string;
  readonly observed: string;
}

/**
 * Compares the prediction for `row` with its observation: the outcome, and with it the reason of a network
 * error or exception, or everything that was observed of a response.
 */
export function judge(row: ObservedCase): Judgement {
  const prediction = predict(row.request, row.exchanges);
  return {
    id: row.id,
    agrees: agrees(prediction, row.observed),
    predicted: describePrediction(prediction),
    observed: describeObserved(row.observed),
  };
}

function agrees(prediction: Prediction, observed: Observed): boolean {
  switch (observed.outcome) {
    case 'response':
      return (
        prediction.outcome === 'response' && observedOf(prediction, observed) === describeObserved(observed)
      );
    case 'network-error':
    case 'exception':
      return prediction.outcome === observed.outcome && reasonsOf(observed).includes(prediction.reason);
    default:
      return observed satisfies never;
  }
}

/** Describes of `prediction` what was observed of the response, and nothing else. */
function observedOf(
  prediction: Extract<Prediction, { outcome: 'response' }>,
  observed: Extract<Observed, { outcome: 'response' }>,
): string {
  return describeObserved({
    outcome: 'response',
    status: observed.status === undefined ? undefined : prediction.status,
    type: observed.type === undefined ? undefined : prediction.type,
    redirected: observed.redirected === undefined ? undefined : prediction.redirected,
    readableHeaderNames:
      observed.readableHeaderNames === undefined ? undefined : [...prediction.readableHeaderNames],
  });
}

function describeObserved(observed: Observed): string {
  switch (observed.outcome) {
    case 'response': {
      const { status, type, redirected, readableHeaderNames } = observed;
      const names =
        readableHeaderNames === undefined ? undefined : `readable: ${readableHeaderNames.join(', ')}`;
      const parts = ['response', status, type, redirected === true ? 'redirected' : undefined, names];
      return parts.filter((part) => part !== undefined).join(' ');
    }
    case 'network-error':
      return `network-error ${networkErrorName(observed)}`;
    case 'exception':
      return `exception ${observed.message}`;
    default:
      return observed satisfies never;
  }
}

function describePrediction(prediction: Prediction): string {
  switch (prediction.outcome) {
    case 'response': {
      const { status, type, redirected } = prediction;
      return describeObserved({ outcome: 'response', status, type, redirected });
    }
    case 'network-error':
    case 'exception':
      return `${prediction.outcome} ${prediction.reason}`;
    case 'incomplete':
      return `incomplete: needs ${prediction.needs}`;
    case 'unexpected-exchange': {
      const end =
        prediction.reason === 'fetch-is-over' ? `, ${describePrediction(prediction.predicted)}` : '';
      return `unexpected-exchange ${prediction.reason}${end}`;
    }
    default:
      return prediction satisfies never;
  }
}
