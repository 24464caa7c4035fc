import type { DerivedCheck, Expectation } from '../plan/derived-check.ts';
import { siteOf } from '../plan/site-of.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { CheckKind, EngineId, Observation } from '../model.ts';
import { listed } from '../words/listed.ts';
import { say } from '../words/say.ts';
import { cookieFault } from './cookie-fate.ts';
import {
  conforms,
  inapplicable,
  inconclusive,
  lastStatus,
  violates,
  type Finding,
  type Judgement,
} from './finding.ts';
import { hidesCookies } from './hides-cookies.ts';
import { mainProbe } from './main-probe.ts';
import type { ProbedByKey } from './probed.ts';
import type { SetCookie } from './set-cookie.ts';

/** What came of opening a session in one engine. Plain JSON, without any value of it. */
export interface SessionSeen {
  readonly name: string;
  readonly engine: EngineId;
  /** The names of its cookies; empty: whatever it brings. */
  readonly cookies: readonly string[];
  readonly openings: readonly Opening[];
}

/** One time that it was opened. */
export interface Opening {
  /** The page whose requests opened it; `null`: code or a file did. */
  readonly origin: string | null;
  /** Why it is not open; `null` if it is. */
  readonly failure: OpeningFailure | null;
  readonly cookies: readonly SeenCookie[];
  /** The names of request headers that it gave. */
  readonly headers: readonly string[];
  /** The names of the cookies that the browser has of it since; `null` if it does not tell. */
  readonly stored: readonly string[] | null;
  readonly observations: readonly Observation[];
}

export interface OpeningFailure {
  readonly reason: string;
  /** What the policy is violated by, where it is CORS that kept the page from it; else `null`. */
  readonly finding: Finding | null;
}

/** A cookie, and the address whose answer set it at `atMs`. */
export interface SeenCookie {
  readonly cookie: SetCookie;
  readonly setBy: string;
}

/** Reports whether the session was opened for the pages of `origin`. */
export const isOpeningFor = ({ origin: opener }: Pick<Opening, 'origin'>, origin: string): boolean =>
  opener === null || siteOf(opener) === siteOf(origin);

/**
 * Judges whether the cookie of the session goes with the route's own request: the wire is the witness. If it does not, its
 * attributes have to say why, or there is no verdict. Pure but for the clock, which is given.
 */
export function judgeSession(
  check: Pick<DerivedCheck, 'origin' | 'url'>,
  { probe, declared }: Expectation<'session'>,
  probed: ProbedByKey,
  session: SessionSeen | null,
  nowMs: number = Date.now(),
): Judgement {
  const opening = session?.openings.find((one) => isOpeningFor(one, check.origin));
  if (opening === undefined || session === null) {
    return { finding: inconclusive(say('The session was not opened.')), observation: null };
  }
  if (opening.failure !== null) {
    const { finding, reason } = opening.failure;
    return {
      finding: finding ?? inconclusive(reason),
      observation: finding === null ? null : (opening.observations.at(-1) ?? null),
      ...(finding === null ? {} : { remark: reason }),
    };
  }
  const main = mainProbe(probed.get(probe), 'trusted');
  if (main.kind === 'unheard') return { finding: main.finding, observation: null };
  const { observation } = main;
  const finding = findingOf(observation, opening, session, { page: check.origin, declared, nowMs });
  const seen = [...opening.observations, observation];
  const remark = reasonOfBrowser(finding, seen);
  return {
    finding,
    observation: {
      ...observation,
      exchanges: seen.flatMap(({ exchanges }) => exchanges),
      // What a browser says of a cookie that it does not store, it says when it is set.
      console: seen.flatMap(({ console }) => console),
    },
    ...(remark === null ? {} : { remark }),
  };
}

/** Returns what the browser itself gives as the reason why a cookie is not there; `null` if it gives none. */
function reasonOfBrowser(finding: Finding, seen: readonly Observation[]): string | null {
  if (finding.status !== 'violates') return null;
  const reasons = seen.flatMap(({ cookieReasons = [] }) =>
    cookieReasons.flatMap(({ name, reason }) => (name === finding.filling.names ? [reason] : [])),
  );
  if (reasons.length === 0) return null;
  return say("The browser's own names for the reason: {reasons}.", {
    reasons: listed([...new Set(reasons)]),
  });
}

