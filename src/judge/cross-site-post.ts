import type { DerivedCheck, Expectation } from '../plan/derived-check.ts';
import { listed } from '../words/listed.ts';
import { say } from '../words/say.ts';
import { goesWithForms, type CookieWay } from './cookie-fate.ts';
import { conforms, inapplicable, violates, type Finding, type Judgement } from './finding.ts';
import { heardOf, type ProbedByKey } from './probed.ts';
import { isOpeningFor, type Opening, type SessionSeen } from './session.ts';

/**
 * Judges whether a page of any site can send the route's request with the cookie of the session, where no CORS-preflight
 * request goes before it. Nothing is sent to see that: the attributes of the cookie say it. Pure but for the clock.
 */
export function judgeCrossSitePost(
  check: Pick<DerivedCheck, 'origin' | 'url'>,
  { probe }: Expectation<'cross-site-post'>,
  probed: ProbedByKey,
  session: SessionSeen | null,
  nowMs: number = Date.now(),
): Judgement {
  const opening = session?.openings.find((one) => isOpeningFor(one, check.origin));
  if (session === null || opening === undefined || opening.failure !== null) {
    return { finding: inapplicable(notOpened), observation: null };
  }
  const observation = heardOf(probed, probe)?.observation ?? null;
  return {
    finding: findingOf(opening, session, { page: check.origin, url: check.url, nowMs }),
    // What a trusted page's console says of the same request is another matter.
    observation: observation === null ? null : { ...observation, console: [] },
  };
}

const notOpened = say(
  'The session was not opened, so what its cookie is set by was not seen; see the verdict on the cookie.',
);

function findingOf(
  opening: Opening,
  session: SessionSeen,
  asked: Pick<CookieWay, 'page' | 'url' | 'nowMs'>,
): Finding {
  const { engine, cookies: named } = session;
  const own = opening.cookies.filter(({ cookie }) => named.length === 0 || named.includes(cookie.name));
  if (own.length === 0) {
    return opening.headers.length > 0
      ? conforms(say('The session has no cookie: a browser adds nothing to what another page sends.'))
      : inapplicable(say('What opened the session set no cookie; see the verdict on the cookie.'));
  }
  const way = { ...asked, engine, setFrom: opening.origin };
  const across = own.filter(({ cookie, setBy }) => goesWithForms(cookie, { ...way, setBy }));
  const isAcross = (name: string): boolean => across.some(({ cookie }) => cookie.name === name);
  // Of cookies that the policy does not name, what a script cannot read is the session more likely than what it can.
  const likely = own.filter(({ cookie }) => cookie.httpOnly);
  const shown = across.filter((one) => named.length > 0 || likely.length === 0 || likely.includes(one));
  const [first] = shown;
  // Without one of the cookies that are the session together, the user is not signed in.
  if (first === undefined || !named.every(isAcross)) {
    return conforms(
      say('By its attributes the cookie {names} of the session does not go with a form of another site.', {
        names: listed([...new Set(own.map(({ cookie }) => cookie.name))]),
      }),
    );
  }
  return violates('cross-site-post-with-session', {
    names: listed([...new Set(shown.map(({ cookie }) => cookie.name))]),
    value: first.cookie.shown,
  });
}
