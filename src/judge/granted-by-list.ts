import type { ListExpectation } from '../plan/derived-check.ts';
import { isCorsSafelistedMethod, isForbiddenMethod, normalizeMethod } from '../fetch-standard/methods.ts';
import {
  isCorsSafelistedRequestHeader,
  isForbiddenRequestHeader,
} from '../fetch-standard/request-headers.ts';
import { extractTokenList } from '../fetch-standard/header-values.ts';
import { byteLowerCase, type HeaderList } from '../fetch-standard/header-list.ts';
import { validatePreflight } from '../fetch-standard/preflight.ts';
import type { Observation } from '../model.ts';

type Lists = 'Access-Control-Allow-Methods' | 'Access-Control-Allow-Headers';

/**
 * What the CORS-preflight responses of `observation` grant by a list beyond what is declared, each once, in order: by
 * the wire and the standard alone, as no page was made to ask for it. Names of request headers are in lower case. Left
 * out is what says nothing: methods and request headers that a page may use unasked (with some values at least), those
 * that no page can use, and OPTIONS, which changes nothing.
 *
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function grantedByList(
  observation: Observation,
  list: Lists,
  { declared, asked }: Pick<ListExpectation, 'declared' | 'asked'>,
): Asking[] {
  const known = new Set([...declared, ...asked]);
  const { pageOrigin: origin, request, exchanges } = observation;
  const granted = exchanges.flatMap(({ purpose, response }) => {
    if (purpose !== 'preflight' || response === null) return [];
    const items = extractTokenList(response.headers, list);
    if (items === null || items === 'failure') return [];
    return items.flatMap((item) => {
      const asking = requestFor[list](item);
      // Where "*" is no wildcard it is a name, and nobody's.
      if (item === '*' || asking === null || known.has(asking.name)) return [];
      const { credentialsMode } = request;
      const preflighted = { origin, credentialsMode, useCorsPreflightFlag: false, ...asking };
      return validatePreflight(preflighted, response).ok ? [asking] : [];
    });
  });
  return [...new Map(granted.map((asking) => [asking.name, asking])).values()];
}

/** A method or the name of a request header, and a request that it would let by. */
interface Asking {
  readonly name: string;
  readonly method: string;
  readonly headers: HeaderList;
}

/** The request that an item of the list would let by; `null` if it says nothing. */
const requestFor: Readonly<Record<Lists, (item: string) => Asking | null>> = {
  'Access-Control-Allow-Methods': (method) =>
    isCorsSafelistedMethod(method) ||
    isForbiddenMethod(method) ||
    method === 'OPTIONS' ||
    // No page can ask for `delete`: it becomes DELETE.
    normalizeMethod(method) !== method
      ? null
      : { name: method, method, headers: [] },
  'Access-Control-Allow-Headers': (item) => {
    const name = byteLowerCase(item);
    return isSafelistedWithSomeValue(name) || isForbiddenRequestHeader(name, '1')
      ? null
      : { name, method: 'GET', headers: [[name, '1']] };
  },
};

const isSafelistedWithSomeValue = (name: string): boolean =>
  ['*/*', 'en', 'text/plain', 'bytes=0-'].some((value) => isCorsSafelistedRequestHeader(name, value));
