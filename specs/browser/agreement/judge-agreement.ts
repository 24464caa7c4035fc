import type { Engine } from '../../../src/engines/engine.ts';
import { hasHttpScheme, isBadPort, parseUrl } from '../../../src/fetch-standard/urls.ts';
import { getHeader, headerValues } from '../../../src/fetch-standard/header-list.ts';
import { isToken } from '../../../src/fetch-standard/http-syntax.ts';
import { isRedirectStatus } from '../../../src/fetch-standard/statuses.ts';
import type { Prediction, ResponsePrediction } from '../../../src/fetch-standard/predict.ts';
import type { Observation } from '../../../src/model.ts';
import { predictByQuirk, predictFor } from '../../../src/judge/predict-observation.ts';
import { isSafe } from '../../../src/plan/safe-methods.ts';
import { blocksUserinfo } from '../../../src/engines/quirk-flags.ts';
import { quirkReadings } from '../../../src/engines/quirk-readings.ts';
import { unreadResponse } from '../../../src/judge/unread-response.ts';
import { authorityOf } from '../../../src/fetch-standard/urls.ts';
import { hearWitnesses, type Testimony } from '../../../src/judge/witnesses.ts';

/** Returns what the witnesses say of a random case, wherever it was redirected to. */
export function testimonyOf(observation: Observation, engine: Engine): Testimony {
  const urls = [observation.request, ...observation.exchanges].map(({ url }) => authorityOf(url));
  return hearWitnesses(observation, engine, new Set(urls));
}

/**
 * Says in one sentence how the browser, the server's own log and the standard differ over one random case, or
 * returns `null` if they agree. `logged` are the requests that reached the servers, as `METHOD URL`.
 */
export function disagreementOf(
  observation: Observation,
  testimony: Testimony,
  engine: Engine,
  logged: readonly string[],
): string | null {
  if (isSentAgain(observation)) return null;
  if (testimony.kind === 'disagreement') return testimony.reason;
  const sent = observation.exchanges.filter(({ response }) => response?.fromCache !== true);
  const wire = toldOnce(
    sent.map(({ method, url, response }) => ({
      line: `${method} ${url.replace(/#.*/, '')}`,
      status: response?.status,
    })),
  );
  if (wire.join('\n') !== logged.join('\n')) {
    return `The browser tells of [${wire.join(', ')}], the servers of [${logged.join(', ')}].`;
  }
  const predictions = predictionsFor(observation, engine);
  switch (testimony.kind) {
    case 'shared':
      return leastOf(predictions, (each) => responseDisagreement(observation, each));
    case 'refused':
      return leastOf(predictions, (each) => parameterDisagreement(observation, each));
    case 'neighbour':
      return unreadResponse(observation) !== null
        ? leastOf(predictions, (each) => responseDisagreement(observation, each))
        : leastOf(predictions, (each) => failureDisagreement(testimony, observation, each, engine));
    case 'granted':
    case 'unsent':
      return `Nothing was held, and yet the request is ${testimony.kind}.`;
    default:
      return testimony satisfies never;
  }
}

/**
 * Returns the requests as Chromium tells them: what is answered with status 421 is sent once more, on a connection of
 * its own, and told of once.
 */
export const toldOnce = (
  requests: readonly { readonly line: string; readonly status: number | undefined }[],
): string[] =>
  requests
    .filter(({ line, status }, index) => status !== 421 || requests[index + 1]?.line !== line)
    .map(({ line }) => line);

/**
 * Reports whether a request would be sent once more. The tap passes on no unsafe request a second time, so that what
 * would have come of it is not known.
 */
export const isSentAgain = ({ engine, exchanges }: Observation): boolean => {
  const last = exchanges.at(-1);
  return engine.id !== 'chromium' && last?.response?.status === 421 && !isSafe(last.method);
};

/** Returns `null` if one of the predictions is as seen; else what is said of the first, which knows no quirk. */
function leastOf(
  predictions: readonly Prediction[],
  disagreement: (prediction: Prediction) => string | null,
): string | null {
  const said = predictions.map(disagreement);
  return said.includes(null) ? null : (said[0] ?? null);
}

/** Returns what the standard says, and what it says to an engine with its quirks. */
function predictionsFor(observation: Observation, engine: Engine): Prediction[] {
  const last = observation.exchanges.at(-1)?.response?.status;
  return [
    predictFor(observation),
    ...quirkReadings(engine).map((reading) => {
      const prediction = predictByQuirk(observation, reading);
      // A reading may give a response another status, so that it is taken for what the engine takes it for.
      return prediction.outcome === 'response' && prediction.status !== 0
        ? { ...prediction, status: last ?? prediction.status }
        : prediction;
    }),
  ];
}

/** Says how the response that the page sees differs from that of the standard; `null` if it does not. */
function responseDisagreement({ outcome }: Observation, prediction: Prediction): string | null {
  if (outcome.kind !== 'response' || prediction.outcome !== 'response') return 'Only one has a response.';
  const seen = inOneLine({
    // An XMLHttpRequest does not tell a response's type.
    type: outcome.type === 'xhr' ? prediction.type : outcome.type,
    status: outcome.status,
    url: outcome.url,
    redirected: outcome.redirected,
    readableHeaderNames: outcome.headers.map(([name]) => name.toLowerCase()).sort(),
  });
  const expected = inOneLine(prediction);
  return seen === expected ? null : `The page sees ${seen}; by the standard it is ${expected}.`;
}

