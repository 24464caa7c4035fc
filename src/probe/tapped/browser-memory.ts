import type { Exchange } from '../../model.ts';
import type { HttpCacheUse } from '../probe.ts';

/**
 * What a browser may still know of earlier exchanges: for an engine that forgets only by being started again,
 * which is worth its time only where a request could meet what it is meant not to know.
 */
export class BrowserMemory {
  #known = new Set<string>();
  #stale = new Set<string>();

  /** Takes note of the exchanges of a page at `pageOrigin`, which the browser stores where its HTTP cache is used. */
  note(pageOrigin: string, exchanges: readonly Exchange[], httpCache: HttpCacheUse): void {
    for (const { purpose, url, response } of exchanges) {
      if (response === null) continue;
      const has = (name: string): boolean => response.headers.some(([other]) => other.toLowerCase() === name);
      if (purpose === 'preflight') {
        if (has('access-control-allow-origin')) this.#known.add(grant(pageOrigin, url));
      } else if (httpCache === 'used' && !isNeverStored(response)) this.#known.add(stored(url));
      if (has('set-cookie')) this.#known.add(cookies);
    }
  }

  /** Forgets what is known, but for cookies that are kept: from here on it counts as something that has to be forgotten. */
  forget({ keepCookies }: { readonly keepCookies: boolean }): void {
    for (const key of this.#known) {
      if (keepCookies && key === cookies) continue;
      this.#known.delete(key);
      this.#stale.add(key);
    }
  }

  /** Reports whether a request from a page at `pageOrigin` to `url` could meet something that has to be forgotten. */
  isStale(pageOrigin: string, url: string): boolean {
    const keys = [cookies, grant(pageOrigin, url), stored(url)];
    return keys.some((key) => this.#stale.has(key));
  }

  /** Forgets everything, as the browser was started again. */
  clear(): void {
    this.#known.clear();
    this.#stale.clear();
  }
}

const cookies = 'cookies';

const grant = (pageOrigin: string, url: string): string => `grant ${pageOrigin} ${withoutFragment(url)}`;

/** Names a stored copy by its URL alone: WebKitGTK's HTTP cache is one for all pages, of whatever site they are. */
const stored = (url: string): string => `stored ${withoutFragment(url)}`;

function isNeverStored({ headers }: NonNullable<Exchange['response']>): boolean {
  const values = (name: string): string[] =>
    headers.flatMap(([other, value]) => (other.toLowerCase() === name ? [value] : []));
  if (values('cache-control').some((value) => /\bno-store\b/i.test(value))) return true;
  // Without anything to tell how long it is fresh, or to ask again by, there is nothing to keep it for.
  return ['cache-control', 'expires', 'etag', 'last-modified'].every((name) => values(name).length === 0);
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
