import { getDecodeAndSplit } from '../fetch-standard/get-decode-and-split.ts';
import { getHeader, headerValues } from '../fetch-standard/header-list.ts';
import { listed } from '../listed.ts';
import type { Exchange, HeaderList, Observation } from '../model.ts';
import { answersLater } from './answers-later.ts';
import { conforms, inapplicable, inconclusive, violates, type Finding } from './finding.ts';

/** The answer that one kind of origin got; `null` observation if its page could not be made. */
export interface Variant {
  readonly role: 'trusted' | 'untrusted' | 'absent';
  readonly observation: Observation | null;
}

type Response = NonNullable<Exchange['response']>;

/**
 * Where the CORS headers depend on the request's origin, each answer has to say so with `Vary: Origin`, the one
 * to a request without Origin too. An actual response that no cache may store needs none.
 *
 * https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function judgeVary(on: 'actual' | 'preflight', variants: readonly Variant[]): Finding {
  const answers = variants.flatMap(({ role, observation }) => {
    const response = answerOf(on, observation);
    return response === null ? [] : [{ role, response }];
  });
  if (!answers.some(({ role }) => role === 'trusted') || answers.length < 2) {
    return inapplicable('Too few answers were seen to compare; see the verdicts on the same requests.');
  }
  const late = answers.find(({ response }) => answersLater(response.status));
  if (late !== undefined) {
    return inconclusive(
      `The answers cannot be compared: ${inWords[late.role]} has status ${late.response.status}, which says that the API does not answer just now.`,
    );
  }
  const [first, ...others] = answers.map(({ response }) => corsHeaders(response));
  if (others.every((other) => other === first)) {
    return conforms('The answer is the same for every origin, so no Vary is needed.');
  }
  const lacking = answers.filter(
    ({ response }) =>
      !variesByOrigin(response.headers) &&
      (on === 'preflight' ? !isUnstorable(response) : isStorable(response)),
  );
  if (lacking.length === 0) return conforms('Each answer that a cache may store carries Vary: Origin.');
  return violates(on === 'actual' ? 'vary-origin-missing' : 'preflight-vary-origin-missing', {
    names: listed(lacking.map(({ role }) => inWords[role])),
  });
}

const inWords = {
  trusted: 'the answer to a trusted origin',
  untrusted: 'the answer to an untrusted origin',
  absent: 'the answer to a request without Origin',
} as const;

function answerOf(on: 'actual' | 'preflight', observation: Observation | null): Response | null {
  const exchanges = observation?.exchanges.filter(({ purpose }) => purpose === on) ?? [];
  // A preflight is asked about the first URL; after redirects the last response is the one that is shared.
  return (on === 'actual' ? exchanges.at(-1) : exchanges[0])?.response ?? null;
}

/** What the CORS protocol reads of a response, as one comparable string. */
function corsHeaders({ headers }: Response): string {
  return JSON.stringify(
    ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Access-Control-Expose-Headers'].map(
      (name) => headerValues(headers, name),
    ),
  );
}

/** Reports whether a response says that another origin may get another one. */
export function variesByOrigin(headers: HeaderList): boolean {
  return (getDecodeAndSplit(headers, 'Vary') ?? []).some(
    (name) => name === '*' || name.toLowerCase() === 'origin',
  );
}

/**
 * Reports whether a cache may store the response: it is not forbidden to, and it has an explicit lifetime or a
 * status that is heuristically cacheable.
 *
 * https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
function isStorable(response: Response): boolean {
  const { status, headers } = response;
  if (isUnstorable(response)) return false;
  return (
    cacheDirectives(response).some((name) => ['public', 'max-age', 's-maxage'].includes(name)) ||
    getHeader(headers, 'Expires') !== null ||
    heuristicallyCacheable.has(status)
  );
}

const isUnstorable = (response: Response): boolean => cacheDirectives(response).includes('no-store');

/** The names of the directives: what stands in a quoted argument is none. */
const cacheDirectives = ({ headers }: Response): string[] =>
  (getDecodeAndSplit(headers, 'Cache-Control') ?? []).map((directive) =>
    directive.replace(/\s*=.*$/s, '').toLowerCase(),
  );

const heuristicallyCacheable: ReadonlySet<number> = new Set([
  200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501,
]);
