import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../words/say.ts';

/** The time, and how it is waited for. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  wait(ms: number): Promise<void>;
}

const realClock: Clock = { now: () => Date.now(), wait: async (ms) => void (await pause(ms)) };

/** How a run waits, and whom it tells. */
export interface Pacing {
  readonly clock: Clock;
  /** Is given what says that the API limits requests, and what the run does; resolves once `wait` has. */
  readonly telling: (tell: () => string, wait: () => Promise<void>) => Promise<void>;
}

export const usualPacing: Pacing = { clock: realClock, telling: (_tell, wait) => wait() };

/** The time that is left for the run is over before the API answers more requests. */
export class RateLimitError extends Error {
  override readonly name = 'RateLimitError';
  readonly code = 'rate-limited';
}

/** Waits without a request that was answered in between, before nothing more is expected of waiting. */
const mostInVain = 6;
const longestGuessMs = 32_000;
/** Requests per second, at the least. */
const slowest = 0.05;

/** How fast one worker asks: as the policy says, and as the answers say. */
export class Pace {
  readonly #pacing: Pacing;
  readonly #deadline: number;
  #perSecond: number | null;
  #dueAt = 0;
  #since: number;
  /** What was answered since the run last waited, and how often it waited for nothing. */
  #answered = 0;
  #inVain = 0;
  /** How often the run waited for an address that was limited, since it was answered last, and it was limited all the same. */
  readonly #inVainFor = new Map<string, number>();
  readonly #usual: number | null;
  #status: number | null = null;

  constructor(perSecond: number | null, deadline: number, pacing: Pacing = usualPacing) {
    this.#perSecond = perSecond;
    this.#usual = perSecond;
    this.#deadline = deadline;
    this.#pacing = pacing;
    this.#since = pacing.clock.now();
  }

  /** Reports whether the time of the run is over. */
  get isLate(): boolean {
    return this.#pacing.clock.now() > this.#deadline;
  }

  /** Returns how many requests are begun in a second; `null` for no limit. */
  get perSecond(): number | null {
    return this.#perSecond;
  }

  /**
   * Reports whether an API that limits requests for `url` is waited for once more. What is limited for ever, as where a
   * proxy reaches no application there, would else be waited for at each request, as all other addresses are answered.
   */
  isPatientFor(url: string): boolean {
    return this.#inVain < mostInVain && (this.#inVainFor.get(url) ?? 0) < mostInVain;
  }

  /**
   * Notes that a request for `url` was limited; `waited`: the run had waited for just this one. Where nothing is limited but
   * what is given up, the run asks as usual again.
   */
  limited(url: string, waited: boolean): void {
    this.#inVainFor.set(url, (this.#inVainFor.get(url) ?? 0) + Number(waited));
    if (waited && [...this.#inVainFor.values()].every((times) => times >= mostInVain)) {
      this.#perSecond = this.#usual;
    }
  }

  /** Returns how many requests are made before the time is looked at again. */
  get together(): number {
    return this.#perSecond === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(2 * this.#perSecond));
  }

  /** Resolves when `count` requests may begin. Rejects with a `RateLimitError` if that is after the deadline. */
  async ready(count: number): Promise<void> {
    const { clock } = this.#pacing;
    if (this.#perSecond === null) return;
    await this.#until(this.#dueAt);
    this.#dueAt = Math.max(this.#dueAt, clock.now()) + (count * 1000) / this.#perSecond;
  }

  /** Notes that requests for `urls` were answered otherwise than by a limit. */
  answered(urls: readonly string[]): void {
    this.#answered += urls.length;
    if (urls.length > 0) this.#inVain = 0;
    for (const url of urls) this.#inVainFor.delete(url);
  }

  /**
   * Waits as long as an answer with `status` says, `retryAfterMs`, or where it does not say, longer each time; from then
   * on no more is asked in a second than was answered until then. Rejects with a `RateLimitError` if that is after the
   * deadline.
   */
  async slowDown(status: number, retryAfterMs: number | null): Promise<void> {
    const { clock, telling } = this.#pacing;
    const waitMs = retryAfterMs ?? Math.min(longestGuessMs, 1000 * 2 ** this.#inVain);
    this.#status = status;
    const seconds = Math.max(1, clock.now() + waitMs - this.#since) / 1000;
    const before = this.#perSecond ?? Number.POSITIVE_INFINITY;
    if (this.#answered > 0) {
      this.#perSecond = Math.max(slowest, Math.min(before * 0.8, (this.#answered / seconds) * 0.9));
    }
    if (clock.now() + waitMs > this.#deadline) throw new RateLimitError(this.#whyLate());
    const waited = { status, seconds: Math.ceil(waitMs / 1000) };
    const rate = this.#perSecond;
    const tell = (): string =>
      rate === null
        ? say('the API limits requests (status {status}): waiting {seconds} s', waited)
        : say('the API limits requests (status {status}): waiting {seconds} s, then {rate}', {
            ...waited,
            rate: inWords(rate),
          });
    await telling(tell, () => this.#until(clock.now() + waitMs));
    this.#inVain += 1;
    this.#answered = 0;
    this.#since = clock.now();
    this.#dueAt = this.#since;
  }

  async #until(time: number): Promise<void> {
    const { clock } = this.#pacing;
    if (time > this.#deadline) throw new RateLimitError(this.#whyLate());
    const ms = time - clock.now();
    if (ms > 0) await clock.wait(ms);
  }

  #whyLate(): string {
    const rate = this.#perSecond === null ? '' : say(', at {rate}', { rate: inWords(this.#perSecond) });
    return this.#status === null
      ? say(
          'The time limit of the run was reached before this request{rate}; raise limits.runTimeoutMs in the policy, or limits.requestsPerSecond.',
          { rate },
        )
      : say(
          'The API limits requests (status {status}), and the time limit of the run was reached before it would have answered this one{rate}; raise limits.runTimeoutMs in the policy, or have the API answer more requests of this machine.',
          { status: this.#status, rate },
        );
  }
}

const inWords = (perSecond: number): string =>
  perSecond >= 1
    ? say('{count} requests a second', { count: round(perSecond) })
    : say('one request in {seconds} s', { seconds: round(1 / perSecond) });

const round = (value: number): string => String(Math.round(value * 10) / 10);
