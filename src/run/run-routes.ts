import { EngineError } from '../browser/deadline.ts';
import type { PlannedProbe, ProbeTurn, RoutePlan } from '../plan/derived-check.ts';
import type { Engine } from '../engines/engine.ts';
import { answersLater } from '../judge/answers-later.ts';
import { doubtHeld } from '../judge/doubt-held.ts';
import { lastStatus } from '../judge/finding.ts';
import { judgeRoute } from '../judge/judge-check.ts';
import { isRefusedWithCredentials } from '../judge/with-credentials.ts';
import type { Heard, Probed, ProbedByKey } from '../judge/probed.ts';
import type { Observation, Verdict } from '../model.ts';
import { findCauses } from './find-causes.ts';
import { LimitsMet } from './limits-met.ts';
import { RateLimitError } from './pace.ts';
import { pacedPage } from './paced-page.ts';
import type { PageRun } from './page-run.ts';
import { makeRound, roundsOf, setsCookie, type Made, type ProbeRound } from './probe-rounds.ts';
import { isRepeatable } from '../plan/safe-methods.ts';
import { PageOriginError, type ProbePage } from '../probe/probe.ts';
import { verdictOf } from '../judge/verdict.ts';
import { hearWitnesses } from '../judge/witnesses.ts';

type Unmade = Extract<Probed, { kind: 'unmade' }>;

/** What routes are asked by. */
interface Asking {
  readonly page: ProbePage;
  readonly run: PageRun;
  readonly limits: LimitsMet;
  /** The URLs whose answers a cache was found to keep. */
  readonly kept: Set<string>;
}

/** How far a route is. */
interface Progress {
  readonly plan: RoutePlan;
  readonly asks: ReadonlySet<string>;
  readonly probed: Map<string, Probed>;
  /** What its requests came to while the API limited requests, by their keys. */
  readonly whileLimited: Map<string, Heard>;
  /** Why nothing more is asked of it; `null` while something is. */
  stopped: Unmade | null;
}

/**
 * Makes the requests of all `plans` from `page`, which visits each origin once, and judges them: for each route one
 * verdict per check, in its plan's order. More is asked only to find a cause, and nothing if `asks` is `plan-alone`.
 * Rejects only if the page or its browser is gone while it probes.
 */
export async function runRoutes(
  plans: readonly RoutePlan[],
  unpaced: ProbePage,
  run: PageRun,
  asks: 'causes-too' | 'plan-alone' = 'causes-too',
): Promise<Verdict[][]> {
  const all = plans.map(progressOf);
  const asking = askingFor(all, unpaced, run);
  const visits = visitsOf(plans);
  const changes = ([first]: readonly PlannedProbe[]): boolean => first?.turn === 'sent';
  await makeVisits(
    all,
    visits.filter((visit) => !changes(visit)),
    asking,
  );
  // Before anything is sent that may change what is answered.
  const causes = asks === 'plan-alone' ? null : await findCauses(all, unpaced, run, ask);
  await makeVisits(all, visits.filter(changes), asking);
  const judged = doubtHeld(
    all.map(({ plan, probed, whileLimited }, index) =>
      judgeRoute(plan, withLimits(probed, whileLimited), causes?.[index]),
    ),
  );
  return all.map(({ plan }, index) =>
    (judged[index] ?? []).map(([check, judgement]) =>
      verdictOf(check, judgement, { engine: run.engine, route: plan.promise }),
    ),
  );
}

function askingFor(all: readonly Progress[], unpaced: ProbePage, run: PageRun): Asking {
  const limits = new LimitsMet(unpaced, all, hearing(run));
  return { page: pacedPage(unpaced, run.pace, limits), run, limits, kept: new Set() };
}

/** Makes the requests of `plans`; what each came to, by its key, for each plan. */
async function ask(plans: readonly RoutePlan[], unpaced: ProbePage, run: PageRun): Promise<ProbedByKey[]> {
  const all = plans.map(progressOf);
  await makeVisits(all, visitsOf(plans), askingFor(all, unpaced, run));
  return all.map(({ probed }) => probed);
}

