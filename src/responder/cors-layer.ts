import { containsHeader, getHeader } from '../fetch-standard/header-list.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { HeaderList } from '../model.ts';
import { allowedOrigins, pathOf, varyNames, type Answered, type Carrying } from './carrying.ts';
import { say } from '../words/say.ts';

/** What other responses of the API say of one that fails. */
export interface LayerSeen {
  /** Sentences; empty if nothing was seen. */
  readonly said: string;
  /** Whether it is there for this very address, so that to add it is no cure. */
  readonly isThere: boolean;
  /** Whether other actual responses carry its headers, so that it is more than what answers OPTIONS. */
  readonly isOnOthers: boolean;
  /** Whether the response does not pass it, so that it matters what the layer of a stack misses. */
  readonly isMissed: boolean;
}

export const nothingSeen: LayerSeen = {
  said: '',
  isThere: false,
  isOnOthers: false,
  isMissed: false,
};

/**
 * Returns what `carrying`, the API's responses that carry CORS headers, say of `failed`: that it does not pass what adds
 * them, that what they set is written over, or that it passes two such. `isOwn`: it was made by the application, or may
 * have been. Pure.
 */
export function layerSeen(
  diagnosis: DiagnosisId,
  failed: Answered,
  carrying: Carrying,
  { isOwn }: { readonly isOwn: boolean },
): LayerSeen {
  switch (diagnosis) {
    case 'origin-missing':
      return notListed(failed, carrying) ?? missingOn(failed, carrying, { isOwn });
    case 'preflight-origin-missing':
      return notListed(failed, carrying) ?? missingOnPreflight(failed, carrying);
    case 'vary-origin-missing':
      return written(failed, carrying);
    case 'origin-multiple':
    case 'preflight-origin-multiple':
      return doubled(failed, carrying);
    default:
      return nothingSeen;
  }
}

/** Returns the origin of the page that made the request; `null` if it names none. */
const pageOf = ({ requestHeaders }: Answered): string | null => getHeader(requestHeaders, 'Origin');

/** Says that what is missing is not the layer, but the page in its list; returns `null` if that was not seen. */
function notListed(failed: Answered, carrying: Carrying): LayerSeen | null {
  const alike = { purpose: failed.purpose, path: pathOf(failed), method: failed.method };
  const other = carrying.first(alike);
  if (other === undefined || carrying.first({ ...alike, page: pageOf(failed) }) !== undefined) return null;
  const origin = pageOf(failed) ?? '';
  return {
    said: say(
      'The CORS layer is there: {answer} carries its headers for {page}. It does not know {origin}: add this origin to its list.',
      { answer: inWords(other), page: pageOf(other) ?? '', origin },
    ),
    isThere: false,
    isOnOthers: false,
    isMissed: false,
  };
}

function missingOn(failed: Answered, carrying: Carrying, { isOwn }: { readonly isOwn: boolean }): LayerSeen {
  const here = { page: pageOf(failed), path: pathOf(failed) };
  const actual = { page: pageOf(failed), purpose: 'actual' } as const;
  const example = carrying.first({ ...actual, ...here }) ?? carrying.first(actual);
  if (example === undefined) {
    if (carrying.first({ page: pageOf(failed) }) === undefined) return nothingSeen;
    return {
      said: say(
        'The CORS headers stand on CORS-preflight responses alone: what answers OPTIONS is not what answers {method}. Send them on this response as well.',
        { method: failed.method },
      ),
      isThere: false,
      isOnOthers: false,
      isMissed: true,
    };
  }
  const there = say(
    'The CORS layer is there: {answer} carries its headers. This response does not pass it.',
    { answer: inWords(example) },
  );
  return {
    said: isOwn ? `${there} ${placesOf(failed.response.status)}` : there,
    isThere: carrying.first(here) !== undefined,
    isOnOthers: true,
    isMissed: true,
  };
}

const placesOf = (status: number): string =>
  isOkStatus(status)
    ? say(
        'Look for a handler that writes the response by itself (raw, streamed, hijacked), and for a group, a mount or a router that the layer is not applied to.',
      )
    : say(
        'Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front.',
      );

function missingOnPreflight(failed: Answered, carrying: Carrying): LayerSeen {
  const example = carrying.first({ page: pageOf(failed), purpose: 'actual' });
  return example === undefined
    ? nothingSeen
    : {
        said: say(
          'The CORS layer is there: {answer} carries its headers. OPTIONS does not pass it: something before it answers, such as the router, a check for a token, or a server in front.',
          { answer: inWords(example) },
        ),
        isThere: false,
        isOnOthers: false,
        isMissed: true,
      };
}

function written({ response }: Answered, carrying: Carrying): LayerSeen {
  const names = varyNames(response.headers);
  const example = carrying.first({ says: 'vary' });
  if (example === undefined || names.length === 0 || !allows(response.headers)) return nothingSeen;
  return {
    said: say(
      'The CORS layer is there: {answer} says Vary: Origin. This response says Vary: {names}: what the layer sets is written over behind it, by a handler or by a server in front. Have that one append its names to Vary, or name Origin there too.',
      { answer: inWords(example), names: names.join(', ') },
    ),
    isThere: true,
    isOnOthers: true,
    isMissed: true,
  };
}

function doubled(failed: Answered, carrying: Carrying): LayerSeen {
  const count = allowedOrigins(failed.response.headers).length;
  const once = carrying.first({ says: 'once' });
  const layers = count === 2 ? say('two layers') : say('{count} layers', { count });
  return {
    said:
      once === undefined
        ? say('This response passes {layers} that add Access-Control-Allow-Origin.', { layers })
        : say(
            'This response passes {layers} that add Access-Control-Allow-Origin; {answer} carries it once.',
            {
              layers,
              answer: inWords(once),
            },
          ),
    isThere: false,
    isOnOthers: false,
    isMissed: true,
  };
}

const inWords = ({ purpose, method, url, response }: Answered): string =>
  purpose === 'preflight'
    ? say('the CORS-preflight response for {path}', { path: new URL(url).pathname })
    : say('the answer to {method} {path} (status {status})', {
        method,
        path: new URL(url).pathname,
        status: response.status,
      });

/** Reports whether a response carries the headers of a CORS layer. */
export const allows = (headers: HeaderList): boolean =>
  containsHeader(headers, 'Access-Control-Allow-Origin');
