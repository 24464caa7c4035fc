import { isOff } from '../../src/baseline/level.ts';
import type { PrintableFix } from '../../src/fix/fix.ts';
import type { EngineId, OriginRole, Report, Verdict, VerdictStatus } from '../../src/model.ts';
import type { PlannedCheck, TestPlan } from '../../src/plan/report-contract.ts';
import { sayResponders } from '../../src/responder/say-responders.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { byCodeUnit } from '../../src/words/by-code-unit.ts';
import { engineOrder } from '../read/by-engine.ts';
import { disagreementsOf } from '../read/disagreements.ts';
import { acceptedOf } from './accepted.ts';
import { cutToSize } from './cut-to-size.ts';
import { reportFixes } from './fixes.ts';
import { judge } from '../read/gate.ts';
import { acceptanceOf } from '../read/accepted.ts';
import { originKey, verdictsByRoute } from '../read/reading.ts';
import { statusesOf } from '../read/statuses.ts';
import { readTargetTests, type ReadTest, type TargetTest } from './target-tests.ts';
import { baselessVerdict, unrunVerdict } from './unrun-verdict.ts';

export type { Attempt, TargetTest } from './target-tests.ts';

/**
 * Returns the report of a run. Pure, and independent of the order of `tests`: the report is in the order of
 * the plan, so any number of workers and shards gives the same bytes. Never throws: what cannot be read
 * closes the gate and is named in its reasons.
 *
 * - The last attempt of a test speaks for it.
 * - A planned check without a verdict becomes an `inconclusive` one that says why it did not run.
 * - A check that ran more than once (`--repeat-each`) keeps its worst verdict, and of equal ones that on what was seen.
 * - A verdict that follows from another one is `inconclusive` where that is not there, or came to something else.
 * - What `isKnown` from an earlier run does not fail the gate.
 * - Violations refer to the fixes of `library` that cure them, filled with the policy's values.
 */
export function collect(
  tests: readonly TargetTest[],
  toolVersion: string,
  library: readonly PrintableFix[] = [],
  isKnown: (verdict: Verdict) => boolean = () => false,
): Report {
  const { readable, problems } = readTargetTests(tests);
  const plans = readable.map(({ plan }) => plan).sort(byFirstPosition);
  const versions = engineVersions(readable);
  const planned = withBases(worstPerCheck(readable, versions));
  const unplanned = unplannedVerdicts(readable, planned);
  const accepted = acceptedOf(readable, planned);
  const targets = [...new Set(plans.map(({ target }) => target))];
  const told = sayResponders([...planned.map(({ verdict }) => verdict), ...unplanned], targets[0] ?? '', {
    stack: plans.flatMap(({ fix }) => fix?.stack ?? [])[0] ?? null,
    library,
  });
  const verdicts = cutToSize(told.map(({ verdict }) => verdict));
  const failOn = plans.some((plan) => plan.failOn === 'warn') ? 'warn' : 'error';
  const levels = levelsOf(plans);
  const policyFile = plans.find((plan) => plan.policyFile !== undefined)?.policyFile;
  const made = planned.filter((entry) => entry.ran);
  const follow = made.filter(({ verdict }) => verdict.followsFrom !== null).length;
  const withoutBrowser = made.filter(
    ({ verdict }) => verdict.followsFrom === null && verdict.withoutBrowser === true,
  ).length;
  const ran = made.length - follow - withoutBrowser;
  return {
    schemaVersion: 4,
    tool: { name: 'cors-conformance', version: toolVersion },
    target: targets[0] ?? '',
    ...(policyFile === undefined ? {} : { policyFile }),
    gate: judge({
      failOn,
      levels,
      planned: planned.length,
      ran,
      follow,
      withoutBrowser,
      verdicts,
      accepted,
      isKnown,
      unplanned,
      targets,
      problems,
    }),
    totals: totalsOf(verdicts, { accepted, levels }),
    engines: [...versions].map(([id, version]) => ({ id, version })),
    routes: withStatuses(routesOf(plans), verdicts),
    ...patternsOf(plans),
    origins: originsOf(planned.map(({ check }) => check)),
    verdicts,
    disagreements: disagreementsOf(verdicts),
    fixes: reportFixes(readable, told, library),
    levels,
    accepted,
  };
}

interface PlannedVerdict {
  readonly check: PlannedCheck;
  readonly engine: EngineId;
  readonly verdict: Verdict;
  /** Whether its test left the verdict. */
  readonly ran: boolean;
}

const worstFirst: readonly VerdictStatus[] = ['violates', 'inconclusive', 'inapplicable', 'conforms'];

function worstPerCheck(
  tests: readonly ReadTest[],
  versions: ReadonlyMap<EngineId, string>,
): readonly PlannedVerdict[] {
  const worst = new Map<string, PlannedVerdict>();
  for (const { plan, verdicts, reason } of tests) {
    for (const check of plan.checks) {
      const found = verdicts.get(check.id);
      const engine = { id: plan.engine, version: versions.get(plan.engine) ?? 'unknown' };
      const verdict = found ?? unrunVerdict(check, engine, reason);
      const next = { check, engine: plan.engine, verdict, ran: found !== undefined };
      const before = worst.get(check.id);
      if (before === undefined || isWorse(next, before)) worst.set(check.id, next);
    }
  }
  return [...worst.values()].sort(byPlan);
}

/**
 * Reports whether `a` is worse than `b`. The order is total over the verdicts of one check, so that the order of
 * repeated tests does not decide.
 */
