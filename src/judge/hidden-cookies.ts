import type { Observation } from '../model.ts';
import { listed } from '../words/listed.ts';
import { say } from '../words/say.ts';
import { cookieFault } from './cookie-fate.ts';
import type { Judgement } from './finding.ts';
import { hidesCookies } from './hides-cookies.ts';
import type { SessionSeen } from './session.ts';

/**
 * Returns `judged` as it is where the browser hides the cookies of a WebSocket that must not open: as bad as with the session's
 * cookie if its attributes let it go along from that page. Pure but for the clock, by which cookies expire.
 */
export function withHiddenCookies(judged: Judgement, session: SessionSeen | null): Judgement {
  const { finding, observation } = judged;
  if (finding.status !== 'violates' || finding.diagnosis !== 'websocket-origin-unchecked') return judged;
  if (session === null || observation === null || !hidesCookies(observation)) return judged;
  const names = byAttributes(observation, session, Date.now());
  const name = JSON.stringify(session.name);
  return names.length === 0
    ? {
        ...judged,
        remark: say(
          'Chromium does not show the cookies of a handshake to another origin; by the attributes, none of the session {name} goes with it.',
          { name },
        ),
      }
    : {
        ...judged,
        finding: { ...finding, severity: null },
        remark: say(
          'Chromium does not show the cookies of a handshake to another origin; by its attributes, the cookie {names} of the session {name} goes with it.',
          { names: listed(names), name },
        ),
      };
}

/** Returns the names of the cookies that the browser has of the session and that their attributes let go with the request. */
function byAttributes(
  { pageOrigin: page, request: { url } }: Observation,
  { engine, openings }: SessionSeen,
  nowMs: number,
): readonly string[] {
  if (page === 'null') return [];
  const names = openings.flatMap(({ cookies, origin: setFrom, stored }) =>
    cookies.flatMap(({ cookie, setBy }) => {
      const fault = cookieFault(cookie, { engine, setBy, setFrom, page, url, nowMs });
      return fault === null && stored?.includes(cookie.name) !== false ? [cookie.name] : [];
    }),
  );
  return [...new Set(names)];
}
