import { EngineError } from '../browser/deadline.ts';
import type { Engine } from '../engines/engine.ts';
import { answersLater } from '../judge/answers-later.ts';
import { lastStatus } from '../judge/finding.ts';
import type { Heard, Probed } from '../judge/probed.ts';
import { isRefusedWithCredentials } from '../judge/with-credentials.ts';
import { hearWitnesses } from '../judge/witnesses.ts';
import type { Observation } from '../model.ts';
import type { PlannedProbe, ProbeTurn, RoutePlan } from '../plan/derived-check.ts';
import { isRepeatable } from '../plan/safe-methods.ts';
import type { ProbePage } from '../probe/probe.ts';
import { LimitsMet } from './limits-met.ts';
import { RateLimitError } from './pace.ts';
import { pacedPage } from './paced-page.ts';
import type { PageRun } from './page-run.ts';
import { makeRound, roundsOf, setsCookie, type Made, type ProbeRound } from './probe-rounds.ts';
import { outOfTime, unreachable, withoutPage, type Unmade } from './unmade.ts';

/** What routes are asked by. */
export interface Asking {
  readonly page: ProbePage;
  readonly run: PageRun;
  readonly limits: LimitsMet;
  /** The URLs whose answers a cache was found to keep. */
  readonly kept: Set<string>;
}

/** How far a route is. */
export interface Progress {
  readonly plan: RoutePlan;
  readonly asks: ReadonlySet<string>;
  readonly probed: Map<string, Probed>;
  /** What its requests came to while the API limited requests, by their keys. */
  readonly whileLimited: Map<string, Heard>;
  /** Why nothing more is asked of it; `null` while something is. */
  stopped: Unmade | null;
}

export const progressOf = (plan: RoutePlan): Progress => ({
  plan,
  asks: new Set(plan.probes.map(({ key }) => key)),
  probed: new Map(),
  whileLimited: new Map(),
  stopped: null,
});

export function askingFor(all: readonly Progress[], unpaced: ProbePage, run: PageRun): Asking {
  const limits = new LimitsMet(unpaced, all, hearing(run));
  return { page: pacedPage(unpaced, run.pace, limits), run, limits, kept: new Set() };
}

const turns: readonly ProbeTurn[] = ['usual', 'end', 'sent'];

/**
 * Returns the probes of all routes that each page makes in each turn, pages in the order in which they are first
 * needed.
 */
export function visitsOf(plans: readonly RoutePlan[]): PlannedProbe[][] {
  const visits = new Map<string, Map<string, PlannedProbe>>();
  for (const probe of plans.flatMap(({ probes }) => probes)) {
    const name = JSON.stringify([probe.page.origin, probe.page.opaque, probe.turn]);
    const visit = visits.get(name) ?? new Map<string, PlannedProbe>();
    // What one route needs in any case is made.
    if (visit.get(probe.key)?.unlessRefused !== null) visit.set(probe.key, probe);
    visits.set(name, visit);
  }
  const all = [...visits.values()].map((visit) => [...visit.values()]);
  return turns.flatMap((turn) => all.filter(([first]) => first?.turn === turn));
}

/** Makes the probes of `visits`, each from its page. */
export async function makeVisits(
  all: readonly Progress[],
  visits: readonly (readonly PlannedProbe[])[],
  asking: Asking,
): Promise<void> {
  const { page, run, limits } = asking;
  for (const visit of visits) {
    const wanted = stillWanted(visit, all, run);
    const [first] = wanted;
    if (first === undefined) continue;
    try {
      await page.moveTo(first.page.origin, { opaque: first.page.opaque });
    } catch (error) {
      // Whoever waits for an engine that is gone, or hangs, waits once.
      if (error instanceof EngineError) throw error;
      for (const { key } of wanted) note(all, key, withoutPage(first.page.origin, error));
      continue;
    }
    limits.visit = visit;
    const always = wanted.filter(({ unlessRefused }) => unlessRefused === null);
    for (const round of roundsOf(always)) await makeFor(all, round, asking);
    await makeUnlessSpared(all, wanted, asking);
  }
}

/**
 * Makes of `probes`, those of a visit, the ones that wait for others and are not spared by them. Where an answer sets a
 * cookie none is: the browser may have it by now, and a request with credentials carries it.
 */
