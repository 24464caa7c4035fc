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
import type { PageTap } from './page-tap.ts';
import type { PageOutcome } from '../page/page-request.ts';
import { changesPage, probeExpression } from '../page/probe-expression.ts';
import { redact } from '../redact.ts';
import { tappedObservation } from './observation.ts';

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
 * One request is under way at a time. Neither the wire nor the console of these engines says which request of
 * a page something belongs to, and a mark in the URL or the headers would change the request under test.
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
    const startedAt = performance.now();
    const observations: Observation[] = [];
    for (const [position, request] of requests.entries()) {
      if (all.perSecond !== null) {
        const dueMs = startedAt + (position * 1000) / all.perSecond - performance.now();
        if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      observations.push(await this.#probeOne(request, all));
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
    this.#memory.forget();
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
    const { driver, tap, engine, secrets, refusalOf } = this.#options;
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
    const isOwn = (text: string): boolean =>
      [request, ...tap.end().exchanges].some(({ url }) => text.includes(url));
    const printed = await driver.errorsBefore(mark, graceMs, isOwn);
    const wire = tap.end();
    const stale = wire.exchanges.find(({ url }) => this.#memory.isStale(this.origin, url));
    this.#memory.note(this.origin, wire.exchanges, this.#cacheFor(request));
    const own = printed.filter(({ stray, text }) => stray !== true || isOwn(text));
    const isUnexplained = outcome?.kind === 'network-error' && own.length === 0 && wire.failure === null;
    // Firefox tells of policies by a way of their own, which is a little longer than the mark's.
    const errors = isUnexplained ? await driver.lateErrors(request.url, explanationMs) : own;
    const observation = tappedObservation({
      engine,
      pageOrigin: this.origin,
      request,
      outcome,
      beaconIsLost: isLost,
      wire,
      console: errors.map(({ text }) => text),
      refusal: refusalOf(errors),
      incomplete:
        isLost === null
          ? `Neither the wire nor the console says what came of the beacon within ${limits.timeoutMs} ms.`
          : stale !== undefined
            ? `A redirect led to ${stale.url}, of which the browser may still have known something.`
            : null,
    });
    if (changesPage(request, outcome)) await this.#load();
    return this.#options.session === undefined ? redact(observation, secrets) : observation;
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
