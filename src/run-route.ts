import { EngineError } from './browser/deadline.ts';
import type { PlannedProbe, RoutePlan } from './derived-check.ts';
import type { Engine } from './engine.ts';
import { judgeCheck, type Probed } from './judge/judge-check.ts';
import type { Observation, Verdict } from './model.ts';
import { PageOriginError, type ProbeLimits, type ProbePage } from './probe.ts';
import { isSafe } from './safe-methods.ts';
import { verdictOf, type VerdictContext } from './verdict.ts';
import { hearWitnesses } from './witnesses.ts';
import { needsPreflight } from './fetch-standard/needs-preflight.ts';

export interface RouteRun extends VerdictContext {
  readonly definition: Engine;
  readonly limits: ProbeLimits;
  /** `host:port` values that may be contacted. */
  readonly authorities: ReadonlySet<string>;
  /** Milliseconds since the epoch after which no further page is asked. */
  readonly deadline: number;
}

/**
 * Makes the requests of `plan` from `page`, which moves from origin to origin, and judges them: one verdict per
 * check, in the plan's order. Rejects only if the page or its browser is gone while it probes.
 */
export async function runRoute(plan: RoutePlan, page: ProbePage, run: RouteRun): Promise<Verdict[]> {
  const probed = new Map<string, Probed>();
  let stopped: Extract<Probed, { kind: 'unmade' }> | null = null;
  for (const group of byPage(plan.probes)) {
    const [first] = group;
    if (first === undefined) continue;
    stopped ??= Date.now() > run.deadline ? outOfTime : null;
    if (stopped !== null) {
      for (const { key } of group) probed.set(key, stopped);
      continue;
    }
    try {
      await page.moveTo(first.page.origin, first.page.opaque);
    } catch (error) {
      // Whoever waits for an engine that is gone, or hangs, waits once.
      if (error instanceof EngineError) throw error;
      for (const { key } of group) probed.set(key, withoutPage(first.page.origin, error));
      continue;
    }
    for (const [key, observation] of await probeGroup(group, page, run.limits)) {
      const testimony = hearWitnesses(observation, run.definition, run.authorities);
      probed.set(key, { kind: 'observed', observation, testimony });
    }
    stopped = unreachable([...probed.values()]);
  }
  return plan.checks.map((check) => verdictOf(check, judgeCheck(check, probed), run));
}

/** Where the engine itself puts the page elsewhere nobody can be; any other failure is one of ours. */
function withoutPage(origin: string, error: unknown): Probed {
  if (error instanceof PageOriginError) return { kind: 'impossible', reason: error.message };
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  return {
    kind: 'unmade',
    diagnosis: null,
    reason: `No page could be loaded at ${origin}: ${message ?? ''}`,
  };
}

const outOfTime = {
  kind: 'unmade',
  diagnosis: null,
  reason:
    'The time limit of the run was reached before this request; raise limits.runTimeoutMs in the policy.',
} as const;

const unreachableBy: ReadonlySet<string> = new Set([
  'connection-refused',
  'connection-reset',
  'host-not-found',
  'host-unreachable',
  'tls-failure',
  'response-timeout',
  'response-invalid',
]);

/** Where no request so far came back, the others would only wait for the same. */
function unreachable(probed: readonly Probed[]): Extract<Probed, { kind: 'unmade' }> | null {
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

/** The probes of each page together, pages in the order in which they are first needed. */
function byPage(probes: readonly PlannedProbe[]): PlannedProbe[][] {
  const groups = new Map<string, PlannedProbe[]>();
  for (const probe of probes) {
    const key = `${probe.page.origin} ${probe.page.opaque}`;
    groups.set(key, [...(groups.get(key) ?? []), probe]);
  }
  return [...groups.values()];
}

async function probeGroup(
  group: readonly PlannedProbe[],
  page: ProbePage,
  limits: ProbeLimits,
): Promise<Map<string, Observation>> {
  const observations = new Map<string, Observation>();
  const single = group.filter(({ follows }) => follows === null);
  // All at once, in the hope that no cache answers; those that one did answer are made again by themselves.
  for (const [index, observation] of (
    await page.probe(
      single.map(({ request }) => request),
      limits,
    )
  ).entries()) {
    const probe = single[index];
    if (probe === undefined) continue;
    const again = answeredByCache(observation) || (observation.incomplete !== null && isHarmless(probe));
    observations.set(probe.key, again ? await probeAlone(probe, page, limits) : observation);
  }
  for (const probe of group.filter(({ follows }) => follows !== null)) {
    await page.clearCaches();
    const [before, after] = await page.probe([probe.request, probe.request], { ...limits, inFlight: 1 });
    if (before !== undefined && probe.follows !== null) observations.set(probe.follows, before);
    if (after !== undefined) observations.set(probe.key, after);
  }
  return observations;
}

async function probeAlone(probe: PlannedProbe, page: ProbePage, limits: ProbeLimits): Promise<Observation> {
  await page.clearCaches();
  const [observation] = await page.probe([probe.request], limits);
  if (observation === undefined) throw new Error('The page returned no observation.');
  return observation;
}

/** Reports whether the request may be made twice: a busy machine can lose a witness, never a verdict. */
const isHarmless = ({ request }: PlannedProbe): boolean => request.held || isSafe(request.method);

/** Reports whether the HTTP cache answered, or the CORS-preflight cache spared a CORS-preflight request. */
function answeredByCache({ exchanges, request, outcome }: Observation): boolean {
  const fromCache = exchanges.some(
    ({ response }) => response?.fromCache === true || response?.status === 304,
  );
  const preflighted = exchanges.some(({ purpose }) => purpose === 'preflight');
  const wasSentOrHeld = outcome.kind === 'held' || exchanges.some(({ purpose }) => purpose === 'actual');
  const { method, headers, mode } = request;
  const spared =
    mode === 'cors' &&
    wasSentOrHeld &&
    !preflighted &&
    needsPreflight({ method, headers, useCorsPreflightFlag: false });
  return fromCache || spared;
}