interface Asked {
  readonly page: string;
  readonly declared: readonly number[] | null;
  readonly nowMs: number;
}

function findingOf(observation: Observation, opening: Opening, session: SessionSeen, asked: Asked): Finding {
  const isNamed = session.cookies.length > 0;
  const names = isNamed ? session.cookies : [...new Set(opening.cookies.map(({ cookie }) => cookie.name))];
  const unset = names.filter((name) => !opening.cookies.some(({ cookie }) => cookie.name === name));
  if (names.length === 0 && opening.headers.length > 0) {
    return inapplicable(say('The session has no cookie: request headers carry it.'));
  }
  if (names.length === 0 || unset.length > 0) {
    const name = JSON.stringify(session.name);
    return inconclusive(
      unset.length === 0
        ? [
            say('What opened the session {name} set no cookie, so none can arrive.', { name }),
            ...(observation.request.url.startsWith('https:') && opening.origin !== null
              ? [
                  say(
                    'A framework leaves out a cookie with Secure if it does not know that TLS ends in front of it (in Express, trust proxy).',
                  ),
                ]
              : []),
          ].join(' ')
        : say('What opened the session {name} set no cookie {names}, so none can arrive.', {
            name,
            names: listed(unset),
          }),
    );
  }
  const isHidden = hidesCookies(observation);
  const cookieNames = isHidden ? undefined : observation.cookieNames;
  if (cookieNames === undefined && !isHidden && observation.outcome.kind !== 'held') {
    return inconclusive(say('The request itself was not seen; see the verdicts on the same request.'));
  }
  const missing = names.filter((name) => !(cookieNames ?? []).includes(name));
  const here = keptAwayElsewhere(names, missing, observation, opening, session, asked);
  if (here !== null) return here;
  if (missing.length === 0) {
    return conforms(say('The cookie {names} of the session arrives.', { names: listed(names) }));
  }
  const isSeen = cookieNames !== undefined;
  const status = lastStatus(observation);
  const isAnswered =
    status !== null && (asked.declared === null ? isOkStatus(status) : asked.declared.includes(status));
  if (!isNamed && isSeen && isAnswered && missing.length < names.length) {
    const arriving = names.filter((name) => !missing.includes(name));
    return conforms(
      say('The cookie {names} of the session arrives; {missing} does not.', {
        names: listed(arriving),
        missing: listed(missing),
      }),
    );
  }
  return missingFinding(missing, isSeen, observation, opening, session, asked);
}

/**
 * Returns that nothing is to be made of cookies that arrive in WebKit, where their attributes keep them away from its users;
 * `null` where they do not. WebKitGTK sends a page what was stored for pages of other sites, and reaches an API of plain http
 * on this machine through TLS of ours.
 */
function keptAwayElsewhere(
  names: readonly string[],
  missing: readonly string[],
  { request: { url } }: Observation,
  opening: Opening,
  { engine }: SessionSeen,
  { page, nowMs }: Asked,
): Finding | null {
  if (engine !== 'webkit') return null;
  const faults = opening.cookies
    .filter(({ cookie }) => names.includes(cookie.name) && !missing.includes(cookie.name))
    .map(({ cookie, setBy }) => ({
      name: cookie.name,
      fault: cookieFault(cookie, { engine, setFrom: opening.origin, page, url, nowMs, setBy }),
    }));
  const found = faults.find(
    ({ name, fault }) =>
      (fault === 'session-cookie-third-party' || fault === 'session-cookie-secure-over-http') &&
      faults.every((other) => other.name !== name || other.fault !== null),
  );
  return found?.fault == null
    ? null
    : inconclusive(
        say(
          'The cookie {names} of the session arrives here, though WebKit keeps it from its users ({fault}): a page of another site signed in in this browser, or TLS ends in front of the API.',
          { names: found.name, fault: found.fault },
        ),
      );
}

