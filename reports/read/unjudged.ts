import type { Report, Verdict } from '../../src/model.ts';

/** Returns the checks that reached no verdict, which keeps the gate closed. */
export const inconclusive = ({ verdicts }: Pick<Report, 'verdicts'>): readonly Verdict[] =>
  verdicts.filter(({ status }) => status === 'inconclusive');

/**
 * Returns the checks that could not be judged, though nothing else about the same request says why: the reader would
 * take them for judged. They do not fail the gate.
 */
export function notJudged({ verdicts }: Report): readonly Verdict[] {
  const explained = new Set(
    verdicts.filter(({ status }) => status === 'violates' || status === 'inconclusive').map(requestOf),
  );
  return verdicts.filter(
    (verdict) => verdict.status === 'inapplicable' && !explained.has(requestOf(verdict)),
  );
}

const requestOf = ({ engine, route, origin, method }: Verdict): string =>
  JSON.stringify([engine.id, route, origin, method]);
