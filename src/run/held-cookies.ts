import { defaultPath } from 'tough-cookie';
import { readSetCookie, sentCookies, setCookieLines } from '../judge/set-cookie.ts';
import type { Exchange } from '../model.ts';
import type { StoredCookie } from '../probe/probe.ts';
import { storedCookie } from './stored-cookie.ts';

interface Held {
  readonly cookie: StoredCookie;
  /** Whether the browser was seen to send it, so that it has it. */
  isSent: boolean;
}

/** The cookies that a browser was seen to have, by the wire: those that an answer set and that it has sent since. */
export class HeldCookies {
  readonly #cookies = new Map<string, Held>();

  /** Takes note of exchanges, in the order in which they were made. */
  note(exchanges: readonly Exchange[]): void {
    for (const { url, requestHeaders, response } of exchanges) {
      const sent = sentCookies(requestHeaders);
      const wasSent = ({ name, value }: StoredCookie): boolean =>
        sent.some(([sentName, sentValue]) => sentName === name && sentValue === value);
      for (const held of this.#cookies.values()) held.isSent ||= wasSent(held.cookie);
      for (const line of setCookieLines(response?.headers ?? [])) this.#set(line, new URL(url), wasSent);
    }
  }

  /** Takes note of cookies that were put into the browser. */
  add(cookies: readonly StoredCookie[]): void {
    for (const cookie of cookies) this.#cookies.set(keyOf(cookie), { cookie, isSent: true });
  }

  all(): readonly StoredCookie[] {
    return [...this.#cookies.values()].flatMap(({ cookie, isSent }) => (isSent ? [cookie] : []));
  }

  #set(line: string, { hostname, pathname }: URL, wasSent: (cookie: StoredCookie) => boolean): void {
    const read = readSetCookie(line, Date.now());
    if (read === null) return;
    const { cookie: said, value } = read;
    const cookie = storedCookie({ ...said, value, path: said.path ?? defaultPath(pathname) }, hostname);
    const key = keyOf(cookie);
    const before = this.#cookies.get(key);
    if (said.expiresAtMs !== null && said.expiresAtMs <= Date.now()) this.#cookies.delete(key);
    // One that went with the request, and that the answer sets anew, is taken as it was before.
    else this.#cookies.set(key, { cookie, isSent: before !== undefined && wasSent(before.cookie) });
  }
}

const keyOf = ({ name, domain, path }: StoredCookie): string => JSON.stringify([name, domain, path]);
