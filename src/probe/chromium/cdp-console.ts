import type { CDPSession } from '@playwright/test';
import { listOf } from './list-of.ts';

/** The errors on a page's console, each filed under the request that it is about. Needs the domain Log. */
export class CdpConsole {
  readonly #of = new Map<string, string[]>();
  #unclaimed: string[] = [];

  constructor(session: CDPSession) {
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level !== 'error') return;
      if (entry.networkRequestId === undefined) this.#unclaimed.push(entry.text);
      else listOf(this.#of, entry.networkRequestId).push(entry.text);
    });
  }

  of(requestId: string): readonly string[] {
    return this.#of.get(requestId) ?? [];
  }

  /** Returns the errors that belong to no request so far. */
  unclaimed(): readonly string[] {
    return this.#unclaimed;
  }

  /** Notes under a request the errors that carry no id of one, and name one of its URLs. */
  claim(requestId: string, urls: readonly string[]): void {
    const isOwn = (text: string): boolean => urls.some((url) => text.includes(url));
    listOf(this.#of, requestId).push(...this.#unclaimed.filter(isOwn));
    this.#unclaimed = this.#unclaimed.filter((text) => !isOwn(text));
  }

  clear(): void {
    this.#of.clear();
    this.#unclaimed = [];
  }
}
