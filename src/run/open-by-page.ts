import { getHeader } from '../fetch-standard/header-list.ts';
import { lastStatus } from '../judge/finding.ts';
import type { SeenCookie } from '../judge/session.ts';
import { judgeReadable } from '../judge/single-probe.ts';
import { hearWitnesses } from '../judge/witnesses.ts';
import type { HeaderList, Observation, ProbeRequest } from '../model.ts';
import { probeRequest } from '../plan/probe-request.ts';
import { requestUrl } from '../policy/request-url.ts';
import type { LoginRequest, UrlTarget, ValueSource } from '../policy/types.ts';
import { PageOriginError, type CookieJar, type ProbePage } from '../probe/probe.ts';
import { listed } from '../words/listed.ts';
import { say } from '../words/say.ts';
import { atPointer } from './json-pointer.ts';
import { failed, hideHeader, OpeningError, refuseCookies, type SessionOpening } from './opening.ts';
import type { PageRun } from './page-run.ts';
import { cookiesIn } from './session-keeper.ts';
import { storedNames } from './stored-cookie.ts';

/** Opens a session by requests of a page at `origin`. */
export async function openByPage(
  page: ProbePage,
  jar: CookieJar | null,
  origin: string,
  isFirst: boolean,
  logins: readonly LoginRequest[],
  run: PageRun,
  { keeper, target }: SessionOpening,
): Promise<void> {
  const { name, timeoutMs, headersFrom } = keeper.session;
  const seen: Observation[] = [];
  const answers: Observation[] = [];
  try {
    await page.moveTo(origin, { keepCookies: !isFirst });
    // A browser that has to be started for the page is none of the API's time.
    const endsAt = performance.now() + timeoutMs;
    for (const [index, login] of logins.entries()) {
      const step = say('step {number} of {count} ({method} {path} from {origin})', {
        number: index + 1,
        count: logins.length,
        method: login.method,
        path: login.path,
        origin,
      });
      const leftMs = Math.round(endsAt - performance.now());
      if (leftMs <= 0) {
        throw new OpeningError(say('{step} was not made within {timeoutMs} ms', { step, timeoutMs }));
      }
      const request = loginRequest(login, target, answers);
      for (const [header, value] of request.headers) {
        if (Object.hasOwn(login.headersFrom, header)) hideHeader(value, keeper);
      }
      await run.pace.ready(1);
      jar?.remember?.(keeper.held.all());
      const [raw] = await page.probe([request], {
        ...run.limits,
        timeoutMs: Math.min(leftMs, run.limits.timeoutMs),
      });
      if (raw === undefined) throw new OpeningError(say('nothing was seen of {step}', { step }));
      const observation = keeper.redacted(raw);
      seen.push(observation);
      answers.push(raw);
      refuseFailure(observation, step, run);
    }
    const headers = new Map(
      Object.entries(headersFrom).map(([header, source]): [string, string] => [
        header,
        valueFrom(source, answers, header),
      ]),
    );
    for (const value of headers.values()) hideHeader(value, keeper);
    const cookies = lastOf(answers.flatMap(cookiesIn));
    refuseCookies(jar, cookies);
    keeper.opened({
      headers,
      opening: {
        origin,
        failure: null,
        cookies,
        headers: [...headers.keys()],
        stored: await storedNames(jar, target),
        observations: seen,
      },
    });
  } catch (error) {
    if (error instanceof PageOriginError) {
      keeper.opened(failed(name, origin, seen, error.message.replace(/\.$/, '')));
    } else if (error instanceof OpeningError) {
      keeper.opened(failed(name, origin, seen, error.message, error.finding));
    } else throw error;
  }
}

