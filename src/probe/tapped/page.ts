import { randomUUID } from 'node:crypto';
import type { Exchange, Observation, ProbeRequest } from '../../model.ts';
import {
  defaultLimits,
  PageOriginError,
  type CookieJar,
  type HttpCacheUse,
  type MoveOptions,
  type ProbeLimits,
  type ProbePage,
} from '../probe.ts';
import { beaconEnd } from '../page/beacon-end.ts';
import { BrowserMemory } from './browser-memory.ts';
import { markPrefix, type ConsoleError, type PageDriver } from './page-driver.ts';
import type { PageTap, TappedProbe } from './page-tap.ts';
import type { PageOutcome } from '../page/page-request.ts';
import { changesPage, probeExpression } from '../page/probe-expression.ts';
import { redact } from '../redact.ts';
import { tappedObservation, type TappedWitness } from './observation.ts';
import { groupsOf, shareOut, type Asked } from './together.ts';

const navigationTimeoutMs = 15_000;
/** How long the engine may take beyond the limits of the request itself. */
const graceMs = 10_000;
/** How long a failure of which nothing is said may still be explained. */
const explanationMs = 1_000;

export interface TappedPageOptions {
  readonly engine: Observation['engine'];
  readonly driver: PageDriver;
  readonly tap: PageTap;
  /** Which of a request's console errors names the refusal. */
  readonly refusalOf: (errors: readonly ConsoleError[]) => string | null;
  /** Values that must not reach any observation. */
  readonly secrets: readonly string[];
  /** As of `PageOptions`. */
  readonly session?: string;
  /** Absent where the engine has none to give. */
  readonly cookies?: CookieJar;
}

/**
 * A page of an engine whose protocol does not show CORS-preflight requests: the wire witness is its tap.
 *
 * Neither the wire nor the console of these engines says which request of a page something belongs to, and a mark in the
 * URL or the headers would change the request under test. So only requests that their URLs tell apart are under way together; where
 * that turns out not to be clear, they are made again, one at a time.
 */
export class TappedPage implements ProbePage {
  origin = 'about:blank';
  readonly #options: TappedPageOptions;
  /** One browser has several pages and one console. */
  readonly #id = randomUUID();
  #marks = 0;
  readonly #memory = new BrowserMemory();
  /** What the browser was started with; one that is not started again uses it. */
  #httpCache: HttpCacheUse = 'used';
  #place: { readonly url: string; readonly wanted: string } | null = null;

  readonly cookies?: CookieJar;

  constructor(options: TappedPageOptions) {
    this.#options = options;
    if (options.cookies !== undefined) this.cookies = options.cookies;
  }

  async moveTo(origin: string, options: MoveOptions = {}): Promise<void> {
    const { opaque = false, keepCaches = false, keepCookies = false } = options;
    const { tap } = this.#options;
    if (!keepCaches) await this.#forget(keepCookies);
    this.#place = { url: tap.pageUrl(origin, options), wanted: opaque ? 'null' : origin };
    await this.#load();
  }

