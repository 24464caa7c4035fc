import type { NeighbourId } from '../diagnoses/vocabulary.ts';
import type { EngineQuirks } from '../engines/engine.ts';
import { hidesMultipartReplace } from '../engines/quirk-flags.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { Prediction } from '../fetch-standard/predict.ts';
import type { Observation, PageApi } from '../model.ts';

/**
 * Returns why the page's script did not get the content of a response that the browser let pass, where its own request
 * is to blame; `null` if it got it. Pure; knows nothing of what a server sent.
 */
export function unreadResponse({ outcome, request }: Observation): UnreadResponse | null {
  if (outcome.kind !== 'response') return null;
  const { type, bodyError } = outcome;
  if (type === 'opaque' || type === 'opaqueredirect') return { diagnosis: 'response-opaque', value: type };
  const diagnosis = byApi[request.api];
  return bodyError === null || diagnosis === undefined ? null : { diagnosis, value: bodyError };
}

export interface UnreadResponse {
  readonly diagnosis: NeighbourId;
  readonly value: string;
}

/** What an error of the API means when the page reaches for the content. */
const byApi: Readonly<Partial<Record<Observation['request']['api'], NeighbourId>>> = {
  canvas: 'canvas-tainted',
  stylesheet: 'stylesheet-rules-unreadable',
  iframe: 'frame-document-unreadable',
};

/**
 * Returns what the page was given for a request of which it says that it failed, where neither the browser nor the standard
 * names a refusal: it is not what was asked for, such as an error page in place of an image. `null` if that is not so.
 */
export function unusableResponse(
  { request, refusal, failure, exchanges }: Observation,
  { outcome }: Prediction,
): UnreadResponse | null {
  const asker = takers[request.api];
  if (asker === undefined || outcome !== 'response') return null;
  if (refusal !== null && refusal.code !== disallowedType) return null;
  if (failure !== null && failure !== givenUp) return null;
  const response = exchanges.at(-1)?.response;
  if (response == null) return null;
  const type = getHeader(response.headers, 'Content-Type');
  const came = `status ${response.status}, ${type === null ? 'without Content-Type' : `Content-Type: ${type}`}`;
  return { diagnosis: 'connection-blocked', value: `the response (${came}) is not what ${asker} takes` };
}

/** The APIs that take no response but one of a kind. */
const takers: Readonly<Partial<Record<PageApi, string>>> = {
  image: 'an image',
  font: 'a font',
  module: 'a module script',
  stylesheet: 'a stylesheet',
  EventSource: 'an EventSource',
};

/** What Firefox calls a module of a type that is none, beside the texts of a refusal. */
const disallowedType = 'MIMEMISMATCH';
/** What Chromium calls a response that its own page no longer wants, such as a font with an error status. */
const givenUp = 'net::ERR_ABORTED';

/** Reports whether the body of a shared response broke off; what had come of it by then, the page has read. */
export const isCutShort = ({ outcome, request }: Observation): boolean =>
  outcome.kind === 'response' && outcome.bodyError !== null && request.api === 'fetch';

/** Reports whether `engine` makes a body break off for the page of which the connection brought all. */
export function isUnreadByQuirk({ exchanges, failure }: Observation, engine: EngineQuirks): boolean {
  const type = getHeader(exchanges.at(-1)?.response?.headers ?? [], 'Content-Type') ?? '';
  return (
    hidesMultipartReplace(engine) && failure === null && /^multipart\/x-mixed-replace *(;|$)/i.test(type)
  );
}

/**
 * Reports whether a frame shows the browser's own page in place of a refused one: it says then, too, that it has
 * loaded.
 */
export const isErrorPage = ({ failure, request }: Observation): boolean =>
  request.api === 'iframe' && failure !== null;
