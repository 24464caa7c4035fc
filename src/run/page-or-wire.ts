import { isAppOrigin } from '../fetch-standard/urls.ts';
import type { ProbePage } from '../probe/probe.ts';

/**
 * Returns a page that is `page` at the origins that an engine can have a page of, and `wire` at those of apps and extensions:
 * no browser of this run can be there.
 */
export function pageOrWire(page: ProbePage, wire: ProbePage): ProbePage {
  let current = page;
  return {
    get origin() {
      return current.origin;
    },
    moveTo: (origin, options) => {
      current = isAppOrigin(origin) ? wire : page;
      return current.moveTo(origin, options);
    },
    probe: (...requests) => current.probe(...requests),
    clearCaches: () => current.clearCaches(),
    async rewriting(rule) {
      const [rewritten, rewrittenWire] = [await page.rewriting(rule), await wire.rewriting(rule)];
      return rewritten === null || rewrittenWire === null ? null : pageOrWire(rewritten, rewrittenWire);
    },
    close: () => page.close(),
  };
}