  async clearCaches({ keepCookies = false }: Pick<MoveOptions, 'keepCookies'> = {}): Promise<void> {
    if ((await this.#forget(keepCookies)) === 'page-lost') await this.#load();
  }

  async probe(requests: readonly ProbeRequest[], limits: Partial<ProbeLimits> = {}): Promise<Observation[]> {
    const all = { ...defaultLimits, ...limits };
    if (all.perSecond !== null) return this.#probeAtPace(requests, all, all.perSecond);
    const seen = new Map<number, Observation>();
    for (const group of groupsOf(requests)) {
      const asked = group.flatMap((position) => requests[position] ?? []);
      const together = asked.length > 1 ? await this.#probeTogether(asked, all) : [];
      for (const [index, position] of group.entries()) {
        const request = asked[index];
        if (request === undefined) continue;
        seen.set(position, together[index] ?? (await this.#probeOne(request, all)));
      }
    }
    return requests.flatMap((_, position) => seen.get(position) ?? []);
  }

  async #probeAtPace(
    requests: readonly ProbeRequest[],
    limits: ProbeLimits,
    perSecond: number,
  ): Promise<Observation[]> {
    const startedAt = performance.now();
    const observations: Observation[] = [];
    for (const [position, request] of requests.entries()) {
      const dueMs = startedAt + (position * 1000) / perSecond - performance.now();
      if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      observations.push(await this.#probeOne(request, limits));
    }
    return observations;
  }

  // The tap shows what the server sent; it does not change it.
  rewriting(): Promise<null> {
    return Promise.resolve(null);
  }

  async close(): Promise<void> {
    const { driver, tap } = this.#options;
    await driver.close().finally(() => tap.close());
  }

  async #forget(keepCookies: boolean): Promise<'kept' | 'page-lost'> {
    const { driver } = this.#options;
    if (driver.forgets === 'at-once') return driver.forget({ keepCookies });
    this.#memory.forget({ keepCookies });
    if (!keepCookies) this.cookies?.remember?.([]);
    return 'kept';
  }

  /** Makes the browser forget what it was to forget if the request could tell the difference, or keep what it has to. */
  async #renewFor({ url }: ProbeRequest, { httpCache }: ProbeLimits): Promise<void> {
    const lacksCache = httpCache === 'used' && this.#httpCache === 'unneeded';
    if (!lacksCache && !this.#memory.isStale(this.origin, url)) return;
    this.#memory.clear();
    this.#httpCache = httpCache;
    await this.#options.driver.forget();
    await this.#load();
  }

  async #load(): Promise<void> {
    const { driver } = this.#options;
    if (this.#place === null) return;
    const { url, wanted } = this.#place;
    await driver.go(url, navigationTimeoutMs, this.#httpCache);
    const mark = this.#nextMark();
    const there = await driver.evaluate<string>(
      `(${driver.marking(mark)}, self.origin)`,
      navigationTimeoutMs,
    );
    if (there !== wanted) throw new PageOriginError(wanted, there);
    await driver.errorsBefore(mark, graceMs, () => false);
    this.origin = there;
  }

  async #probeOne(request: ProbeRequest, limits: ProbeLimits): Promise<Observation> {
    await this.#renewFor(request, limits);
    const { driver, tap } = this.#options;
    const mark = this.#nextMark();
    const timeoutMs = limits.timeoutMs + limits.bodyTimeoutMs + graceMs;
    tap.begin(request);
    const isBeacon = request.api === 'sendBeacon';
    const [outcome] = await driver.evaluate<PageOutcome[]>(
      probeExpression([request], { ...limits, inFlight: 1, perSecond: null }) +
        (isBeacon ? '' : `.finally(() => ${driver.marking(mark)})`),
      timeoutMs,
    );
    const isLost =
      isBeacon && outcome?.kind === 'response' ? await this.#isBeaconLost(request, limits) : false;
    if (isBeacon) await driver.evaluate(driver.marking(mark), timeoutMs);
    const isOwn = isAbout([{ request, exchanges: tap.end().exchanges }]);
    const printed = await driver.errorsBefore(mark, graceMs, isOwn);
    const wire = tap.end();
    const incomplete = this.#noted(request, wire);
    const own = printed.filter(({ stray, text }) => stray !== true || isOwn(text));
    // Firefox tells of policies by a way of their own, which is a little longer than the mark's.
    const errors = isUnexplained(outcome, own, wire)
      ? await driver.lateErrors(request.url, explanationMs)
      : own;
    const observation = this.#observation(request, outcome, wire, errors, {
      beaconIsLost: isLost,
      incomplete:
        isLost === null
          ? `Neither the wire nor the console says what came of the beacon within ${limits.timeoutMs} ms.`
          : incomplete,
    });
    if (changesPage(request, outcome)) await this.#load();
    return observation;
  }

  /**
   * Makes requests that their URLs tell apart together. Returns the observation of each; `null` where it has to be made
   * again by itself, as it is not clear what belongs to it, or nothing explains that it failed.
   */
  async #probeTogether(
    requests: readonly ProbeRequest[],
    limits: ProbeLimits,
  ): Promise<(Observation | null)[]> {
    for (const request of requests) await this.#renewFor(request, limits);
    const { driver, tap } = this.#options;
    const [first, ...others] = requests;
    if (first === undefined) return [];
    const mark = this.#nextMark();
    const turns = Math.ceil(requests.length / limits.inFlight);
    const timeoutMs = turns * (limits.timeoutMs + limits.bodyTimeoutMs) + graceMs;
    tap.begin(first, ...others);
    const outcomes = await driver.evaluate<PageOutcome[]>(
      `${probeExpression(requests, limits)}.finally(() => ${driver.marking(mark)})`,
      timeoutMs,
    );
    const askedSoFar = (): Asked[] =>
      tap.endTogether().probes.flatMap(({ exchanges }, index) => {
        const request = requests[index];
        return request === undefined ? [] : [{ request, exchanges }];
      });
    const printed = await driver.errorsBefore(mark, graceMs, isAbout(askedSoFar()));
    const { probes, isClear } = tap.endTogether();
    const errors = shareOut(printed, askedSoFar(), driver.named);
    return requests.map((request, index) => {
      const wire = probes[index];
      if (wire === undefined) return null;
      const incomplete = this.#noted(request, wire);
      const own = errors?.[index];
      const outcome = outcomes[index];
      if (!isClear || own === undefined || isUnexplained(outcome, own, wire)) return null;
      return this.#observation(request, outcome, wire, own, { beaconIsLost: false, incomplete });
    });
  }

