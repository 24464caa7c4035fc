import type { PageApi } from '../../model.ts';
import type { InPageApi, Loaded, PageLimits, PageOutcome, PageRequest } from './page-request.ts';

/**
 * Makes the requests from the page, at most `limits.inFlight` at a time, and resolves with their outcomes in
 * the order of `requests`. Runs inside the page, as source text: it may use nothing from outside itself.
 *
 * Each request is made from a function named after its index. The engine reports that name with the request
 * (its initiator's call stack), so requests are told apart without a trace in their URL or headers.
 */
export async function runInPage(
  requests: readonly PageRequest[],
  limits: PageLimits,
  otherApis: Readonly<Partial<Record<PageApi, InPageApi>>> = {},
): Promise<PageOutcome[]> {
  const outcomes: PageOutcome[] = [];
  let next = 0;
  const startedAt = performance.now();

  const worker = async (): Promise<void> => {
    for (;;) {
      const position = next++;
      const request = requests[position];
      if (request === undefined) return;
      if (limits.perSecond !== null) {
        const dueMs = startedAt + (position * 1000) / limits.perSecond - performance.now();
        if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      const name = `corsConformanceProbe${request.index}`;
      const named = {
        [name]: () => {
          const byOtherApi = otherApis[request.api];
          if (byOtherApi !== undefined) return withinTime(byOtherApi(request, loadedBy(request)));
          return request.api === 'fetch' ? byFetch(request) : byXMLHttpRequest(request);
        },
      };
      const run = named[name];
      if (run !== undefined) outcomes[position] = await run();
    }
  };

  const loadedBy =
    ({ api, url }: PageRequest): Loaded =>
    (bodyError = null, status = 0) => ({
      kind: 'response',
      status,
      type: api,
      url,
      redirected: false,
      headers: [],
      bodyError,
    });

  const withinTime = (outcome: Promise<PageOutcome>): Promise<PageOutcome> => {
    const late = new Promise<PageOutcome>((resolve) =>
      setTimeout(() => resolve({ kind: 'timeout', afterMs: limits.timeoutMs }), limits.timeoutMs),
    );
    return Promise.race([outcome, late]);
  };

  const byFetch = (request: PageRequest): Promise<PageOutcome> => {
    const controller = new AbortController();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, limits.timeoutMs);
    const failed = (error: unknown): PageOutcome =>
      timedOut
        ? { kind: 'timeout', afterMs: limits.timeoutMs }
        : { kind: 'network-error', message: String(error) };
    let started: Promise<Response>;
    try {
      started = fetch(request.url, {
        method: request.method,
        headers: request.headers.map(([header, value]): [string, string] => [header, value]),
        ...(request.streamingBody === true
          ? { body: new Blob([request.body ?? '']).stream(), duplex: 'half' }
          : { body: request.body }),
        credentials: request.credentials,
        mode: request.mode,
        redirect: request.redirect,
        signal: controller.signal,
        ...(request.cache === undefined ? {} : { cache: request.cache }),
        ...(request.targetAddressSpace === undefined
          ? {}
          : { targetAddressSpace: request.targetAddressSpace }),
      });
    } catch (error) {
      started = Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    return started
      .then(async (response): Promise<PageOutcome> => {
        clearTimeout(timer);
        // The headers decide what CORS shares; a body that never ends must not hide that they came.
        const reader = response.body?.getReader();
        const stop = (): void => void reader?.cancel().catch(() => undefined);
        const bodyTimer = setTimeout(stop, limits.bodyTimeoutMs);
        let bodyError: string | null = null;
        let bytes = 0;
        let body = '';
        const decoder = new TextDecoder();
        try {
          for (;;) {
            const chunk = await reader?.read();
            if (chunk === undefined || chunk.done) break;
            bytes += chunk.value.byteLength;
            if (request.readsBody === true) body += decoder.decode(chunk.value, { stream: true });
            if (bytes > limits.bodyBytes) stop();
          }
        } catch (error) {
          bodyError = String(error);
        }
        clearTimeout(bodyTimer);
        return {
          kind: 'response',
          status: response.status,
          type: response.type,
          url: response.url,
          redirected: response.redirected,
          headers: [...response.headers],
          bodyError,
          ...(request.readsBody === true ? { body } : {}),
        };
      }, failed)
      .finally(() => clearTimeout(timer));
  };

  const byXMLHttpRequest = (request: PageRequest): Promise<PageOutcome> =>
    new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      const readHeaders = (): [string, string][] =>
        xhr
          .getAllResponseHeaders()
          .split('\r\n')
          .filter((line) => line !== '')
          .map((line): [string, string] => [
            line.slice(0, line.indexOf(':')),
            line.slice(line.indexOf(':') + 2),
          ]);
      xhr.onload = () =>
        resolve({
          kind: 'response',
          status: xhr.status,
          type: 'xhr',
          url: xhr.responseURL,
          redirected: xhr.responseURL !== request.url,
          headers: readHeaders(),
          bodyError: null,
        });
      xhr.onerror = () => resolve({ kind: 'network-error', message: 'XMLHttpRequest error event' });
      xhr.ontimeout = () => resolve({ kind: 'timeout', afterMs: limits.timeoutMs });
      xhr.open(request.method, request.url);
      xhr.timeout = limits.timeoutMs;
      xhr.withCredentials = request.credentials === 'include';
      for (const [header, value] of request.headers) xhr.setRequestHeader(header, value);
      if (request.uploadListener === true) xhr.upload.onprogress = () => undefined;
      xhr.send(request.body);
    });

  await Promise.all(Array.from({ length: Math.min(limits.inFlight, requests.length) }, () => worker()));
  return outcomes;
}