const inOneLine = (
  response: Omit<ResponsePrediction, 'outcome' | 'type'> & { readonly type: string },
): string =>
  [
    response.type,
    response.status,
    response.url,
    response.redirected,
    // A name with a space in it is on the wire, and no page can have it.
    [...new Set(response.readableHeaderNames)].filter(isToken).join(','),
  ].join(' ');

/** Names the engine's parameter if it is none of the values that the standard names; `null` otherwise. */
function parameterDisagreement({ refusal }: Observation, prediction: Prediction): string | null {
  if (refusal === null) return null;
  // Characters outside of ASCII are left out of the parameter.
  const parameter = asciiOf(refusal.parameter);
  const values = prediction.outcome === 'network-error' ? prediction.values : [];
  if (parameter === '' || values.some((value) => asciiOf(value) === parameter)) return null;
  return `The browser names ${JSON.stringify(parameter)}, the standard ${JSON.stringify(values)}.`;
}

const asciiOf = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');

/** What Chromium calls a failure that the standard makes of an answer, where it has no CORS code for it. */
const transportCodes: Readonly<Record<string, readonly string[]>> = {
  'redirect-limit': ['net::ERR_TOO_MANY_REDIRECTS'],
  'redirect-mode-error': ['net::ERR_FAILED'],
  'redirect-scheme-unsupported': ['net::ERR_UNSAFE_REDIRECT', 'net::ERR_UNKNOWN_URL_SCHEME'],
};

/**
 * What ends the exchanges in Chromium before the response of the last one is told, so that the standard has
 * nothing to say of it.
 */
const endings: Readonly<Record<string, (observation: Observation) => boolean>> = {
  // https://fetch.spec.whatwg.org/#http-redirect-fetch: the twenty-first redirect is the one too many.
  'net::ERR_TOO_MANY_REDIRECTS': ({ exchanges }) => exchanges.length >= 21,
  'net::ERR_INVALID_REDIRECT': ({ exchanges }) => exchanges.length > 0,
  // Two Location lines that differ, whatever the status.
  'net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION': ({ exchanges }) => exchanges.length > 0,
  // Status 407 of a server that is no proxy.
  'net::ERR_UNEXPECTED_PROXY_AUTH': ({ exchanges }) => exchanges.length > 0,
};

function failureDisagreement(
  { diagnosis, value: code }: Extract<Testimony, { kind: 'neighbour' }>,
  observation: Observation,
  prediction: Prediction,
  engine: Engine,
): string | null {
  if (isOutsideOfCors(diagnosis, observation, prediction, engine)) return null;
  if (prediction.outcome === 'network-error') {
    const { reason } = prediction;
    if (reason === diagnosis || transportCodes[reason]?.includes(code)) return null;
    if (isUntold(reason, observation, engine) && untold.has(diagnosis)) return null;
  }
  const last = observation.exchanges.at(-1);
  if (prediction.outcome === 'incomplete' && last?.response === null && endings[code]?.(observation))
    return null;
  if (
    code === 'origin' &&
    prediction.outcome === 'incomplete' &&
    /^\w+:\/\/[^/]*@/.test(getHeader(last?.response?.headers ?? [], 'Location') ?? '') &&
    blocksUserinfo(engine)
  ) {
    return null;
  }
  const standard =
    prediction.outcome === 'network-error' ? `a network error (${prediction.reason})` : prediction.outcome;
  return `The browser fails with ${code}; by the standard it is ${standard}.`;
}

/** What is said where an engine does not say why a request failed. */
const untold: ReadonlySet<string> = new Set(['connection-blocked', 'response-invalid']);

/**
 * Reports whether the engine may say nothing of `reason`: Chromium has a code for everything; others say nothing of
 * some, or one thing of several.
 */
function isUntold(reason: string, { request, refusal }: Observation, { id, codes }: Engine): boolean {
  const causes = (code: string): readonly string[] => [codes[code] ?? []].flat();
  const isNamed = Object.keys(codes).some((code) => causes(code).includes(reason));
  return (
    id !== 'chromium' &&
    (!isNamed || request.mode === 'no-cors' || causes(refusal?.code ?? '').includes(reason))
  );
}

/** Reports whether something ends the request that the standard leaves to others than the CORS protocol. */
function isOutsideOfCors(
  diagnosis: string,
  { exchanges, pageOrigin }: Observation,
  prediction: Prediction,
  { id }: Engine,
): boolean {
  const last = exchanges.at(-1);
  if (last === undefined || id === 'chromium') return false;
  const [location, ...others] = headerValues(last.response?.headers ?? [], 'Location');
  const to = location === undefined ? null : parseUrl(location, new URL(last.url));
  const goesOn = prediction.outcome !== 'response' && isRedirectStatus(last.response?.status ?? 0);
  switch (diagnosis) {
    case 'mixed-content':
      return goesOn && !pageOrigin.startsWith('http:') && to?.protocol === 'http:';
    case 'redirect-elsewhere':
      return goesOn && to !== null && !exchanges.some(({ url }) => authorityOf(url) === to.host);
    case 'connection-blocked':
      return (
        // Firefox ends where several lines differ whatever the status, and looks at the scheme first.
        (id === 'firefox' && others.some((other) => other !== location)) ||
        (id === 'firefox' && goesOn && location !== undefined && !(to !== null && hasHttpScheme(to))) ||
        // WebKit follows no empty one.
        (id === 'webkit' && goesOn && location === '') ||
        (goesOn && to !== null && isBadPort(Number(to.port)))
      );
    default:
      return false;
  }
}
