import type { NeighbourId } from '../diagnoses/vocabulary.ts';
import type { Observation } from '../model.ts';

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

/** The body of a shared response broke off; what had come of it by then, the page has read. */
export const isCutShort = ({ outcome, request }: Observation): boolean =>
  outcome.kind === 'response' && outcome.bodyError !== null && request.api === 'fetch';

/** A frame says that it has loaded when what it shows is the browser's own page in place of a refused one. */
export const isErrorPage = ({ failure, request }: Observation): boolean =>
  request.api === 'iframe' && failure !== null;
