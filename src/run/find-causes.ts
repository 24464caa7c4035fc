import { randomUUID } from 'node:crypto';
import type { Causes } from '../judge/causes.ts';
import { copyTrials, keptCopy, type CopyTrial, type KeptCopy, type PageRequest } from '../judge/kept-copy.ts';
import { heardOf, type Probed, type ProbedByKey } from '../judge/probed.ts';
import { sharedCopy, suspectsOf, type SharedCopy } from '../judge/shared-copy.ts';
import { uncachedUrl } from '../judge/uncached-url.ts';
import type { Observation } from '../model.ts';
import type { PlannedProbe, RoutePlan } from '../plan/derived-check.ts';
import { isRepeatable, isSafe } from '../plan/safe-methods.ts';
import { PageOriginError, type ProbePage } from '../probe/probe.ts';
import type { PageRun } from './page-run.ts';

/** A route, and what its probes came to. */
interface Asked {
  readonly plan: RoutePlan;
  readonly probed: ProbedByKey;
}

/** Makes the requests of plans; what each came to, by its key, for each plan. */
type Ask = (plans: readonly RoutePlan[], page: ProbePage, run: PageRun) => Promise<ProbedByKey[]>;

/**
 * Returns the causes of what the probes of each route came to, and asks for what shows them: only where a finding needs
 * it, and only by requests that are safe or held. Rejects as `ask` does.
 */
export async function findCauses(
  routes: readonly Asked[],
  page: ProbePage,
  run: PageRun,
  ask: Ask,
): Promise<Causes[]> {
  const causes: Causes[] = [];
  const token = randomUUID().slice(0, 8);
  for (const [index, route] of routes.entries()) {
    const copies = await sharedCopies(route, `${token}${index}`, page, run, ask);
    const uncached =
      copies.length === 0 ? null : await uncachedAnswers(route, `${token}${index}u`, page, run, ask);
    causes.push({ copies, uncached, kept: new Map(), session: run.session?.seen() ?? null });
  }
  const trials = routes.map(({ plan, probed }, index) => copyTrials(plan, causes[index]?.uncached ?? probed));
  const kept = await keptCopies(trials.flat(), page, run);
  return causes.map((own) => ({ ...own, kept }));
}

/** Asks once more for what a shared cache may have answered, and at an address of the same resource that it cannot know. */
async function sharedCopies(
  { plan, probed }: Asked,
  token: string,
  page: ProbePage,
  run: PageRun,
  ask: Ask,
): Promise<SharedCopy[]> {
  const suspects = suspectsOf(plan, probed).map((probe, index) => {
    // Whether a CORS-preflight request is granted shows before anything unsafe is sent.
    const request = { ...probe.request, held: probe.request.held || !isSafe(probe.request.method) };
    const again: PlannedProbe = { ...alone(probe), key: `again ${probe.key}`, request };
    const url = uncachedUrl(request.url, `${token}-${index}`);
    return {
      probe,
      again,
      uncached: { ...again, key: `uncached ${probe.key}`, request: { ...request, url } },
    };
  });
  if (suspects.length === 0) return [];
  const probes = suspects.flatMap(({ again, uncached }) => [again, uncached]);
  const [came = new Map()] = await ask([{ ...plan, probes }], page, run);
  return suspects.flatMap(({ probe, again, uncached }) => {
    const suspect = heardOf(probed, probe.key);
    if (suspect === null) return [];
    const copy = sharedCopy(suspect, heardOf(came, again.key), heardOf(came, uncached.key), probed);
    return copy === null ? [] : [copy];
  });
}

const alone = (probe: PlannedProbe): PlannedProbe => ({
  ...probe,
  follows: null,
  unlessRefused: null,
  turn: 'usual',
});

/**
 * Asks for what the API itself answers, each page at an address of its own: of a cache that gives all the same, its copies
 * say nothing of who may read. What is not asked again is as it was.
 */
async function uncachedAnswers(
  { plan, probed }: Asked,
  token: string,
  page: ProbePage,
  run: PageRun,
  ask: Ask,
): Promise<ProbedByKey> {
  const probes = plan.probes.flatMap((probe, index): PlannedProbe[] => {
    if (!isRepeatable(probe) || probe.follows !== null) return [];
    const url = uncachedUrl(probe.request.url, `${token}-${index}`);
    return [{ ...probe, request: { ...probe.request, url } }];
  });
  const [came = new Map<string, Probed>()] = await ask([{ ...plan, probes }], page, run);
  return new Map([...probed, ...came]);
}

/**
 * Makes the two requests of each trial, the second with the caches as the first left them; the copies that were handed
 * out, by the check of the trial. Trials of the same two pages are made together.
 */
async function keptCopies(
  trials: readonly CopyTrial[],
  page: ProbePage,
  run: PageRun,
): Promise<ReadonlyMap<string, KeptCopy>> {
  const kept = new Map<string, KeptCopy>();
  for (const group of groupsOf(trials)) {
    if (run.pace.isLate) break;
    const seen = await observeInTurn(group, page, run);
    for (const [index, { check }] of group.entries()) {
      const [left, refused] = [seen?.first[index], seen?.second[index]];
      const copy =
        left === undefined || refused === undefined ? null : keptCopy(left, refused, run.definition);
      if (copy !== null) kept.set(check, copy);
    }
  }
  return kept;
}

/** Returns the trials in groups: those in one are from the same pages, and none is of the address of another. */
function groupsOf(trials: readonly CopyTrial[]): CopyTrial[][] {
  const groups = new Map<string, CopyTrial[]>();
  for (const trial of trials) {
    const { first, second } = trial;
    const urls = trials.filter((other) => other.first.request.url === first.request.url);
    const name = JSON.stringify([first.origin, second.origin, urls.indexOf(trial)]);
    groups.set(name, [...(groups.get(name) ?? []), trial]);
  }
  return [...groups.values()];
}

async function observeInTurn(
  group: readonly CopyTrial[],
  page: ProbePage,
  run: PageRun,
): Promise<{ readonly first: readonly Observation[]; readonly second: readonly Observation[] } | null> {
  const [trial] = group;
  if (trial === undefined) return null;
  const requests = (of: (trial: CopyTrial) => PageRequest) => group.map((one) => of(one).request);
  const limits = { ...run.limits, perSecond: run.pace.perSecond };
  try {
    await page.moveTo(trial.first.origin);
    const first = await page.probe(
      requests((one) => one.first),
      limits,
    );
    if (trial.second.origin !== trial.first.origin) {
      await page.moveTo(trial.second.origin, { keepCaches: true });
    }
    const second = await page.probe(
      requests((one) => one.second),
      limits,
    );
    return { first, second };
  } catch (error) {
    // Where the engine lets no page be, none meets a copy.
    if (error instanceof PageOriginError) return null;
    throw error;
  }
}
