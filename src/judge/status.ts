import type { DerivedCheck, Expectation } from '../plan/derived-check.ts';
import { isOkStatus, isRedirectStatus } from '../fetch-standard/statuses.ts';
import type { CheckKind, Observation } from '../model.ts';
import { listed } from '../words/listed.ts';
import { answersLater } from './answers-later.ts';
import { conforms, inapplicable, inconclusive, lastStatus, type Judgement } from './finding.ts';
import { heardOf, type ProbedByKey } from './probed.ts';
import { say, type Word } from '../words/say.ts';

/**
 * Judges what the route's own requests were answered with. What the other checks say of an answer that is not the declared
 * one, say of an error, they do not say of the route.
 */
export function judgeStatus(expectation: Expectation<'status'>, probed: ProbedByKey): Judgement {
  const answers = answersTo(expectation, probed);
  const [first] = answers;
  if (first === undefined) {
    return {
      finding: inapplicable(
        say('No answer to a declared request was read; see the verdicts on the same requests.'),
      ),
      observation: null,
    };
  }
  const undeclared = answers.filter(({ isDeclared }) => !isDeclared);
  const [example] = undeclared;
  if (example === undefined) {
    const { observation } = first;
    return {
      finding: conforms(
        say('The declared requests are answered with {statuses}.', { statuses: inWords(answers) }),
      ),
      observation,
    };
  }
  const expected =
    expectation.declared === null
      ? say('an ok status')
      : say('status {statuses}', { statuses: or(expectation.declared) });
  const causes = new Set(undeclared.map(({ status }) => causeOf(status)));
  const finding = inconclusive(
    [
      say(
        'The declared requests are answered with {statuses}, and the policy declares {expected}: of the answer that it is about nothing was seen.',
        { statuses: inWords(answers), expected },
      ),
      ...causes,
    ].join(' '),
  );
  return { finding, observation: example.observation };
}

/**
 * Returns `judged`, those of a route, where what conforms is left out of judgement as far as the declared answer was not
 * seen: that a page reads an error, or is refused one, says nothing of the route. What violates the policy still does.
 */
export function withoutUndeclared(
  judged: readonly (readonly [DerivedCheck, Judgement])[],
  probed: ProbedByKey,
): (readonly [DerivedCheck, Judgement])[] {
  const answers = judged.flatMap(([{ expectation }]) =>
    expectation.check === 'status' ? answersTo(expectation, probed) : [],
  );
  if (answers.every(({ isDeclared }) => isDeclared)) return [...judged];
  const seenBy = new Set(answers.filter(({ isDeclared }) => isDeclared).map(({ method }) => method));
  const unseenBy = new Set(answers.map(({ method }) => method).filter((method) => !seenBy.has(method)));
  const undeclared = new Map(answers.filter(({ isDeclared }) => !isDeclared).map((one) => [one.probe, one]));
  const isUnseen = ({ method, expectation }: DerivedCheck): boolean => {
    if (isAboutOther(expectation)) return false;
    if (seenBy.size === 0) return true;
    if ('probe' in expectation && undeclared.has(expectation.probe)) return true;
    return unseenBy.has(method) && readsAnswer.has(expectation.check);
  };
  const text = say(
    'The declared requests are answered with {statuses}, which the policy does not declare, so this says nothing of the answer that it is about; see the verdict on what they are answered with.',
    { statuses: inWords([...undeclared.values()]) },
  );
  return judged.map(([check, judgement]) =>
    (judgement.finding.status === 'conforms' || isForLater(judgement)) && isUnseen(check)
      ? [check, { ...judgement, finding: inapplicable(text) }]
      : [check, judgement],
  );
}

/** Reports whether no verdict was reached as the API does not answer just now, which is said of the route then. */
const isForLater = ({ finding, observation }: Judgement): boolean =>
  finding.status === 'inconclusive' && observation !== null && answersLater(lastStatus(observation) ?? 0);

/** The checks that judge what an answer other than that to a CORS-preflight request says. */
const readsAnswer: ReadonlySet<CheckKind> = new Set([
  'readable',
  'unreadable',
  'headers-exposed',
  'redirect-free',
  'vary',
]);

