import type { VariantRole } from '../plan/derived-check.ts';
import { containsHeader, getDecodeAndSplit, headerValues } from '../fetch-standard/header-list.ts';
import { listed } from '../words/listed.ts';
import type { Exchange, HeaderList, Observation } from '../model.ts';
import { answersLater } from './answers-later.ts';
import { withoutToken } from './uncached-url.ts';
import { isReusable, isSharedOnceStored } from './reusable.ts';
import { conforms, inapplicable, inconclusive, violates, type Finding } from './finding.ts';
import { say, type Word } from '../words/say.ts';

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
  const withHeaders = answersOf(on, variants.filter(isWithHeaders));
  const without = answersOf(
    on,
    variants.filter((variant) => !isWithHeaders(variant)),
  );
  const late = [...without, ...withHeaders].find(({ response }) => answersLater(response.status, declared));
  if (late !== undefined) {
    return inconclusive(
      say(
        'The answers cannot be compared: {answer} has status {status}, which says that the API does not answer just now.',
        { answer: nameOf(late), status: late.response.status },
      ),
    );
  }
  return on === 'preflight' ? judgePreflights([without, withHeaders]) : judgeActual(without, withHeaders);
}

/** Reports whether there are a trusted page's answer and another one, to requests that differ in their origin alone. */
const isComparable = (answers: readonly Answer[]): boolean =>
  answers.length > 1 && answers.some(({ role }) => role === 'trusted' || role === 'trusted-with-headers');

const tooFew = say('Too few answers were seen to compare; see the verdicts on the same requests.');

function judgeActual(without: readonly Answer[], withHeaders: readonly Answer[]): Finding {
  if (!isComparable(without)) return inapplicable(tooFew);
  const answers = [...without, ...withHeaders];
  const lacking = answers.filter((answer) => lacksVary('actual', answer));
  if (differ(without) || differ(withHeaders)) {
    if (lacking.length === 0) {
      return (
        overwritten(without) ?? conforms(say('Each answer that a cache may store carries Vary: Origin.'))
      );
    }
    return violates('vary-origin-missing', { names: listed(namesOf(lacking)) });
  }
  if (!differ(answers)) {
    return (
      overwritten(without) ?? conforms(say('The answer is the same for every origin, so no Vary is needed.'))
    );
  }
  // With the headers it is another answer, but these alone may be why.
  const own = withHeaders.find((answer) => lacking.includes(answer));
  return own !== undefined
    ? inapplicable(
        isBySession(own)
          ? say(
              'Whether {answer} depends on the origin was not seen: no other page has the session, and without it every origin gets an answer with other CORS headers than that.',
              { answer: nameOf(own) },
            )
          : say(
              'Whether {answer} depends on the origin was not seen: no other page may send these headers, and without them every origin gets an answer with other CORS headers than that.',
              { answer: nameOf(own) },
            ),
      )
    : (overwritten(without) ??
        conforms(
          say('Each answer that may depend on the origin carries Vary: Origin, or no cache may store it.'),
        ));
}

/**
 * Judges the answers to each CORS-preflight request by themselves. One that is refused to everybody is refused for what
 * it asks, and shows nothing of origins.
 */
function judgePreflights(groups: readonly (readonly Answer[])[]): Finding {
  const compared = groups.filter(isComparable);
  if (compared.length === 0) return inapplicable(tooFew);
  const differing = compared.filter(differ).flat();
  const lacking = differing.filter((answer) => lacksVary('preflight', answer));
  if (lacking.length > 0) {
    return violates('preflight-vary-origin-missing', { names: listed(namesOf(lacking)) });
  }
  if (differing.length > 0) return conforms(say('Each answer that a cache may store carries Vary: Origin.'));
  const allows = ({ response }: Answer): boolean =>
    containsHeader(response.headers, 'Access-Control-Allow-Origin');
  return compared.flat().some(allows)
    ? conforms(say('The answer is the same for every origin, so no Vary is needed.'))
    : inapplicable(
        say(
          'The CORS-preflight requests that were compared are refused to everybody, so whether the answer depends on the origin was not seen.',
        ),
      );
}

/** Returns the finding where what adds the CORS headers replaces the Vary of the handler; `null` if it does not. */
function overwritten(answers: readonly Answer[]): Finding | null {
  const fields = overwrittenFields(answers);
  return fields === null ? null : violates('vary-overwritten', fields);
}

/** The fields of Vary, as texts: those of a trusted page's answer, and those that it lacks. */
interface Fields {
  readonly value: string;
  readonly names: string;
}

/**
 * Returns the fields of Vary where what adds the CORS headers replaces those of the handler: the answer without them, which
 * is the same otherwise, names fields that the answer to a trusted page lacks. `null` if it does not.
 */
function overwrittenFields(answers: readonly Answer[]): Fields | null {
  const [trusted] = answers.filter(({ role }) => role === 'trusted');
  const plain = answers.find(({ role }) => role === 'absent');
  if (trusted === undefined || plain === undefined) return null;
  const { response } = trusted;
  if (!isReusable(response) || response.status !== plain.response.status) return null;
  const kept = varyNames(response.headers);
  const lost = varyNames(plain.response.headers).filter(
    (name) => !kept.includes(name) && !namedByEveryRequest.test(name),
  );
  if (lost.length === 0 || kept.includes('*') || !kept.includes('origin')) return null;
  return { value: kept.join(', '), names: lost.join(', ') };
}

