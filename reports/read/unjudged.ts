import type { Report, Verdict } from '../../src/model.ts';

/** Returns the checks that reached no verdict, which keeps the gate closed. */
export const inconclusive = ({ verdicts }: Pick<Report, 'verdicts'>): readonly Verdict[] =>
  verdicts.filter(({ status }) => status === 'inconclusive');

/**
 * Returns the checks that could not be judged, though nothing else about the same request says why: the reader would
 * take them for judged. They do not fail the gate.
 */
export function notJudged({ verdicts }: Report): readonly Verdict[] {
  // What the route's own requests were answered with is said once for all that it leaves unsaid.
  const unanswered = new Set(
    verdicts.filter(({ check, status }) => check === 'status' && status === 'inconclusive').map(routeOf),
  );
  const explained = new Set(
    verdicts.filter(({ status }) => status === 'violates' || status === 'inconclusive').map(requestOf),
  );
  return verdicts.filter(
    (verdict) =>
      verdict.status === 'inapplicable' &&
      !unanswered.has(routeOf(verdict)) &&
      // Which request headers to declare is said in any case.
      (verdict.check === 'header-refused' || !explained.has(requestOf(verdict))),
  );
}

const routeOf = ({ engine, route }: Verdict): string => JSON.stringify([engine.id, route]);

const requestOf = ({ engine, route, origin, method }: Verdict): string =>
  JSON.stringify([engine.id, route, origin, method]);
