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
import { violates, type Judgement } from './finding.ts';
import { heardOf, type ProbedByKey } from './probed.ts';

/** A check of something undeclared that a CORS-preflight response may also grant by a list. */
export type ListedKind = 'method-refused' | 'header-refused';

/**
 * Returns `judgement`, or what replaces it where it conforms: the first answer whose list grants what is not declared,
 * even if what was asked for is refused.
 */
export function withLists(
  judgement: Judgement,
  kind: ListedKind,
  list: ListExpectation | null,
  probed: ProbedByKey,
): Judgement {
  if (judgement.finding.status !== 'conforms' || list === null) return judgement;
  const [name, diagnosis] = lists[kind];
  const others = list.seenIn.map((key) => heardOf(probed, key)?.observation ?? null);
  for (const observation of [judgement.observation, ...others]) {
    if (observation === null) continue;
    const granted = grantedByList(observation, name, list);
    const [first] = granted;
    if (first === undefined) continue;
    const { method, headers } = first;
    return {
      finding: violates(diagnosis, { names: granted.map((asking) => asking.name).join(', ') }),
      observation,
      shownBy: { ...observation.request, method, headers },
    };
  }
  return judgement;
}

const lists = {
  'method-refused': ['Access-Control-Allow-Methods', 'method-undeclared-granted'],
  'header-refused': ['Access-Control-Allow-Headers', 'header-undeclared-granted'],
} as const satisfies Record<ListedKind, readonly [string, string]>;

type Lists = 'Access-Control-Allow-Methods' | 'Access-Control-Allow-Headers';

/**
 * Returns what the CORS-preflight responses of `observation` grant by a list beyond what is declared, each once, in
 * order. The wire and the standard alone say so, as no page was made to ask for it. Names of request headers are in
 * lower case. The result leaves out what says nothing: methods and request headers that a page may use unasked (with
 * some values at least), those that no page can use, and OPTIONS, which changes nothing.
 *
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function grantedByList(
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
