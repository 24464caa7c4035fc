import { predict, type Prediction, type StandardExchange } from '../fetch-standard/predict.ts';
import type { Observation } from '../model.ts';
import type { QuirkReading } from '../engines/quirk-readings.ts';
import { say } from '../words/say.ts';

/** Returns what the standard makes of an observation as an engine with a quirk takes it. */
export function predictByQuirk(observation: Observation, { read, take, named }: QuirkReading): Prediction {
  const request = take(observation);
  const asRead = (exchange: StandardExchange): StandardExchange =>
    read(exchange, request, observation.pageOrigin);
  const prediction = predictFor(
    { ...observation, request },
    { read: asRead, useCorsPreflightFlag: request.useCorsPreflightFlag },
  );
  return prediction.outcome === 'network-error'
    ? { ...prediction, values: prediction.values.map(named) }
    : prediction;
}

/** What differs from the standard in how an engine takes a request and its exchanges. */
interface Taking {
  readonly read?: (exchange: StandardExchange) => StandardExchange;
  readonly useCorsPreflightFlag?: boolean | undefined;
}

/** Returns what the standard makes of the exchanges of an observation, each as `read` gives it. */
export function predictFor(
  { request, pageOrigin, exchanges }: Pick<Observation, 'request' | 'pageOrigin' | 'exchanges'>,
  { read = (exchange) => exchange, useCorsPreflightFlag = false }: Taking = {},
): Prediction {
  const answered = exchanges.flatMap(({ purpose, url, method, response }): StandardExchange[] =>
    response === null
      ? []
      : [read({ purpose, url, method, status: response.status, headers: response.headers })],
  );
  return predict(
    {
      url: request.url,
      pageOrigin,
      method: request.method,
      headers: request.headers,
      credentialsMode: request.credentialsMode,
      mode: request.mode,
      redirectMode: request.redirectMode,
      streamingBody: request.streamingBody === true,
      // They set the flag, and do no more.
      uploadListeners: request.uploadListener === true || useCorsPreflightFlag,
    },
    answered,
  );
}

/** Returns a prediction as words that go on after "by the standard". */
export function inWords(prediction: Prediction): string {
  switch (prediction.outcome) {
    case 'response':
      return say('these exchanges give a response');
    case 'network-error':
      return say('these exchanges give a network error ({reason})', {
        reason: [prediction.reason, ...prediction.values].join(' '),
      });
    case 'exception':
      return say('the request cannot be made ({reason})', { reason: prediction.reason });
    case 'incomplete':
      return say(
        prediction.needs === 'preflight'
          ? 'a CORS-preflight request has to come first, and none was seen (it may have been answered from the CORS-preflight cache)'
          : 'the actual request has to follow, and none was seen',
      );
    case 'unexpected-exchange':
      return say('exchange {number} has no place ({reason})', {
        number: prediction.exchange + 1,
        reason: prediction.reason,
      });
    default:
      return prediction satisfies never;
  }
}