function isWorse(a: PlannedVerdict, b: PlannedVerdict): boolean {
  const difference = worstFirst.indexOf(a.verdict.status) - worstFirst.indexOf(b.verdict.status);
  if (difference !== 0) return difference < 0;
  if ((a.verdict.followsFrom === null) !== (b.verdict.followsFrom === null))
    return a.verdict.followsFrom === null;
  return JSON.stringify(a.verdict) < JSON.stringify(b.verdict);
}

function withBases(planned: readonly PlannedVerdict[]): readonly PlannedVerdict[] {
  const statuses = new Map(planned.map(({ verdict: { id, status } }) => [id, status]));
  return planned.map((entry) => {
    const { followsFrom, status } = entry.verdict;
    if (followsFrom === null || statuses.get(followsFrom) === status) return entry;
    return { ...entry, verdict: baselessVerdict(entry.verdict, followsFrom) };
  });
}

function byPlan(a: PlannedVerdict, b: PlannedVerdict): number {
  return (
    a.check.position - b.check.position ||
    engineOrder.indexOf(a.engine) - engineOrder.indexOf(b.engine) ||
    byCodeUnit(a.check.id, b.check.id)
  );
}

function byFirstPosition(a: TestPlan, b: TestPlan): number {
  return firstPosition(a) - firstPosition(b) || byCodeUnit(JSON.stringify(a), JSON.stringify(b));
}

function firstPosition(plan: TestPlan): number {
  return Math.min(...plan.checks.map(({ position }) => position));
}

function unplannedVerdicts(
  tests: readonly ReadTest[],
  planned: readonly PlannedVerdict[],
): readonly Verdict[] {
  const plannedIds = new Set(planned.map(({ check }) => check.id));
  const others = new Map<string, Verdict>();
  for (const { verdicts } of tests) {
    for (const [id, verdict] of verdicts) if (!plannedIds.has(id)) others.set(id, verdict);
  }
  return [...others.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

function engineVersions(tests: readonly ReadTest[]): ReadonlyMap<EngineId, string> {
  const versions = new Map<EngineId, string>();
  for (const id of engineOrder) {
    const seen = tests
      .flatMap(({ verdicts }) => [...verdicts.values()])
      .filter(({ engine }) => engine.id === id)
      .map(({ engine }) => engine.version)
      .sort(byCodeUnit);
    const [version] = seen;
    if (version !== undefined) versions.set(id, version);
    else if (tests.some(({ plan }) => plan.engine === id)) versions.set(id, 'unknown');
  }
  return versions;
}

function totalsOf(
  verdicts: readonly Verdict[],
  known: Pick<Report, 'accepted' | 'levels'>,
): Report['totals'] {
  const acceptance = acceptanceOf(known);
  const count = (status: VerdictStatus): number => verdicts.filter((v) => v.status === status).length;
  return {
    conforms: count('conforms'),
    violates: count('violates'),
    inapplicable: count('inapplicable'),
    inconclusive: count('inconclusive'),
    hazards: verdicts.filter((v) => v.status === 'violates' && v.kind === 'hazard').length,
    accepted: verdicts.filter((v) => acceptance(v) !== null).length,
    off: verdicts.filter((v) => isOff(v, known.levels)).length,
    held: verdicts.filter((v) => v.held).length,
  };
}

/** Returns what the policy says of diagnoses: every test carries all of it. */
function levelsOf(plans: readonly TestPlan[]): Report['levels'] {
  const levels = plans.flatMap((plan) => plan.levels ?? []);
  return [...new Map(levels.map((one) => [JSON.stringify(one), one])).values()];
}

/** Returns the routes of the policy: every test carries all of them, of which several may have one path. */
function routesOf(plans: readonly TestPlan[]): Report['routes'] {
  const routes = new Map<string, Report['routes'][number]>();
  for (const { path, methods, line } of plans.flatMap((plan) => plan.routes)) {
    routes.set(JSON.stringify([path, methods]), {
      path,
      methods: [...methods],
      ...(line === undefined ? {} : { line }),
    });
  }
  return [...routes.values()];
}

/** Returns the patterns by which routes trust origins, each once; nothing where there is none. */
function patternsOf(plans: readonly TestPlan[]): Pick<Report, 'patterns'> {
  const all = plans.flatMap(({ patterns = [], checks: [check] }) =>
    check === undefined ? [] : patterns.map((one) => ({ ...one, route: check.route })),
  );
  if (all.length === 0) return {};
  return {
    patterns: groupBy(all, ({ pattern, sample }) => JSON.stringify([pattern, sample])).map((group) => {
      const [{ route: _route, expression: _expression, ...pattern }] = group;
      return { ...pattern, routes: [...new Set(group.map(({ route }) => route))] };
    }),
  };
}

function withStatuses(routes: Report['routes'], verdicts: readonly Verdict[]): Report['routes'] {
  const about = verdictsByRoute({ routes, verdicts });
  return routes.map((route, index) => ({ ...route, statuses: statusesOf(route, about[index] ?? []) }));
}

function originsOf(checks: readonly PlannedCheck[]): Report['origins'] {
  const roles = new Map<string, { readonly origin: string; readonly role: OriginRole }>();
  for (const { origin, originRole: role } of checks) {
    const key = originKey(role, origin);
    if (!roles.has(key)) roles.set(key, { origin, role });
  }
  const origins = [...roles.values()];
  const trusted = origins.filter(({ role }) => role === 'trusted');
  return [...trusted, ...origins.filter(({ role }) => role !== 'trusted')];
}
