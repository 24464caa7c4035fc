import type { Policy, PolicyRoute, PolicySession } from '../policy/types.ts';
import { siteOf } from './site-of.ts';

/** The session that trusted pages call a route with. */
export interface PlannedSession extends PolicySession {
  readonly name: string;
}

/** Returns the session of `route`; `null` if it names none. */
export function plannedSession({ sessions }: Policy, { session: name }: PolicyRoute): PlannedSession | null {
  const session = name === null || !Object.hasOwn(sessions, name) ? undefined : sessions[name];
  return name === null || session === undefined ? null : { ...session, name };
}

/** Reports whether request headers may carry the session, so that a request without them has none. */
export const givesHeaders = (session: PlannedSession | null): boolean =>
  session !== null && (session.open || Object.keys(session.headersFrom).length > 0);

/**
 * Returns the origins whose pages open a session: the first of each site. Browsers keep cookies apart by the sites of pages
 * at most.
 */
export function openersOf(origins: readonly string[]): readonly string[] {
  const sites = origins.map(siteOf);
  return origins.filter((_, index) => sites.indexOf(sites[index] ?? '') === index);
}