async function makeUnlessSpared(
  routes: readonly Progress[],
  probes: readonly PlannedProbe[],
  asking: Asking,
): Promise<void> {
  const cameOf = (key: string): Probed[] => routes.flatMap(({ probed }) => probed.get(key) ?? []);
  const waiting = probes.filter(({ unlessRefused }) => unlessRefused !== null);
  const { definition, session } = asking.run;
  const mayHaveCookie =
    waiting.length > 0 && (session !== undefined || probes.some(({ key }) => cameOf(key).some(showsCookie)));
  const isSpared = ({ unlessRefused, orRefusable }: PlannedProbe): boolean =>
    unlessRefused !== null &&
    !mayHaveCookie &&
    cameOf(unlessRefused).some((probed) => isRefused(probed, orRefusable ? definition : null));
  const asked = waiting.filter((probe) => !isSpared(probe));
  for (const { key } of waiting.filter(isSpared)) note(routes, key, { kind: 'spared' });
  if (asked.length === 0) return;
  // Those before left copies in the caches; a cookie is to stay.
  if (!mayHaveCookie) await asking.page.clearCaches();
  for (const round of roundsOf(asked)) await makeFor(routes, round, asking);
}

const showsCookie = (probed: Probed): boolean => probed.kind === 'observed' && setsCookie(probed.observation);

/**
 * Reports whether what came of a request without credentials is refused with them: as it was refused itself or, where
 * `engine` is given, as its answer would be, whatever that engine departs in. Whoever is told to come back later may be let
 * in then.
 */
function isRefused(probed: Probed, engine: Engine | null): boolean {
  if (probed.kind !== 'observed') return false;
  const { observation, testimony } = probed;
  if (answersLater(lastStatus(observation) ?? 0)) return false;
  if (testimony.kind === 'refused') return true;
  return engine !== null && testimony.kind === 'shared' && isRefusedWithCredentials(observation, engine);
}

async function makeFor(
  routes: readonly Progress[],
  { kind, probes }: ProbeRound,
  asking: Asking,
): Promise<void> {
  const { run } = asking;
  const wanted = stillWanted(probes, routes, run);
  if (wanted.length === 0) return;
  const heard = hearing(run);
  const made = await makeInTime({ kind, probes: wanted }, routes, asking);
  for (const [key, { observation, withCookie }] of made) {
    note(routes, key, {
      kind: 'observed',
      ...heard(observation),
      ...(withCookie === undefined ? {} : { withCookie: heard(withCookie) }),
    });
  }
  for (const route of routes) route.stopped ??= unreachable([...route.probed.values()]);
}

const hearing =
  ({ definition, authorities }: PageRun) =>
  (observation: Observation): Heard => ({
    observation,
    testimony: hearWitnesses(observation, definition, authorities),
  });

/** Makes a round; where the API limits requests for longer than the run lasts, nothing, and the routes are asked no more. */
async function makeInTime(
  round: ProbeRound,
  routes: readonly Progress[],
  { page, run, limits, kept }: Asking,
): Promise<Map<string, Made>> {
  const make = (): Promise<Map<string, Made>> =>
    makeRound(round, page, run.limits, kept, run.session !== undefined);
  try {
    const before = limits.count;
    const made = await make();
    // Whoever waited between the two did not ask again at once.
    const isLate = round.kind === 'pair' && limits.count > before && round.probes.every(isRepeatable);
    return isLate ? await make() : made;
  } catch (error) {
    if (!(error instanceof RateLimitError)) throw error;
    for (const route of routes) {
      route.stopped ??= { kind: 'unmade', diagnosis: null, reason: error.message };
    }
    stillWanted(round.probes, routes, run);
    return new Map();
  }
}

/** Returns the probes that a route is still asked by; for the others is noted why they are not made. */
function stillWanted(
  probes: readonly PlannedProbe[],
  routes: readonly Progress[],
  { pace }: PageRun,
): PlannedProbe[] {
  for (const route of routes) {
    if (pace.isLate) route.stopped ??= outOfTime;
    if (route.stopped === null) continue;
    for (const { key } of probes) if (!route.probed.has(key)) note([route], key, route.stopped);
  }
  return probes.filter(({ key }) => routes.some(({ stopped, asks }) => stopped === null && asks.has(key)));
}

/** Notes what came of a probe for each route that asks it: two routes at one address may ask the same. */
function note(routes: readonly Progress[], key: string, result: Probed): void {
  for (const { asks, probed } of routes) if (asks.has(key)) probed.set(key, result);
}