function loginRequest(login: LoginRequest, target: UrlTarget, answers: readonly Observation[]): ProbeRequest {
  const { method, path, body } = login;
  const own: HeaderList = Object.entries(login.headers);
  const made: HeaderList = Object.entries(login.headersFrom).map(([name, source]): [string, string] => [
    name,
    valueFrom(source, answers, name),
  ]);
  const hasType = own.some(([name]) => name === 'content-type');
  return probeRequest(requestUrl(target, { path, pathParameters: {}, query: '' }), {
    method,
    headers: [
      ...own,
      ...(body === null || hasType ? [] : [['content-type', body.contentType] as const]),
      ...made,
    ],
    body: body?.text ?? null,
    credentialsMode: 'include',
    readsBody: true,
  });
}

/** Throws if a login was refused, failed or was answered with an error. */
function refuseFailure(observation: Observation, step: string, { definition, authorities }: PageRun): void {
  const finding = judgeReadable(observation, hearWitnesses(observation, definition, authorities));
  const response = observation.exchanges.findLast((one) => one.response !== null)?.response ?? null;
  const names = [...new Set((response?.headers ?? []).map(([name]) => name.toLowerCase()))];
  const came =
    response === null
      ? say('no answer came')
      : names.length === 0
        ? say('the answer has status {status} and no header lines', { status: response.status })
        : say('the answer has status {status} and the header lines {names}', {
            status: response.status,
            names: listed(names),
          });
  if (finding.status === 'violates') {
    throw new OpeningError(
      say('the page is refused {step} ({diagnosis}); {came}', { step, diagnosis: finding.diagnosis, came }),
      finding,
    );
  }
  if (finding.status !== 'conforms') {
    const reason =
      finding.status === 'inconclusive' ? (finding.diagnosis ?? finding.seen ?? '') : finding.seen;
    throw new OpeningError(say('{step} failed ({reason}); {came}', { step, reason, came }));
  }
  const status = lastStatus(observation) ?? 0;
  if (status >= 400) throw new OpeningError(say('of {step} {came}', { step, came }));
}

/** Returns the value that `source` names in the answers so far, the last one first. */
function valueFrom(source: ValueSource, answers: readonly Observation[], header: string): string {
  const { prefix = '' } = source;
  const value = answers
    .toReversed()
    .flatMap((answer) => ownValue(source, answer) ?? [])
    .at(0);
  if (value !== undefined && value !== '') return `${prefix}${value}`;
  throw new OpeningError(
    say('{missing}, which the header {header} is made of', {
      missing: missingValue(source, answers),
      header,
    }),
  );
}

function ownValue({ cookie, header, body }: ValueSource, answer: Observation): string | null {
  if (cookie !== undefined) {
    const value = cookiesIn(answer).findLast((one) => one.cookie.name === cookie && one.value !== '')?.value;
    return value === undefined ? null : decoded(value);
  }
  if (answer.outcome.kind !== 'response') return null;
  if (header !== undefined) return getHeader(answer.outcome.headers, header);
  return body === undefined ? null : atPointer(answer.outcome.body ?? '', body);
}

function missingValue({ cookie, header, body = '' }: ValueSource, answers: readonly Observation[]): string {
  if (cookie !== undefined) return say('no answer sets the cookie {cookie}', { cookie });
  if (header === undefined) {
    return say('no body is JSON with a text at {pointer}', { pointer: JSON.stringify(body) });
  }
  const isSent = answers.some(({ exchanges }) =>
    exchanges.some(({ response }) => response !== null && getHeader(response.headers, header) !== null),
  );
  return isSent
    ? say(
        'the page cannot read the response header {header}, which Access-Control-Expose-Headers does not name',
        { header },
      )
    : say('no answer has the response header {header}', { header });
}

/** Returns a cookie's value as scripts send it back: many frameworks write it percent-encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^"(.*)"$/, '$1'));
  } catch {
    return value;
  }
}

/** Returns the last of the cookies of one name, domain and path. */
function lastOf(cookies: readonly SeenCookie[]): readonly SeenCookie[] {
  const last = new Map(
    cookies.map(({ cookie, setBy }) => [
      JSON.stringify([cookie.name, cookie.domain, cookie.path]),
      { cookie, setBy },
    ]),
  );
  return [...last.values()];
}
