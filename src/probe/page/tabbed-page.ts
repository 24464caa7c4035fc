import type { Observation, ProbeRequest } from '../../model.ts';
import type { CookieJar, MoveOptions, ProbeLimits, ProbePage } from '../probe.ts';
import type { ResponseRule } from '../response-rule.ts';
import { pageWith } from './page-with.ts';

/** Tabs that are kept at most: each is a process of the browser, of some 20 MiB. */
const tabLimit = 40;

/**
 * A page that gives each origin it comes back to a tab of its own. To return there once more costs a fraction of a
 * navigation, as a page of another site needs a process of its own. All tabs are in one context, so they share the
 * caches and cookies, which each move empties. The first tab serves every other origin in turn.
 */
export class TabbedPage implements ProbePage {
  readonly #first: ProbePage;
  readonly #openTab: () => Promise<ProbePage>;
  readonly #limit: number;
  readonly #tabs = new Map<string, ProbePage>();
  readonly #visited = new Set<string>();
  #current: ProbePage;
  readonly cookies?: CookieJar;

  // `first` closes the context when it is closed; `openTab` opens another page in the same context.
  constructor(first: ProbePage, openTab: () => Promise<ProbePage>, limit = tabLimit) {
    this.#first = first;
    this.#openTab = openTab;
    this.#limit = limit;
    this.#current = first;
    if (first.cookies !== undefined) this.cookies = first.cookies;
  }

  get origin(): string {
    return this.#current.origin;
  }

  async moveTo(origin: string, options: MoveOptions = {}): Promise<void> {
    const { opaque = false, headers, keepCaches, keepCookies = false } = options;
    // A page with headers of its own, or caches of another, is made for one use.
    if (headers !== undefined || keepCaches !== undefined) {
      this.#current = this.#first;
      return this.#first.moveTo(origin, options);
    }
    const key = JSON.stringify([origin, opaque]);
    this.#current = this.#tabs.get(key) ?? (await this.#tabFor(key));
    const isThere = this.#current !== this.#first && this.#current.origin === (opaque ? 'null' : origin);
    await (isThere ? this.#current.clearCaches({ keepCookies }) : this.#current.moveTo(origin, options));
    this.#visited.add(key);
  }

  probe(requests: readonly ProbeRequest[], limits?: Partial<ProbeLimits>): Promise<Observation[]> {
    return this.#current.probe(requests, limits);
  }

  clearCaches(options?: Pick<MoveOptions, 'keepCookies'>): Promise<void> {
    return this.#current.clearCaches(options);
  }

  rewriting(rule: ResponseRule): Promise<ProbePage> {
    return Promise.resolve(
      pageWith(this, {
        // Each tab has its own session, and the page may have moved to another one.
        probe: async (requests, limits) => {
          const tab = await this.#current.rewriting(rule);
          if (tab === null) throw new Error('A tab of this engine cannot rewrite what another one can.');
          return tab.probe(requests, limits);
        },
      }),
    );
  }

  close(): Promise<void> {
    return this.#first.close();
  }

  async #tabFor(key: string): Promise<ProbePage> {
    if (!this.#visited.has(key) || this.#tabs.size === this.#limit) return this.#first;
    const tab = await this.#openTab();
    this.#tabs.set(key, tab);
    return tab;
  }
}
