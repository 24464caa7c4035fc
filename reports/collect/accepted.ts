import type { DatedAcceptance } from '../../src/baseline/acceptance.ts';
import {
  acceptedBy,
  fingerprintIn,
  fingerprintOf,
  formerlyAcceptedBy,
} from '../../src/baseline/fingerprint.ts';
import type { EngineId, Report, Verdict } from '../../src/model.ts';
import type { PlannedCheck } from '../../src/plan/report-contract.ts';
import { byCodeUnit } from '../../src/words/by-code-unit.ts';
import type { ReadTest } from './target-tests.ts';

/** A check of a run and what it came to. */
interface Asked {
  readonly check: PlannedCheck;
  readonly engine: EngineId;
  readonly verdict: Verdict;
  readonly ran: boolean;
}

/**
 * Returns what the baseline says of the routes that `tests` are about, with what is no longer there: nobody found it,
 * although each engine that had found it made every check that could.
 */
export function acceptedOf(tests: readonly ReadTest[], asked: readonly Asked[]): Report['accepted'] {
  const found = new Set(
    asked.flatMap(({ verdict }) =>
      verdict.status === 'violates' ? [acceptedBy(verdict), formerlyAcceptedBy(verdict)] : [],
    ),
  );
  return baselineOf(tests).map((entry) => {
    const isWhole = entry.engines.every((engine) => isWholeRoute(entry.route, engine, tests));
    const open = new Set(
      asked
        .filter(({ check, ran, verdict }) => check.route === entry.route && !(ran && isJudged(verdict)))
        .map(({ check }) => fingerprintOf(check, entry.diagnosis)),
    );
    const gone = isWhole
      ? entry.fingerprints.filter((one) => !found.has(one) && !open.has(fingerprintIn(one)))
      : [];
    return { ...entry, gone };
  });
}

const isJudged = ({ status }: Verdict): boolean => status !== 'inconclusive';

function baselineOf(tests: readonly ReadTest[]): readonly DatedAcceptance[] {
  const entries = tests.flatMap(({ plan }) => plan.baseline ?? []);
  // In one order, whatever that of the tests.
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).entries()]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([, entry]) => entry);
}

/**
 * Reports whether `engine` was asked about everything at the path `route`. A route that no test is about is one that the
 * policy no longer has: such an acceptance stands in the first test.
 */
function isWholeRoute(route: string, engine: EngineId, tests: readonly ReadTest[]): boolean {
  const own = tests.filter(({ plan }) => plan.engine === engine);
  const about = own.filter(({ plan }) => plan.checks.some((check) => check.route === route)).length;
  const routes = new Set(
    own.flatMap(({ plan }) => plan.routes.map(({ path, methods }) => JSON.stringify([path, methods]))),
  );
  const declared = [...routes].filter((one) => one.startsWith(`[${JSON.stringify(route)},`)).length;
  return own.length > 0 && about >= declared;
}
