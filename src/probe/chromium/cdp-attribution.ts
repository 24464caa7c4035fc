import type { CdpRequest } from './cdp-exchanges.ts';
import { listOf } from './list-of.ts';

/** What the protocol says of a request when it announces it. */
export interface Announcement {
  readonly request: { readonly url: string; readonly urlFragment?: string | undefined };
  readonly initiator: {
    readonly type: string;
    /** Of a CORS-preflight request: the request that it is made for. */
    readonly requestId?: string | undefined;
    readonly stack?: { readonly callFrames: readonly { readonly functionName: string }[] } | undefined;
  };
}

/** Files requests under the probes that caused them, and CORS-preflight requests under those that they are for. */
export class CdpAttribution {
  readonly #mainOf = new Map<number, CdpRequest>();
  readonly #preflightsOf = new Map<string, CdpRequest[]>();
  #indexOfUrl: ReadonlyMap<string, number> = new Map();

  /** Returns the request of probe `index`; `undefined` if none was announced. */
  main(index: number): CdpRequest | undefined {
    return this.#mainOf.get(index);
  }

  /** Returns the CORS-preflight requests that were made for `main`. */
  preflightsOf({ requestId }: CdpRequest): readonly CdpRequest[] {
    return this.#preflightsOf.get(requestId) ?? [];
  }

  /** Notes a request that was announced, by the function of the page that made it. */
  file(request: CdpRequest, announcement: Announcement): void {
    const { initiator } = announcement;
    const url = announcement.request.url + (announcement.request.urlFragment ?? '');
    if (request.purpose === 'preflight') {
      // A beacon's names no request that it is made for.
      const main = initiator.requestId ?? this.#mainByUrl(url)?.requestId;
      if (main !== undefined) listOf(this.#preflightsOf, main).push(request);
      return;
    }
    this.fileByUrl(request, url);
    for (const { functionName } of initiator.stack?.callFrames ?? []) {
      const index = /^corsConformanceProbe(\d+)$/.exec(functionName.replace(/^.*\./, ''))?.[1];
      if (index !== undefined) this.#mainOf.set(Number(index), request);
    }
  }

  /** Notes a request by its first URL alone, if that is the URL of a probe of `attributeByUrl`. */
  fileByUrl(request: CdpRequest, url: string): void {
    const index = this.#indexOfUrl.get(url);
    if (index !== undefined) this.#mainOf.set(index, request);
  }

  /** Says by which first URL requests belong to which probe, where the engine ties them to no function of the page. */
  attributeByUrl(indexes: readonly (readonly [url: string, index: number])[]): void {
    this.#indexOfUrl = new Map(indexes);
  }

  /** Forgets everything filed so far. */
  clear(): void {
    this.#mainOf.clear();
    this.#preflightsOf.clear();
  }

  #mainByUrl(url: string): CdpRequest | undefined {
    const index = this.#indexOfUrl.get(url);
    return index === undefined ? undefined : this.#mainOf.get(index);
  }
}