/**
 * Reports whether the check is about another answer than the route's usual one: a declared error has a status of its
 * own, and so has what no route declares.
 */
function isAboutOther(expectation: Expectation): boolean {
  switch (expectation.check) {
    case 'status':
    case 'error-readable':
      return true;
    case 'unreadable':
    case 'vary':
      return !expectation.isOwn;
    default:
      return false;
  }
}

interface Answer {
  readonly method: string;
  readonly probe: string;
  readonly observation: Observation;
  readonly status: number;
  readonly isDeclared: boolean;
}

function answersTo({ asked, declared }: Expectation<'status'>, probed: ProbedByKey): Answer[] {
  return asked.flatMap(({ method, probe }): Answer[] => {
    const heard = heardOf(probed, probe);
    // What a page is refused violates the policy, whatever its status.
    if (heard?.testimony.kind !== 'shared') return [];
    const { observation } = heard;
    const status = answerStatus(observation);
    if (status === null) return [];
    const isDeclared = declared === null ? isOkStatus(status) : declared.includes(status);
    return [{ method, probe, observation, status, isDeclared }];
  });
}

/** Returns the status of the answer to the actual request; `null` where none came, or a redirect that was not followed. */
function answerStatus({ exchanges }: Pick<Observation, 'exchanges'>): number | null {
  const last = exchanges.findLast(({ purpose, response }) => purpose === 'actual' && response !== null);
  const status = last?.response?.status ?? null;
  return status === null || isRedirectStatus(status) ? null : status;
}

/** Returns `status 404`, or `status 404 (GET) and status 405 (HEAD)` where they differ. */
function inWords(answers: readonly Answer[]): string {
  const methods = [...new Set(answers.map(({ method }) => method))];
  const statusesOf = (some: readonly Answer[]): string => and([...new Set(some.map(({ status }) => status))]);
  const each = methods.map((method) => ({
    method,
    statuses: statusesOf(answers.filter((one) => one.method === method)),
  }));
  if (new Set(each.map(({ statuses }) => statuses)).size === 1)
    return say('status {statuses}', { statuses: statusesOf(answers) });
  return listed(each.map((one) => say('status {statuses} ({method})', one)));
}

const and = (statuses: readonly number[]): string => listed(statuses.map(String));
const or = (statuses: readonly number[]): string => statuses.join(' or ');

/** Returns the likely cause of an answer that nobody declared, and what to do about it, as sentences. */
function causeOf(status: number): string {
  const cause = causes.find(([matches]) => matches(status));
  return (
    (cause === undefined ? undefined : say(cause[1])) ??
    say('If this is what pages get, write status: {status} for the route, or CORS_STATUS={status}.', {
      status,
    })
  );
}

const is =
  (...statuses: readonly number[]) =>
  (status: number): boolean =>
    statuses.includes(status);

const causes: readonly (readonly [matches: (status: number) => boolean, text: Word])[] = [
  [
    is(404, 410),
    'The path is probably mistyped, or a path parameter names what does not exist: correct path, pathParameters and query.',
  ],
  [
    is(401, 403),
    'The request probably lacks a token or a session. Give a token in the headers of the route, such as headers: { authorization: `Bearer ${process.env.API_TOKEN}` }, with "authorization" in its requestHeaders; or declare in sessions how pages sign in, and name that session in the route (docs/sessions.md): pages start without cookies. If this is what pages get, write that status for the route, or in CORS_STATUS.',
  ],
  [is(405, 501), 'The API has no such method at this path: correct methods, or the path.'],
  [
    is(400, 406, 411, 413, 414, 415, 422, 428, 431),
    'The API does not accept the request as it is: give the query, body and headers that it needs.',
  ],
  [
    is(429),
    'The API limits requests: set limits.requestsPerSecond in the policy, or CORS_REQUESTS_PER_SECOND.',
  ],
  [
    (status) => status >= 500,
    'The API, or what is behind it, is probably down or fails: look at its log, and run again.',
  ],
];
