import { isAppOrigin } from '../fetch-standard/urls.ts';
import { pageWith } from '../probe/page/page-with.ts';
import type { ProbePage } from '../probe/probe.ts';

/**
 * Returns a page that is `page` at the origins that an engine can have a page of, and `wire` at those of apps and extensions:
 * no browser of this run can be there.
 */
export function pageOrWire(page: ProbePage, wire: ProbePage): ProbePage {
  let current = page;
  const both = pageWith(page, {
    moveTo: (origin, options) => {
      current = isAppOrigin(origin) ? wire : page;
      return current.moveTo(origin, options);
    },
    probe: (...requests) => current.probe(...requests),
    clearCaches: (options) => current.clearCaches(options),
    async rewriting(rule) {
      const [rewritten, rewrittenWire] = [await page.rewriting(rule), await wire.rewriting(rule)];
      return rewritten === null || rewrittenWire === null ? null : pageOrWire(rewritten, rewrittenWire);
    },
  });
  return Object.defineProperty(both, 'origin', { get: () => current.origin });
}