  /** Notes what the browser may keep of a request. Returns why its observation is not complete, if it met what was kept. */
  #noted(request: ProbeRequest, { exchanges }: TappedProbe): string | null {
    const stale = exchanges.find(({ url }) => this.#memory.isStale(this.origin, url));
    this.#memory.note(this.origin, exchanges, this.#cacheFor(request));
    return stale === undefined
      ? null
      : `A redirect led to ${stale.url}, of which the browser may still have known something.`;
  }

  #observation(
    request: ProbeRequest,
    outcome: PageOutcome | undefined,
    wire: TappedProbe,
    errors: readonly ConsoleError[],
    rest: Pick<TappedWitness, 'beaconIsLost' | 'incomplete'>,
  ): Observation {
    const { engine, secrets, session, refusalOf } = this.#options;
    const observation = tappedObservation({
      engine,
      pageOrigin: this.origin,
      request,
      outcome,
      wire,
      console: errors.map(({ text }) => text),
      refusal: refusalOf(errors),
      ...rest,
    });
    return session === undefined ? redact(observation, secrets) : observation;
  }

  /** Waits for the end of a beacon, of which the page is not told; `null` if there is none in time. */
  async #isBeaconLost(request: ProbeRequest, { timeoutMs }: ProbeLimits): Promise<boolean | null> {
    const { driver, tap } = this.#options;
    const endOf = (exchanges: readonly Exchange[]) => beaconEnd(request, this.origin, exchanges);
    await tap.reached((exchanges) => endOf(exchanges) !== null, timeoutMs);
    const end = endOf(tap.end().exchanges);
    if (end !== 'network-error') return end === null ? null : false;
    return (await driver.printed(request.url, timeoutMs)) ? true : null;
  }

  // Elements have a cache of their own, in the memory.
  #cacheFor({ api }: ProbeRequest): HttpCacheUse {
    return api === 'fetch' || api === 'XMLHttpRequest' ? this.#httpCache : 'used';
  }

  #nextMark(): string {
    return `${markPrefix}${this.#id} ${++this.#marks}.`;
  }
}

/** Returns whether a text on the console can only be about one of the requests, or where it was led. */
const isAbout =
  (asked: readonly Asked[]) =>
  (text: string): boolean =>
    asked.some(({ request, exchanges }) => [request, ...exchanges].some(({ url }) => text.includes(url)));

/** Reports whether a request failed and nobody says why. */
const isUnexplained = (
  outcome: PageOutcome | undefined,
  errors: readonly ConsoleError[],
  { failure }: TappedProbe,
): boolean => outcome?.kind === 'network-error' && errors.length === 0 && failure === null;