/**
 * Returns what to do as well where Vary: Origin is missing for others: what adds the CORS headers replaces the Vary of the
 * handler where it says it. Else the empty string.
 */
export function replacedVaryCure(variants: readonly Variant[]): string {
  const fields = overwrittenFields(
    answersOf(
      'actual',
      variants.filter((variant) => !isWithHeaders(variant)),
    ),
  );
  return fields === null
    ? ''
    : say(
        'The answer to a trusted origin says Vary: {value}, and the one to a request without Origin Vary: {names}: what adds the CORS headers replaces the Vary of the handler. Have it append Origin to the Vary that is there.',
        { ...fields },
      );
}

/**
 * Returns what to do first, in sentences, where Vary: Origin is not missing but lost: another answer of the same address,
 * among those of `all`, has it, and an answer to a trusted page has another Vary. It is a CORS-preflight response, or one
 * that is not compressed where this one is. Else the empty string.
 */
export function lostVaryCure(variants: readonly Variant[], all: Iterable<Observation>): string {
  const own = answersOf('actual', variants).find(
    (answer) => answer.role.startsWith('trusted') && lacksVary('actual', answer),
  );
  const names = own === undefined ? [] : varyNames(own.response.headers);
  if (own === undefined || names.length === 0) return '';
  const { url } = own.observation.request;
  const isByCompression = isCompressed(own.response) && names.includes('accept-encoding');
  const others = [...all]
    .flatMap(({ exchanges }) => exchanges)
    .filter((exchange) => exchange.url === url && variesByOrigin(exchange.response?.headers ?? []));
  const said = { names: names.join(', ') };
  if (isByCompression && others.some(({ response }) => response !== null && !isCompressed(response))) {
    return say(
      'Another answer of this address, which is not compressed, says Vary: Origin, and this answer says Vary: {names}: what compresses replaces the Vary of the CORS layer. Have it append Accept-Encoding to Vary, or add the CORS headers behind it. A request without Accept-Encoding, which every browser sends, does not show this.',
      said,
    );
  }
  return others.some(({ purpose }) => purpose === 'preflight')
    ? say(
        'The CORS-preflight response of this address says Vary: Origin, and this answer says Vary: {names}: what the CORS layer sets is replaced behind it. Have the handler append its names to Vary, or name Origin there too.',
        said,
      )
    : '';
}

const isCompressed = ({ headers }: Response): boolean => containsHeader(headers, 'Content-Encoding');

/** The names that the two requests differ in by themselves. */
const namedByEveryRequest = /^(\*|origin|access-control-request-.*|sec-fetch-.*)$/;

/**
 * Returns what shows the finding to a person: a trusted page's request with the headers that it has. Where its answer
 * carries Vary, and that of another page does not, it is the other page's.
 */
export function varyEvidence(
  on: 'actual' | 'preflight',
  variants: readonly Variant[],
  status: Finding['status'],
): Observation | null {
  const groups = [variants.filter(isWithHeaders), variants.filter((variant) => !isWithHeaders(variant))];
  const ownFirst = groups.flat();
  const lacking = groups
    .map((group) => answersOf(on, group))
    .filter((answers) => on === 'actual' || differ(answers))
    .flat()
    .filter((answer) => lacksVary(on, answer));
  const shows = ({ observation }: Variant): boolean =>
    observation !== null &&
    (status !== 'violates' || lacking.some((answer) => answer.observation === observation));
  return ownFirst.find(shows)?.observation ?? null;
}

const isWithHeaders = ({ role }: Variant): boolean =>
  role === 'trusted-with-headers' || role === 'untrusted-with-headers';

const inWords = {
  trusted: 'the answer to a trusted origin',
  'other-trusted': 'the answer to another trusted origin',
  untrusted: 'the answer to an untrusted origin',
  absent: 'the answer to a request without Origin',
  'trusted-with-headers': 'the answer to a trusted origin with the declared request headers',
  'untrusted-with-headers': 'the answer to an untrusted origin with the declared request headers',
} as const satisfies Record<VariantRole, Word>;

/** Reports whether a session alone tells the request from the one without. CORS-preflight requests carry none. */
const isBySession = ({ role, observation: { request } }: Answer): boolean =>
  role === 'trusted-with-headers' && request.method === 'GET' && request.headers.length === 0;

const nameOf = (answer: Answer): string =>
  isBySession(answer) ? say('the answer to a trusted origin with the session') : say(inWords[answer.role]);

/** Returns each name once; of answers to the same page the plain one says enough. */
function namesOf(answers: readonly Answer[]): string[] {
  const roles = new Set(answers.map(({ role }) => role));
  if (roles.has('trusted')) roles.delete('trusted-with-headers');
  if (roles.has('untrusted')) roles.delete('untrusted-with-headers');
  return [...new Set(answers.filter(({ role }) => roles.has(role)).map(nameOf))];
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
    const isThere = (exchange: Exchange): boolean =>
      url !== undefined && withoutToken(exchange.url) === withoutToken(url);
    const response = exchangesOf(variant).findLast(isThere)?.response ?? null;
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
export const variesByOrigin = (headers: HeaderList): boolean =>
  varyNames(headers).some((name) => name === '*' || name === 'origin');

/** Returns the names that Vary lists, in lower case. */
export const varyNames = (headers: HeaderList): string[] =>
  (getDecodeAndSplit(headers, 'Vary') ?? []).map((name) => name.toLowerCase()).filter((name) => name !== '');
