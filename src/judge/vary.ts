import type { VariantRole } from '../plan/derived-check.ts';
import { getDecodeAndSplit, headerValues } from '../fetch-standard/header-list.ts';
import { listed } from '../words/listed.ts';
import type { Exchange, HeaderList, Observation } from '../model.ts';
import { answersLater } from './answers-later.ts';
import { isReusable, isSharedOnceStored } from './reusable.ts';
import { conforms, inapplicable, inconclusive, violates, type Finding } from './finding.ts';

/** The answer that one kind of request got; `null` observation if its page could not be made. */
export interface Variant {
  readonly role: VariantRole;
  readonly observation: Observation | null;
}

type Response = NonNullable<Exchange['response']>;

interface Answer {
  readonly role: VariantRole;
  readonly response: Response;
  readonly observation: Observation;
}

/**
 * Judges whether each answer says `Vary: Origin` where the CORS headers depend on the request's origin. The answer to
 * a request without Origin has to as well. An actual response that no cache may store needs none. Only answers to
 * requests that differ in their origin alone are compared: others may differ for another reason, such as a token.
 * Statuses of `declared` are those of the answer that was expected.
 *
 * https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function judgeVary(
  on: 'actual' | 'preflight',
  variants: readonly Variant[],
  declared: readonly number[] = [],
): Finding {
  const isWithHeaders = ({ role }: Variant): boolean => role === 'trusted-with-headers';
  const withHeaders = answersOf(on, variants.filter(isWithHeaders));
  const without = answersOf(
    on,
    variants.filter((variant) => !isWithHeaders(variant)),
  );
  const answers = [...without, ...withHeaders];
  if (!without.some(({ role }) => role === 'trusted') || without.length < 2) {
    return inapplicable('Too few answers were seen to compare; see the verdicts on the same requests.');
  }
  const late = answers.find(({ response }) => answersLater(response.status, declared));
  if (late !== undefined) {
    return inconclusive(
      `The answers cannot be compared: ${inWords[late.role]} has status ${late.response.status}, which says that the API does not answer just now.`,
    );
  }
  const lacking = answers.filter((answer) => lacksVary(on, answer));
  if (differ(without) || differ(withHeaders)) {
    if (lacking.length === 0) return conforms('Each answer that a cache may store carries Vary: Origin.');
    return violates(on === 'actual' ? 'vary-origin-missing' : 'preflight-vary-origin-missing', {
      names: listed(namesOf(lacking)),
    });
  }
  if (!differ(answers)) return conforms('The answer is the same for every origin, so no Vary is needed.');
  // With the headers it is another answer, but these alone may be why.
  return withHeaders.some((answer) => lacking.includes(answer))
    ? inapplicable(
        `Whether ${inWords['trusted-with-headers']} depends on the origin was not seen: no other page may send these headers, and without them every origin gets an answer with other CORS headers than that.`,
      )
    : conforms('Each answer that may depend on the origin carries Vary: Origin, or no cache may store it.');
}

/**
 * Returns what shows the finding to a person: a trusted page's request with the headers that it has. Where its answer
 * carries Vary, and that of another page does not, it is the other page's.
 */
export function varyEvidence(
  on: 'actual' | 'preflight',
  variants: readonly Variant[],
  status: Finding['status'],
): Observation | null {
  const ownFirst = [
    ...variants.filter(({ role }) => role === 'trusted-with-headers'),
    ...variants.filter(({ role }) => role !== 'trusted-with-headers'),
  ];
  const lacking = answersOf(on, variants).filter((answer) => lacksVary(on, answer));
  const shows = ({ observation }: Variant): boolean =>
    observation !== null &&
    (status !== 'violates' || lacking.some((answer) => answer.observation === observation));
  return ownFirst.find(shows)?.observation ?? null;
}

const inWords = {
  trusted: 'the answer to a trusted origin',
  'other-trusted': 'the answer to another trusted origin',
  untrusted: 'the answer to an untrusted origin',
  absent: 'the answer to a request without Origin',
  'trusted-with-headers': 'the answer to a trusted origin with the declared request headers',
} as const satisfies Record<VariantRole, string>;

/** Each once; of trusted pages' answers the plain one says enough. */
function namesOf(answers: readonly Answer[]): string[] {
  const roles = new Set(answers.map(({ role }) => role));
  if (roles.has('trusted')) roles.delete('trusted-with-headers');
  return [...roles].map((role) => inWords[role]);
}

const differ = (answers: readonly Answer[]): boolean =>
  new Set(answers.map(({ response }) => corsHeaders(response))).size > 1;

const lacksVary = (on: 'actual' | 'preflight', { response }: Answer): boolean =>
  !variesByOrigin(response.headers) &&
  (on === 'preflight' ? isSharedOnceStored(response) : isReusable(response));

/**
 * Returns what answered at one URL. A preflight is asked about the first one; of redirects the last one is compared
 * that the trusted page, which is the first of `variants`, came to. Another page may be led on, or be stopped before.
 */
function answersOf(on: 'actual' | 'preflight', variants: readonly Variant[]): Answer[] {
  const exchangesOf = ({ observation }: Variant): Exchange[] =>
    (observation?.exchanges ?? []).filter(({ purpose }) => purpose === on);
  const [first] = variants;
  const own = first === undefined ? [] : exchangesOf(first);
  const url = (on === 'actual' ? own.at(-1) : own[0])?.url;
  return variants.flatMap((variant): Answer[] => {
    const response = exchangesOf(variant).findLast((exchange) => exchange.url === url)?.response ?? null;
    const { role, observation } = variant;
    return response === null || observation === null ? [] : [{ role, response, observation }];
  });
}

/** Returns what the CORS protocol reads of a response, as one comparable string. */
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
