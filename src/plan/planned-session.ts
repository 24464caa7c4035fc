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

/**
 * Returns the origins whose pages open a session: the first of each site. Browsers keep cookies apart by the sites of pages
 * at most.
 */
export function openersOf(origins: readonly string[]): readonly string[] {
  const sites = origins.map(siteOf);
  return origins.filter((_, index) => sites.indexOf(sites[index] ?? '') === index);
}