/** Makes the probes of `visits`, each from its page. */
async function makeVisits(
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
  const mayHaveCookie = waiting.length > 0 && probes.some(({ key }) => cameOf(key).some(showsCookie));
  const isSpared = ({ unlessRefused, orRefusable }: PlannedProbe): boolean =>
    unlessRefused !== null &&
    !mayHaveCookie &&
    cameOf(unlessRefused).some(
      (probed) => isRefused(probed) || (orRefusable === true && isRefusable(probed, asking.run.definition)),
    );
  const asked = waiting.filter((probe) => !isSpared(probe));
  for (const { key } of waiting.filter(isSpared)) note(routes, key, { kind: 'spared' });
  if (asked.length === 0) return;
  // Those before left copies in the caches; a cookie is to stay.
  if (!mayHaveCookie) await asking.page.clearCaches();
  for (const round of roundsOf(asked)) await makeFor(routes, round, asking);
}

const showsCookie = (probed: Probed): boolean => probed.kind === 'observed' && setsCookie(probed.observation);

/** Whoever is told to come back later may be let in then. */
function isRefused(probed: Probed): boolean {
  if (probed.kind !== 'observed' || probed.testimony.kind !== 'refused') return false;
  const status = lastStatus(probed.observation);
  return status === null || !answersLater(status);
}

/** Reports whether what was shared would have been refused with credentials, whatever the engine departs in. */
const isRefusable = (probed: Probed, engine: Engine): boolean =>
  probed.kind === 'observed' &&
  probed.testimony.kind === 'shared' &&
  !answersLater(lastStatus(probed.observation) ?? 0) &&
  isRefusedWithCredentials(probed.observation, engine);

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
  const make = (): Promise<Map<string, Made>> => makeRound(round, page, run.limits, kept);
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

/** Returns what came of the probes of a route, with what they came to while the API limited requests. */
function withLimits(
  probed: ReadonlyMap<string, Probed>,
  whileLimited: ReadonlyMap<string, Heard>,
): ReadonlyMap<string, Probed> {
  return new Map(
    [...probed].map(([key, one]): [string, Probed] => {
      const limited = whileLimited.get(key);
      const isTold = one.kind === 'observed' || one.kind === 'unmade';
      return [key, isTold && limited !== undefined ? { ...one, whileLimited: limited } : one];
    }),
  );
}

/** The probes that a route is still asked by; for the others is noted why they are not made. */
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

const progressOf = (plan: RoutePlan): Progress => ({
  plan,
  asks: new Set(plan.probes.map(({ key }) => key)),
  probed: new Map(),
  whileLimited: new Map(),
  stopped: null,
});

/** Returns what came of a probe without a page: nobody can be where the engine puts it elsewhere; else we failed. */
function withoutPage(origin: string, error: unknown): Probed {
  if (error instanceof PageOriginError) return { kind: 'impossible', reason: error.message };
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  return {
    kind: 'unmade',
    diagnosis: null,
    reason: `No page could be loaded at ${origin}: ${message ?? ''}`,
  };
}

const outOfTime: Unmade = {
  kind: 'unmade',
  diagnosis: null,
  reason:
    'The time limit of the run was reached before this request; raise limits.runTimeoutMs in the policy.',
};

const unreachableBy: ReadonlySet<string> = new Set([
  'connection-refused',
  'connection-reset',
  'host-not-found',
  'host-unreachable',
  'tls-failure',
  'response-timeout',
  'response-invalid',
]);

/** Returns why no more is asked where no request so far came back: the others would only wait for the same. */
function unreachable(probed: readonly Probed[]): Unmade | null {
  const causes = probed.map((one) =>
    one.kind === 'observed' && one.testimony.kind === 'neighbour' ? one.testimony.diagnosis : null,
  );
  const [cause] = causes;
  if (
    cause === undefined ||
    cause === null ||
    !causes.every((other) => other !== null && unreachableBy.has(other))
  ) {
    return null;
  }
  return {
    kind: 'unmade',
    diagnosis: cause,
    reason: `The request was not made, because none of the requests before it was answered (${cause}).`,
  };
}

const turns: readonly ProbeTurn[] = ['usual', 'end', 'sent'];

/** The probes of all routes that each page makes in each turn, pages in the order in which they are first needed. */
function visitsOf(plans: readonly RoutePlan[]): PlannedProbe[][] {
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
