import type { CDPSession } from '@playwright/test';
import { isComplete, type CdpRequest } from './cdp-exchanges.ts';

/** Everything that the protocol said of one probe. */
export interface ProbeRecord {
  readonly main: CdpRequest;
  readonly preflights: readonly CdpRequest[];
  readonly console: readonly string[];
}

/** A CORS issue of the engine's audits. */
export interface CorsIssue {
  readonly url: string;
  readonly code: string;
  readonly parameter: string;
}

/**
 * Listens on an own protocol session and files each event under the probe that caused it. The session needs
 * the domains Network, Log and Audits.
 */
export class CdpRecorder {
  readonly #requests = new Map<string, CdpRequest>();
  readonly #preflightsOf = new Map<string, CdpRequest[]>();
  readonly #mainOf = new Map<number, CdpRequest>();
  readonly #issues: CorsIssue[] = [];
  readonly #blockedByPolicy = new Set<string>();
  #unclaimed: string[] = [];
  readonly #consoleOf = new Map<string, string[]>();
  #indexOfUrl: ReadonlyMap<string, number> = new Map();
  #onProgress: (() => void) | null = null;

  constructor(session: CDPSession) {
    session.on('Network.requestWillBeSent', (event) => {
      const isPreflight = event.initiator.type === 'preflight';
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
      if (isPreflight) request.purpose = 'preflight';
      if (isPreflight && event.initiator.requestId !== undefined) {
        listOf(this.#preflightsOf, event.initiator.requestId).push(request);
        return;
      }
      const indexByUrl = this.#indexOfUrl.get(event.request.url + (event.request.urlFragment ?? ''));
      if (isPreflight) {
        // A beacon's names no request that it is made for.
        const main = indexByUrl === undefined ? undefined : this.#mainOf.get(indexByUrl);
        if (main !== undefined) listOf(this.#preflightsOf, main.requestId).push(request);
        return;
      }
      if (indexByUrl !== undefined) this.#mainOf.set(indexByUrl, request);
      for (const frame of event.initiator.stack?.callFrames ?? []) {
        const index = /^corsConformanceProbe(\d+)$/.exec(frame.functionName.replace(/^.*\./, ''))?.[1];
        if (index !== undefined) this.#mainOf.set(Number(index), request);
      }
    });
    session.on('Network.requestWillBeSentExtraInfo', (event) => {
      this.#request(event.requestId).requestsSent.push({ headers: event.headers });
      this.#onProgress?.();
    });
    session.on('Network.responseReceivedExtraInfo', (event) => {
      this.#request(event.requestId).responsesReceived.push({
        status: event.statusCode,
        headers: event.headers,
        text: event.headersText ?? null,
      });
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
    this.#listenToWebSockets(session);
    session.on('Audits.issueAdded', ({ issue }) => {
      const policy = issue.details.contentSecurityPolicyIssueDetails;
      if (policy?.blockedURL !== undefined && !policy.isReportOnly)
        this.#blockedByPolicy.add(policy.blockedURL);
      const details = issue.details.corsIssueDetails;
      if (details === undefined || details.isWarning) return;
      const { corsError, failedParameter } = details.corsErrorStatus;
      this.#issues.push({ url: details.request.url ?? '', code: corsError, parameter: failedParameter });
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level !== 'error') return;
      if (entry.networkRequestId === undefined) this.#unclaimed.push(entry.text);
      else listOf(this.#consoleOf, entry.networkRequestId).push(entry.text);
    });
  }

  /** The record of probe `index`, or `null` if the engine announced no request of it. */
  record(index: number): ProbeRecord | null {
    const main = this.#mainOf.get(index);
    if (main === undefined) return null;
    return {
      main,
      preflights: this.#preflightsOf.get(main.requestId) ?? [],
      console: this.#consoleOf.get(main.requestId) ?? [],
    };
  }

  /** The errors on the console that the engine tied to no request. */
  unclaimedConsole(): readonly string[] {
    return this.#unclaimed;
  }

  /** The CORS issue of a request to `url` that the engine refused without announcing it, if there is one. */
  issue(url: string): CorsIssue | null {
    return this.#issues.find((issue) => issue.url === url) ?? null;
  }

  /**
   * The page's script is done with probe `index`: a response that it has read in part, or given up on, may
   * never be reported as ended.
   */
  settle(index: number): void {
    const main = this.#mainOf.get(index);
    if (main !== undefined) main.ended = true;
  }

  /** Reports whether the page's own Content Security Policy forbade a request to `url` before it was announced. */
  isBlockedByPolicy(url: string): boolean {
    return this.#blockedByPolicy.has(url);
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
   * Files requests under probes by their first URL, for the APIs whose requests the engine ties to no function
   * of the page.
   */
  attributeByUrl(indexes: readonly (readonly [url: string, index: number])[]): void {
    this.#indexOfUrl = new Map(indexes);
  }

  /** Forgets everything filed so far. */
  clear(): void {
    this.#requests.clear();
    this.#preflightsOf.clear();
    this.#mainOf.clear();
    this.#issues.length = 0;
    this.#blockedByPolicy.clear();
    this.#consoleOf.clear();
    this.#unclaimed = [];
  }

  /** A WebSocket's handshake is an HTTP request, though the protocol announces it by events of its own. */
  #listenToWebSockets(session: CDPSession): void {
    session.on('Network.webSocketCreated', ({ requestId, url }) => {
      const request = this.#request(requestId);
      const httpUrl = url.replace(/^ws/, 'http');
      const index = this.#indexOfUrl.get(httpUrl);
      if (index !== undefined) this.#mainOf.set(index, request);
      request.hops.push({ url: httpUrl, method: 'GET', timestamp: 0, requestHeaders: {}, response: null });
    });
    session.on('Network.webSocketWillSendHandshakeRequest', ({ requestId, request }) => {
      this.#request(requestId).requestsSent.push({ headers: request.headers });
    });
    session.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
      const { status, headers, headersText } = response;
      this.#request(requestId).responsesReceived.push({ status, headers, text: headersText ?? null });
    });
    session.on('Network.webSocketFrameError', ({ requestId, errorMessage }) => {
      this.#request(requestId).failure = errorMessage;
    });
    session.on('Network.webSocketClosed', ({ requestId }) => {
      const request = this.#request(requestId);
      request.ended = true;
      const isOwn = (text: string): boolean =>
        request.hops.some(({ url }) => text.includes(url.replace(/^http/, 'ws')));
      listOf(this.#consoleOf, requestId).push(...this.#unclaimed.filter(isOwn));
      this.#unclaimed = this.#unclaimed.filter((text) => !isOwn(text));
      this.#onProgress?.();
    });
  }

  /**
   * A refusal's text carries no request id, but the renderer logs it just before it reports the failure, on
   * the same channel.
   */
  #claimConsole(request: CdpRequest): void {
    const isOwn = (text: string): boolean => request.hops.some((hop) => text.includes(hop.url));
    listOf(this.#consoleOf, request.requestId).push(...this.#unclaimed.filter(isOwn));
    this.#unclaimed = this.#unclaimed.filter((text) => !isOwn(text));
  }

  /** Raw headers may come before the request is announced, so any event can be the first. */
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
    };
    this.#requests.set(requestId, request);
    return request;
  }
}

function listOf<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created: Value[] = [];
  map.set(key, created);
  return created;
}
