import type { Heard } from '../judge/probed.ts';
import type { Observation, ProbeRequest } from '../model.ts';
import type { PlannedProbe, RoutePlan } from '../plan/derived-check.ts';
import { PageOriginError, type ProbePage } from '../probe/probe.ts';
import { limitIn, type LimitNotes } from './paced-page.ts';

/** A route, and what its requests came to while the API limited requests. */
interface LimitedRoute {
  readonly plan: RoutePlan;
  readonly whileLimited: Map<string, Heard>;
}

/** Notes the answers by which an API limits requests, and has a trusted page of each route meet one. */
export class LimitsMet implements LimitNotes {
  readonly #page: ProbePage;
  readonly #routes: readonly LimitedRoute[];
  readonly #hear: (observation: Observation) => Heard;
  readonly #declared: ReadonlySet<string>;
  /** What the page asks where it is. */
  visit: readonly PlannedProbe[] = [];
  /** How many answers were such. */
  count = 0;
  #hasAsked = false;

  constructor(page: ProbePage, routes: readonly LimitedRoute[], hear: (observation: Observation) => Heard) {
    this.#page = page;
    this.#routes = routes;
    this.#hear = hear;
    this.#declared = new Set(routes.flatMap(({ plan }) => declaredOf(plan)));
  }

  isDeclared(url: string, status: number): boolean {
    return this.#declared.has(`${status} ${url}`);
  }

  limited(request: ProbeRequest, observation: Observation): void {
    this.count += 1;
    for (const { key } of this.visit.filter((probe) => probe.request === request))
      this.#note(key, observation);
  }

  /**
   * Asks from a trusted page for as long as the API limits requests: once for each route, where that changes nothing on
   * the server. Whoever is limited first may be a stranger, or a CORS-preflight request; what a trusted page gets is
   * what matters. Where its CORS-preflight request is limited, too, the same is asked without what needs one.
   */
  async whileLimited(): Promise<void> {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    const [first] = this.visit;
    for (const { plan, whileLimited } of this.#routes) {
      const probe = plan.probes.find(({ key }) => key === plan.bookends?.before);
      if (probe === undefined || probe.request.held || whileLimited.has(probe.key)) continue;
      try {
        await this.#moveTo(probe);
      } catch (error) {
        // No page can be there, which its own checks say.
        if (error instanceof PageOriginError) continue;
        throw error;
      }
      const isMet = await this.#meets(probe, probe.request);
      if (isMet) continue;
      const bare = { ...probe.request, headers: [] };
      await this.#meets(readFrom(plan, probe, bare) ?? probe, bare);
    }
    if (first !== undefined) await this.#moveTo(first);
  }

  /** Makes `request`, and notes the limit that it meets for `probe`; reports whether there is no more to ask. */
  async #meets({ key }: PlannedProbe, request: ProbeRequest): Promise<boolean> {
    // A CORS-preflight request that was granted before is made again, and so is what a cache keeps.
    await this.#page.clearCaches();
    const [observation] = await this.#page.probe([request]);
    if (observation === undefined || limitIn(observation, this) === null) return true;
    this.#note(key, observation);
    return observation.exchanges.some(({ purpose }) => purpose === 'actual');
  }

  async #moveTo({ page: { origin, opaque } }: PlannedProbe): Promise<void> {
    if (this.#page.origin === (opaque ? 'null' : origin)) return;
    await this.#page.moveTo(origin, { opaque });
  }

  /** Notes an answer to an actual request: what a limit makes of a CORS-preflight request, no header cures. */
  #note(key: string, observation: Observation): void {
    if (!observation.exchanges.some(({ purpose }) => purpose === 'actual')) return;
    const heard = this.#hear(observation);
    for (const { plan, whileLimited } of this.#routes) {
      if (plan.probes.some((probe) => probe.key === key) && !whileLimited.has(key))
        whileLimited.set(key, heard);
    }
  }
}

/** Returns the statuses that are declared, each with the URL that it is declared of. */
function declaredOf({ checks }: RoutePlan): string[] {
  return checks.flatMap(({ url, expectation }) => {
    if (expectation.check === 'status')
      return (expectation.declared ?? []).map((status) => `${status} ${url}`);
    if (expectation.check !== 'error-readable' || expectation.status === null) return [];
    return [`${expectation.status} ${url}`];
  });
}

/** Returns the probe of `request` from the page of `other` that has to read its response; `undefined` if none has to. */
const readFrom = (
  { checks, probes }: RoutePlan,
  { page }: PlannedProbe,
  request: ProbeRequest,
): PlannedProbe | undefined =>
  probes.find(
    (one) =>
      JSON.stringify([one.page, one.request]) === JSON.stringify([page, request]) &&
      checks.some(({ expectation }) => expectation.check === 'readable' && expectation.probe === one.key),
  );
