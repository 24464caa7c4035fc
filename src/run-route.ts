import { EngineError } from './browser/deadline.ts';
import type { PlannedProbe, RoutePlan } from './derived-check.ts';
import type { Engine } from './engine.ts';
import { judgeCheck } from './judge/judge-check.ts';
import type { Probed } from './judge/probed.ts';
import type { Verdict } from './model.ts';
import { makeRound, roundsOf } from './probe-rounds.ts';
import { PageOriginError, type ProbeLimits, type ProbePage } from './probe.ts';
import { verdictOf, type VerdictContext } from './verdict.ts';
import { hearWitnesses } from './witnesses.ts';

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
  const kept = new Set<string>();
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
    for (const round of roundsOf(group)) {
      stopped ??= Date.now() > run.deadline ? outOfTime : null;
      if (stopped !== null) {
        for (const { key } of round.probes) probed.set(key, stopped);
        continue;
      }
      for (const [key, observation] of await makeRound(round, page, run.limits, kept)) {
        const testimony = hearWitnesses(observation, run.definition, run.authorities);
        probed.set(key, { kind: 'observed', observation, testimony });
      }
      stopped = unreachable([...probed.values()]);
    }
  }
  return plan.checks.map((check) => verdictOf(check, judgeCheck(check, probed, plan.bookends), run));
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

/** The probes of each page together, pages in the order in which they are first needed; the last one by itself. */
function byPage(probes: readonly PlannedProbe[]): PlannedProbe[][] {
  const groups = new Map<string, PlannedProbe[]>();
  for (const probe of probes) {
    const key = `${probe.page.origin} ${probe.page.opaque} ${probe.last}`;
    groups.set(key, [...(groups.get(key) ?? []), probe]);
  }
  return [...groups.values()];
}
