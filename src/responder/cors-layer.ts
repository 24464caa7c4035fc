import { containsHeader, getDecodeAndSplit, getHeader, headerValues } from '../fetch-standard/header-list.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Exchange, HeaderList } from '../model.ts';
import type { Response } from './usual.ts';

/** An exchange that was answered. */
export interface Answered extends Exchange {
  readonly response: Response;
}

/** What other responses of the API say of one that fails. */
export interface LayerSeen {
  /** Sentences; empty if nothing was seen. */
  readonly said: string;
  /** Whether it is there for this very address, so that to add it is no cure. */
  readonly isThere: boolean;
}

const nothingSeen: LayerSeen = { said: '', isThere: false };

/**
 * Returns what `others`, the API's responses that carry CORS headers, say of `failed`: that it does not pass what adds
 * them, that what they set is written over, or that it passes two such. `isOwn`: it was made by the application, or may
 * have been. Pure.
 */
export function layerSeen(
  diagnosis: DiagnosisId,
  failed: Answered,
  others: readonly Answered[],
  { isOwn }: { readonly isOwn: boolean },
): LayerSeen {
  const forPage = others.filter((one) => isForPageOf(failed, one));
  switch (diagnosis) {
    case 'origin-missing':
      return notListed(failed, forPage, others) ?? missingOn(failed, forPage, { isOwn });
    case 'preflight-origin-missing':
      return notListed(failed, forPage, others) ?? missingOnPreflight(forPage);
    case 'vary-origin-missing':
      return written(failed, others);
    case 'origin-multiple':
    case 'preflight-origin-multiple':
      return doubled(failed, others);
    default:
      return nothingSeen;
  }
}

/** Reports whether `one` carries CORS headers for the page that `failed` was asked from, so that the page is known there. */
const isForPageOf = (failed: Answered, { requestHeaders, response }: Answered): boolean =>
  getHeader(response.headers, 'Access-Control-Allow-Origin') === '*' ||
  getHeader(requestHeaders, 'Origin') === getHeader(failed.requestHeaders, 'Origin');

/** Says that what is missing is not the layer, but the page in its list; returns `null` if that was not seen. */
function notListed(
  failed: Answered,
  forPage: readonly Answered[],
  others: readonly Answered[],
): LayerSeen | null {
  const isAlike = (one: Answered): boolean =>
    one.purpose === failed.purpose && pathOf(one) === pathOf(failed) && one.method === failed.method;
  const alike = others.find(isAlike);
  if (alike === undefined || forPage.some(isAlike)) return null;
  const origin = getHeader(failed.requestHeaders, 'Origin') ?? '';
  const listed = getHeader(alike.requestHeaders, 'Origin') ?? '';
  return {
    said: `The CORS layer is there: ${inWords(alike)} carries its headers for ${listed}. It does not know ${origin}: add this origin to its list.`,
    isThere: false,
  };
}

function missingOn(
  failed: Answered,
  others: readonly Answered[],
  { isOwn }: { readonly isOwn: boolean },
): LayerSeen {
  const actual = others.filter(({ purpose }) => purpose === 'actual');
  const here = others.filter((one) => pathOf(one) === pathOf(failed));
  const [example] = [...actual.filter((one) => here.includes(one)), ...actual, ...others];
  if (example === undefined) return nothingSeen;
  if (actual.length === 0) {
    return {
      said: `The CORS headers stand on CORS-preflight responses alone: what answers OPTIONS is not what answers ${failed.method}. Send them on this response as well.`,
      isThere: false,
    };
  }
  const there = `The CORS layer is there: ${inWords(example)} carries its headers. This response does not pass it.`;
  return { said: isOwn ? `${there} ${placesOf(failed.response.status)}` : there, isThere: here.length > 0 };
}

const placesOf = (status: number): string =>
  isOkStatus(status)
    ? 'Look for a handler that writes the response by itself (raw, streamed, hijacked), and for a group, a mount or a router that the layer is not applied to.'
    : 'Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front.';

function missingOnPreflight(others: readonly Answered[]): LayerSeen {
  const example = others.find(({ purpose }) => purpose === 'actual');
  return example === undefined
    ? nothingSeen
    : {
        said: `The CORS layer is there: ${inWords(example)} carries its headers. OPTIONS does not pass it: something before it answers, such as the router, a check for a token, or a server in front.`,
        isThere: false,
      };
}

function written({ response }: Answered, others: readonly Answered[]): LayerSeen {
  const names = varyNames(response.headers);
  const example = others.find((one) => varyNames(one.response.headers).includes('origin'));
  if (example === undefined || names.length === 0 || !allows(response.headers)) return nothingSeen;
  return {
    said: `The CORS layer is there: ${inWords(example)} says Vary: Origin. This response says Vary: ${names.join(', ')}: what the layer sets is written over behind it. Have the handler append its names to Vary, or name Origin there too.`,
    isThere: true,
  };
}

function doubled(failed: Answered, others: readonly Answered[]): LayerSeen {
  const count = valuesOf(failed.response.headers).length;
  const once = others.find(({ response }) => valuesOf(response.headers).length === 1);
  const beside = once === undefined ? '' : `; ${inWords(once)} carries it once`;
  return {
    said: `This response passes ${count === 2 ? 'two layers' : `${count} layers`} that add Access-Control-Allow-Origin${beside}.`,
    isThere: false,
  };
}

const inWords = ({ purpose, method, url, response }: Answered): string =>
  purpose === 'preflight'
    ? `the CORS-preflight response for ${new URL(url).pathname}`
    : `the answer to ${method} ${new URL(url).pathname} (status ${response.status})`;

const pathOf = ({ url }: Exchange): string => new URL(url).pathname;

const valuesOf = (headers: HeaderList): readonly string[] =>
  headerValues(headers, 'Access-Control-Allow-Origin').flatMap((value) => value.split(','));

const varyNames = (headers: HeaderList): readonly string[] =>
  (getDecodeAndSplit(headers, 'Vary') ?? []).map((name) => name.toLowerCase()).filter((name) => name !== '');

/** Reports whether a response carries the headers of a CORS layer. */
export const allows = (headers: HeaderList): boolean =>
  containsHeader(headers, 'Access-Control-Allow-Origin');
