import { planReadableBy } from './derive-trusted.ts';
import { planUnreadableBy } from './derive-hostile.ts';
import type { RatedOrigin } from './mistakes.ts';
import { ownMode, type OtherWay } from './other-ways.ts';
import type { PlannedRoute } from './plan-builder.ts';

/**
 * Plans a route that no page asks for by `fetch()`: a trusted page opens it, and no other does. At the end a trusted page
 * opens it once more.
 */
export function planByWay(
  way: OtherWay,
  from: PlannedRoute,
  trusted: readonly string[],
  hostile: readonly RatedOrigin[],
): void {
  for (const origin of trusted) planReadableBy(way, { ...from, origin: { origin, role: 'trusted' } });
  for (const origin of hostile) planUnreadableBy(way, { ...from, origin });
  const { plan, route, url } = from;
  const [first] = trusted;
  if (first !== undefined) plan.bookend(first, way.request(url, ownMode(way, route)), { isSteady: true });
}