function missingFinding(
  missing: readonly string[],
  isSeen: boolean,
  observation: Observation,
  opening: Opening,
  { engine, name: session }: SessionSeen,
  { page, nowMs }: Asked,
): Finding {
  const way = { engine, setFrom: opening.origin, page, url: observation.request.url, nowMs };
  const lost = missing.flatMap((name) => {
    const set = opening.cookies.filter(({ cookie }) => cookie.name === name);
    const faults = set.map(({ cookie, setBy }) => ({
      cookie,
      setBy,
      fault: cookieFault(cookie, { ...way, setBy }),
    }));
    // A server may delete a cookie of one path or domain and set that of another in one answer.
    const last = faults.at(-1);
    return last === undefined || faults.some(({ fault }) => fault === null) ? [] : [last];
  });
  // What a script cannot read is the session more likely than what it can.
  const shown = lost.find(({ cookie }) => cookie.httpOnly) ?? lost[0];
  if (shown?.fault != null) {
    const { fault, cookie } = shown;
    return violates(fault, { names: cookie.name, value: cookie.shown });
  }
  if (hidesCookies(observation)) {
    return inapplicable(
      say(
        'Chromium does not show the cookies of a handshake to another origin, so whether that of the session arrives was not seen; its attributes do not keep it away.',
      ),
    );
  }
  if (!isSeen) {
    return inapplicable(
      say(
        'The request is held before it reaches the API, so whether the cookie of the session arrives was not seen; declare send: true to judge it.',
      ),
    );
  }
  const { stored } = opening;
  const kept =
    stored === null
      ? say('whether the browser has it is not known')
      : missing.every((name) => stored.includes(name))
        ? say('the browser stored it when the session was opened')
        : say('the browser did not store it');
  return inconclusive(
    say(
      'The cookie {names} of the session {name} did not arrive, and its attributes do not say why; {kept}. An answer of the API may have deleted or replaced it.',
      { names: listed(missing), name: JSON.stringify(session), kept },
    ),
  );
}

/**
 * Returns `judged`, those of a route, where what conforms is left out of judgement as far as it was asked without the
 * session that the policy promises: it says nothing of what a user who is signed in gets.
 */
export function withoutLostSession(
  judged: readonly (readonly [DerivedCheck, Judgement])[],
): (readonly [DerivedCheck, Judgement])[] {
  const lost = new Set(
    judged.flatMap(([check, { finding }]) =>
      check.check === 'session' && (finding.status === 'violates' || finding.status === 'inconclusive')
        ? [requestOf(check)]
        : [],
    ),
  );
  if (lost.size === 0) return [...judged];
  const text = say(
    'The request was made without the session, so this says nothing of what a user who is signed in gets; see the verdict on the cookie.',
  );
  return judged.map(([check, judgement]) =>
    judgement.finding.status === 'conforms' &&
    (check.check === 'status' || (saysOfSession.has(check.check) && lost.has(requestOf(check))))
      ? [check, { ...judgement, finding: inapplicable(text) }]
      : [check, judgement],
  );
}

const requestOf = ({ origin, method }: DerivedCheck): string => `${method} ${origin}`;

const saysOfSession: ReadonlySet<CheckKind> = new Set(['readable', 'headers-exposed', 'redirect-free']);

/** Returns a sentence on what a page that must not read was sent with; `undefined` where no session is at stake. */
export function exposedSession(
  { finding, observation }: Judgement,
  session: SessionSeen | null,
): string | undefined {
  if (session === null || observation === null || observation.cookieNames === undefined) return undefined;
  if (hidesCookies(observation)) return undefined;
  if (finding.status !== 'violates' || observation.request.credentialsMode !== 'include') return undefined;
  const own = new Set([
    ...session.cookies,
    ...session.openings.flatMap(({ cookies }) => cookies.map(({ cookie }) => cookie.name)),
  ]);
  const sent = observation.cookieNames.filter((name) => own.has(name));
  const name = JSON.stringify(session.name);
  const status = lastStatus(observation) ?? say('unknown');
  return sent.length > 0
    ? say(
        "The browser sent the cookie {names} of the session {name} with it: what was read, status {status}, is the user's.",
        { names: listed(sent), name, status },
      )
    : say(
        'This browser sent no cookie of the session {name} from this page, and the answer had status {status}.',
        { name, status },
      );
}
