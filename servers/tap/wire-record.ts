import { authorityOf } from '../../src/fetch-standard/urls.ts';
import { isRedirectStatus } from '../../src/fetch-standard/statuses.ts';
import type { Exchange, HeaderList } from '../../src/model.ts';
import type { TappedProbe, TappedRequest } from '../../src/probe/tapped/page-tap.ts';
import { headerValue } from './framing.ts';

/** An exchange under way. */
export interface OpenExchange {
  readonly purpose: Exchange['purpose'];
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: HeaderList;
  response: Exchange['response'];
  failure: string | null;
}

/** What the wire showed of one probe, as it comes in. */
export class WireRecord {
  /** Whether actual requests are stopped before the target. */
  readonly hold: boolean;
  held = false;
  readonly #url: string;
  readonly #exchanges: OpenExchange[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #failures: { readonly authority: string; readonly code: string }[] = [];

  constructor({ url, held }: TappedRequest) {
    this.#url = url;
    this.hold = held;
  }

  /** Reports whether the browser sends `exchange` again of its own accord, and not because a redirect led back. */
  hasSent({ purpose, method, url }: OpenExchange): boolean {
    const before = this.#exchanges.filter((one) => one.purpose === purpose && one.url === url);
    return before.some((one) => one.method === method && !isRedirectStatus(one.response?.status ?? 0));
  }

  /** Reports whether the request asked for `url`, or was led there by a redirect. */
  leadsTo(url: string): boolean {
    return url === this.#url || this.#exchanges.some((exchange) => redirectOf(exchange) === url);
  }

  /** Reports whether the request, or the redirect that it met last, asks for something of `authority`. */
  asks(authority: string): boolean {
    return this.#expected().has(authority);
  }

  add(exchange: OpenExchange): void {
    this.#exchanges.push(exchange);
  }

  /** Notes a connection to `authority` that came to nothing. */
  fail(authority: string, code: string): void {
    this.#failures.push({ authority, code });
  }

  /** Notes that one of the exchanges has been answered, or has failed. */
  changed(): void {
    for (const watch of this.#watchers) watch();
  }

  /** Resolves once the exchanges are what is waited for; with `false` if they are not within `timeoutMs`. */
  async reached(isThere: (exchanges: readonly Exchange[]) => boolean, timeoutMs: number): Promise<boolean> {
    if (isThere(this.#told())) return true;
    return new Promise((resolve) => {
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.#watchers.delete(watch);
        resolve(reached);
      };
      const timer = setTimeout(() => settle(false), timeoutMs);
      const watch = (): void => {
        if (isThere(this.#told())) settle(true);
      };
      this.#watchers.add(watch);
    });
  }

  close(): TappedProbe {
    const exchanges = this.#told();
    const last = exchanges.at(-1);
    const expected = this.#expected();
    // A browser has business of its own; only what this request could have asked for counts.
    const failure = this.#failures.findLast(({ authority }) => expected.has(authority));
    return {
      exchanges,
      failure: last?.failure ?? failure?.code ?? null,
      held: this.held,
    };
  }

  #expected(): ReadonlySet<string> {
    const location = redirectOf(this.#told().at(-1));
    return new Set([this.#url, ...(location === null ? [] : [location])].map(authorityOf));
  }

  #told(): OpenExchange[] {
    return this.#exchanges
      .filter((exchange, index) => !isRepeated(exchange, this.#exchanges[index + 1]))
      .map((exchange) => ({ ...exchange }));
  }
}

/**
 * Reports whether `next` is `exchange` once more: a browser sends a request again where a connection that it kept open
 * turns out to be closed.
 */
function isRepeated(exchange: OpenExchange, next: OpenExchange | undefined): boolean {
  return (
    exchange.response === null &&
    next !== undefined &&
    next.purpose === exchange.purpose &&
    next.method === exchange.method &&
    next.url === exchange.url
  );
}

/** Returns the URL that a response leads to, without its fragment; `null` if there is none. */
function redirectOf(exchange: OpenExchange | undefined): string | null {
  const location = headerValue(exchange?.response?.headers ?? [], 'location');
  if (exchange === undefined || location === null || !URL.canParse(location, exchange.url)) return null;
  return new URL(location, exchange.url).href.replace(/#.*$/s, '');
}
