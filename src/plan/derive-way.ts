import { isAppOrigin } from '../fetch-standard/urls.ts';
import { planReadableBy } from './derive-trusted.ts';
import { planUnreadableBy } from './derive-hostile.ts';
import type { RatedOrigin } from './mistakes.ts';
import { ownMode, type OtherWay } from './other-ways.ts';
import type { PlannedRoute } from './plan-builder.ts';

/**
 * Plans a route that no page asks for by `fetch()`: a trusted page opens it, its browser again where it does so by itself, and
 * no other page does. At the end a trusted page opens it once more.
 */
export function planByWay(
  way: OtherWay,
  from: PlannedRoute,
  trusted: readonly string[],
  hostile: readonly RatedOrigin[],
): void {
  const { plan, route, url } = from;
  const own = way.request(url, ownMode(way, route));
  for (const origin of trusted) {
    const page: RatedOrigin = { origin, role: 'trusted' };
    planReadableBy(way, { ...from, origin: page });
    if (route.session === null || own.credentialsMode !== 'include') continue;
    // A handshake has no ok status.
    const declared = route.kind === 'websocket' ? [101] : null;
    plan.check(page, own, { check: 'session', probe: plan.probe(origin, own), declared }, way.detail);
  }
  const [first] = trusted;
  // No browser is a page of an app, and one page shows it for all.
  const asker = trusted.find((origin) => !isAppOrigin(origin));
  if (asker !== undefined && way.again !== undefined) {
    const request = way.again.request(url, own.credentialsMode);
    const probe = plan.probe(asker, request);
    plan.check({ origin: asker, role: 'trusted' }, request, { check: 'readable', probe }, way.again.detail);
  }
  for (const origin of hostile) planUnreadableBy(way, { ...from, origin });
  if (first !== undefined) plan.bookend(first, own, { isSteady: true });
}
