import { request as httpRequest } from 'node:http';
import chromium from '../../fixtures/engines/chromium.ts';
import { fromRawHeaders } from '../../src/fetch-standard/header-list.ts';
import type { Harness } from '../../src/probe/probe.ts';
import { wirePage, type Send } from '../../src/run/wire/wire-page.ts';
import type { RunningEngine } from '../../src/run/run-target.ts';

/** No browser: what the standard says a page would see of real answers. Its texts and codes are Chromium's. */
const engine = { id: 'chromium', version: 'standard' } as const;

const codeOf = (reason: string): string | null =>
  Object.entries(chromium.codes).find(([, causes]) => [causes].flat().some((one) => one === reason))?.[0] ??
  null;

/** Returns the engine whose pages are pages of the standard, which ask by `send`. */
export const standardEngineBy = (send: Send): RunningEngine => ({
  definition: chromium,
  harness: {
    engine,
    openPage: (_authorities, secrets) =>
      Promise.resolve(wirePage({ engine, codeOf, send, wait: () => Promise.resolve() }, secrets)),
    close: () => Promise.resolve(),
  } satisfies Harness,
});

const sendByHttp: Send = (url, method, headers, body, timeoutMs) =>
  new Promise((resolve) => {
    const outgoing = httpRequest(url, { method, agent: false, signal: AbortSignal.timeout(timeoutMs) });
    outgoing.setHeader('Accept', '*/*');
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    outgoing.on('response', (incoming) => {
      const { statusCode: status = 0 } = incoming;
      incoming.on('end', () => resolve({ status, headers: fromRawHeaders(incoming.rawHeaders) }));
      // A body that never ends was shared with its headers.
      incoming.on('error', () => resolve({ status, headers: fromRawHeaders(incoming.rawHeaders) }));
      incoming.resume();
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.name === 'AbortError' || error.name === 'TimeoutError') resolve('timeout');
      else resolve(error.code === 'ECONNREFUSED' ? 'net::ERR_CONNECTION_REFUSED' : 'net::ERR_EMPTY_RESPONSE');
    });
    outgoing.end(body ?? undefined);
  });

/** The engine of the standard that asks by HTTP: for tests of what judges observations, and not of what makes them. */
export const standardEngine: RunningEngine = standardEngineBy(sendByHttp);
