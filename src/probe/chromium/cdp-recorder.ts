import type { CDPSession } from '@playwright/test';
import { CdpAttribution } from './cdp-attribution.ts';
import { CdpConsole } from './cdp-console.ts';
import { isComplete, type CdpRequest } from './cdp-exchanges.ts';
import { CdpIssues } from './cdp-issues.ts';
import { recordHandshakes } from './cdp-web-sockets.ts';

/** Everything that the protocol said of one probe. */
export interface ProbeRecord {
  readonly main: CdpRequest;
  readonly preflights: readonly CdpRequest[];
  readonly console: readonly string[];
}

/**
 * Listens on an own protocol session and files each event under the probe that caused it. The session needs
 * the domains Network, Log and Audits.
 */
export class CdpRecorder {
  readonly #requests = new Map<string, CdpRequest>();
  readonly #attribution = new CdpAttribution();
  readonly #console: CdpConsole;
  /** What was refused without being announced. */
  readonly issues: CdpIssues;
  #onProgress: (() => void) | null = null;

  constructor(session: CDPSession) {
    this.#console = new CdpConsole(session);
    this.issues = new CdpIssues(session);
    recordHandshakes(session, {
      request: (requestId) => this.#request(requestId),
      announced: (request, url) => {
        this.#attribution.fileByUrl(request, url);
      },
      ended: ({ requestId, hops }) => {
        this.#console.claim(
          requestId,
          hops.map(({ url }) => url.replace(/^http/, 'ws')),
        );
        this.#onProgress?.();
      },
    });
    session.on('Network.requestWillBeSent', (event) => {
      const request = this.#request(event.requestId);
      const previous = request.hops.at(-1);
      if (event.redirectResponse !== undefined && previous !== undefined) {
        previous.response = {
          status: event.redirectResponse.status,
          headers: event.redirectResponse.headers,
          fromCache: event.redirectResponse.fromDiskCache === true,
          raw: event.redirectHasExtraInfo,
        };
      }
      request.hops.push({
        url: event.request.url + (event.request.urlFragment ?? ''),
        method: event.request.method,
        timestamp: event.timestamp,
        requestHeaders: event.request.headers,
        response: null,
      });
      if (previous !== undefined) return;
      if (event.initiator.type === 'preflight') request.purpose = 'preflight';
      this.#attribution.file(request, event);
    });
    session.on('Network.requestWillBeSentExtraInfo', (event) => {
      const request = this.#request(event.requestId);
      request.requestsSent.push({ headers: event.headers });
      for (const { cookie, blockedReasons } of event.associatedCookies) {
        request.cookieReasons.push(...blockedReasons.map((reason) => ({ name: cookie.name, reason })));
      }
      this.#onProgress?.();
    });
    session.on('Network.responseReceivedExtraInfo', (event) => {
      const request = this.#request(event.requestId);
      request.responsesReceived.push({
        status: event.statusCode,
        headers: event.headers,
        text: event.headersText ?? null,
      });
      for (const { cookieLine, blockedReasons } of event.blockedCookies) {
        const name = cookieLine.split(/[=;]/)[0]?.trim() ?? '';
        request.cookieReasons.push(...blockedReasons.map((reason) => ({ name, reason })));
      }
      this.#onProgress?.();
    });
    session.on('Network.responseReceived', (event) => {
      const hop = this.#request(event.requestId).hops.at(-1);
      if (hop === undefined) return;
      hop.response = {
        status: event.response.status,
        headers: event.response.headers,
        fromCache: event.response.fromDiskCache === true,
        raw: event.hasExtraInfo,
      };
    });
    session.on('Network.loadingFinished', (event) => {
      this.#request(event.requestId).ended = true;
      this.#onProgress?.();
    });
    session.on('Network.loadingFailed', (event) => {
      const request = this.#request(event.requestId);
      // What is blocked while it redirects fails twice; the second time says only that it was aborted.
      if (request.ended) return;
      request.ended = true;
      request.failure = event.errorText;
      request.blockedReason = event.blockedReason ?? null;
      if (request.blockedReason !== null) this.#claimConsole(request);
      if (event.corsErrorStatus !== undefined) {
        const { corsError, failedParameter } = event.corsErrorStatus;
        request.corsError = { code: corsError, parameter: failedParameter };
        if (request.purpose === 'actual') this.#claimConsole(request);
      }
      this.#onProgress?.();
    });
  }

  /** Returns the record of probe `index`, or `null` if the engine announced no request of it. */
  record(index: number): ProbeRecord | null {
    const main = this.#attribution.main(index);
    if (main === undefined) return null;
    return {
      main,
      preflights: this.#attribution.preflightsOf(main),
      console: this.#console.of(main.requestId),
    };
  }

  /** Returns the errors on the console that the engine tied to no request. */
  unclaimedConsole(): readonly string[] {
    return this.#console.unclaimed();
  }

  /**
   * Notes that the page's script is done with probe `index`: a response that it has read in part, or given up on, may
   * never be reported as ended.
   */
  settle(index: number): void {
    const main = this.#attribution.main(index);
    if (main !== undefined) main.ended = true;
  }

  /** Reports whether everything that the engine will say of probe `index` has arrived. */
  isWhole(index: number): boolean {
    const record = this.record(index);
    return record === null || isComplete(record.main, record.preflights);
  }

  /** Resolves once the records of `indexes` are whole, or after `timeoutMs`. */
  whole(indexes: readonly number[], timeoutMs: number): Promise<void> {
    const pending = [...indexes];
    const allWhole = (): boolean => {
      for (let last = pending.at(-1); last !== undefined; last = pending.at(-1)) {
        if (!this.isWhole(last)) return false;
        pending.pop();
      }
      return true;
    };
    if (allWhole()) return Promise.resolve();
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.#onProgress = null;
        resolve();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.#onProgress = () => {
        if (allWhole()) finish();
      };
    });
  }

  /**
   * Says by which first URL requests belong to which probe, for the APIs whose requests the engine ties to no function
   * of the page.
   */
  attributeByUrl(indexes: readonly (readonly [url: string, index: number])[]): void {
    this.#attribution.attributeByUrl(indexes);
  }

  /** Forgets everything filed so far. */
  clear(): void {
    this.#requests.clear();
    this.#attribution.clear();
    this.#console.clear();
    this.issues.clear();
  }

  // A refusal's text carries no request id, but the renderer logs it just before it reports the failure, on the same
  // channel.
  #claimConsole(request: CdpRequest): void {
    this.#console.claim(
      request.requestId,
      request.hops.map(({ url }) => url),
    );
  }

  /**
   * Returns the request, which is begun if there is none: raw headers may come before it is announced, so any event can
   * be the first.
   */
  #request(requestId: string): CdpRequest {
    const existing = this.#requests.get(requestId);
    if (existing !== undefined) return existing;
    const request: CdpRequest = {
      requestId,
      purpose: 'actual',
      hops: [],
      requestsSent: [],
      responsesReceived: [],
      ended: false,
      failure: null,
      corsError: null,
      blockedReason: null,
      cookieReasons: [],
    };
    this.#requests.set(requestId, request);
    return request;
  }
}
