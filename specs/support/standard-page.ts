import { request as httpRequest, type IncomingMessage } from 'node:http';
import chromium from '../../fixtures/engines/chromium.ts';
import { predict, type StandardExchange, type StandardRequest } from '../../src/fetch-standard/predict.ts';
import { normalizeMethod } from '../../src/fetch-standard/methods.ts';
import { cacheEntryMaxAgeSeconds, extractMaxAge } from '../../src/fetch-standard/header-values.ts';
import { preflightRequestHeaders } from '../../src/fetch-standard/preflight.ts';
import type { Exchange, HeaderList, Observation, Outcome, ProbeRequest } from '../../src/model.ts';
import { defaultLimits, type Harness, type ProbeLimits, type ProbePage } from '../../src/probe/probe.ts';
import { redact } from '../../src/probe/redact.ts';
import type { RunningEngine } from '../../src/run/run-target.ts';

/** No browser: what the standard says a page would see of real answers. Its texts and codes are Chromium's. */
const engine = { id: 'chromium', version: 'standard' } as const;

/** The engine whose pages are `standardPage`s: for tests of what judges observations, and not of what makes them. */
export const standardEngine: RunningEngine = {
  definition: chromium,
  harness: {
    engine,
    openPage: (_authorities, secrets) => Promise.resolve(standardPage(secrets)),
    close: () => Promise.resolve(),
  } satisfies Harness,
};

/**
 * Returns a page that asks by HTTP what the standard says that a page asks, one exchange after the other, and sees what
 * the standard says that it sees. It has a CORS-preflight cache, and neither an HTTP cache nor cookies.
 */
function standardPage(secrets: readonly string[]): ProbePage {
  let origin = '';
  const granted = new Set<string>();
  return {
    get origin() {
      return origin;
    },
    moveTo: (next, { opaque = false } = {}) => {
      origin = opaque ? 'null' : next;
      granted.clear();
      return Promise.resolve();
    },
    async probe(requests, limits = {}) {
      // What one call is granted spares no other request of that call its own CORS-preflight request.
      const known = new Set(granted);
      const observations: Observation[] = [];
      for (const request of requests) {
        const exchanges = await exchangesOf(request, origin, known, { ...defaultLimits, ...limits });
        if (isKept(exchanges)) granted.add(cacheKey(request));
        observations.push(redact(observationOf(request, origin, exchanges), secrets));
      }
      return observations;
    },
    clearCaches: () => {
      granted.clear();
      return Promise.resolve();
    },
    rewriting: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}

interface Asked {
  readonly exchanges: readonly Exchange[];
  readonly outcome: 'held' | 'timeout' | 'over';
  readonly afterMs: number;
}

async function exchangesOf(
  request: ProbeRequest,
  origin: string,
  known: ReadonlySet<string>,
  { timeoutMs }: ProbeLimits,
): Promise<Asked> {
  const exchanges: Exchange[] = [];
  let isSpared = known.has(cacheKey(request));
  const ended = (outcome: Asked['outcome']): Asked => ({ exchanges, outcome, afterMs: timeoutMs });
  for (;;) {
    const next = predict(standardRequest(request, origin), answered(exchanges));
    if (next.outcome !== 'incomplete') return ended('over');
    const purpose = next.needs === 'preflight' && isSpared ? 'actual' : next.needs;
    if (purpose === 'actual' && request.held) return ended('held');
    const own = normalizeMethod(request.method);
    const method = purpose === 'preflight' ? 'OPTIONS' : next.needs === 'preflight' ? own : next.method;
    const isTainted = new URL(next.url).origin !== new URL(request.url).origin;
    const requestOrigin = isTainted ? 'null' : origin;
    const requestHeaders: HeaderList =
      purpose === 'preflight'
        ? preflightRequestHeaders({ method: own, headers: request.headers }, requestOrigin)
        : [...(request.mode === 'cors' ? [['Origin', requestOrigin] as const] : []), ...request.headers];
    const body = purpose === 'actual' ? request.body : null;
    const response = await ask(next.url, method, requestHeaders, body, timeoutMs);
    if (response === 'timeout') return ended('timeout');
    const failure = typeof response === 'string' ? response : null;
    exchanges.push({
      purpose,
      method,
      url: next.url,
      requestHeaders,
      response: typeof response === 'string' ? null : { ...response, fromCache: false },
      failure,
    });
    if (failure !== null || isSpared) return ended('over');
    isSpared = false;
  }
}

type Response = { readonly status: number; readonly headers: HeaderList };

/** Resolves with the response, with Chromium's code of a failure, or with `timeout`. */
function ask(
  url: string,
  method: string,
  headers: HeaderList,
  body: string | null,
  timeoutMs: number,
): Promise<Response | 'timeout' | `net::${string}`> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(url, { method, agent: false, signal: AbortSignal.timeout(timeoutMs) });
    outgoing.setHeader('Accept', '*/*');
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    outgoing.on('response', (incoming) => {
      const { statusCode: status = 0 } = incoming;
      incoming.on('end', () => resolve({ status, headers: rawHeaders(incoming) }));
      // A body that never ends was shared with its headers.
      incoming.on('error', () => resolve({ status, headers: rawHeaders(incoming) }));
      incoming.resume();
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.name === 'AbortError' || error.name === 'TimeoutError') resolve('timeout');
      else resolve(error.code === 'ECONNREFUSED' ? 'net::ERR_CONNECTION_REFUSED' : 'net::ERR_EMPTY_RESPONSE');
    });
    outgoing.end(body ?? undefined);
  });
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): HeaderList {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

function observationOf(request: ProbeRequest, origin: string, asked: Asked): Observation {
  const { exchanges } = asked;
  const failure = exchanges.at(-1)?.failure ?? null;
  return {
    engine,
    pageOrigin: origin,
    request,
    console: [],
    exchanges,
    incomplete: null,
    ...seen(request, origin, asked, failure),
  };
}

function seen(
  request: ProbeRequest,
  origin: string,
  { exchanges, outcome, afterMs }: Asked,
  failure: string | null,
): Pick<Observation, 'outcome' | 'refusal' | 'failure'> {
  if (outcome !== 'over') {
    const kept: Outcome = outcome === 'held' ? { kind: 'held' } : { kind: 'timeout', afterMs };
    return { outcome: kept, refusal: null, failure: null };
  }
  const networkError = { kind: 'network-error', message: 'TypeError: Failed to fetch' } as const;
  if (failure !== null) return { outcome: networkError, refusal: null, failure };
  const last = exchanges.at(-1)?.response ?? null;
  const prediction = predict(standardRequest(request, origin), answered(withGranted(exchanges, request)));
  if (prediction.outcome === 'response') {
    const { status, type, url, redirected, readableHeaderNames } = prediction;
    const headers = (last?.headers ?? []).filter(([name]) =>
      readableHeaderNames.includes(name.toLowerCase()),
    );
    return {
      outcome: { kind: 'response', status, type, url, redirected, headers, bodyError: null },
      refusal: null,
      failure: null,
    };
  }
  if (prediction.outcome !== 'network-error') {
    throw new Error(`The standard leaves a request open: ${JSON.stringify(prediction)}`);
  }
  const { reason, values } = prediction;
  const code = Object.entries(chromium.codes).find(([, causes]) =>
    [causes].flat().some((one) => one === reason),
  );
  return {
    outcome: networkError,
    refusal: code === undefined ? null : { code: code[0], parameter: values[0] ?? '' },
    failure: 'net::ERR_FAILED',
  };
}

/** What the CORS-preflight cache spared, before what was sent: a grant, so that the standard can be asked. */
function withGranted(exchanges: readonly Exchange[], request: ProbeRequest): readonly Exchange[] {
  const [first] = exchanges;
  if (first === undefined || first.purpose === 'preflight' || exchanges.length > 1) return exchanges;
  const origin = first.requestHeaders.find(([name]) => name === 'Origin')?.[1] ?? '';
  const needed = predict(standardRequest(request, origin), []);
  if (needed.outcome !== 'incomplete' || needed.needs === 'actual') return exchanges;
  const headers: HeaderList = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', request.method],
    ['Access-Control-Allow-Headers', request.headers.map(([name]) => name).join(',')],
  ];
  return [
    {
      ...first,
      purpose: 'preflight',
      method: 'OPTIONS',
      response: { status: 204, headers, fromCache: false },
    },
    first,
  ];
}

const answered = (exchanges: readonly Exchange[]): StandardExchange[] =>
  exchanges.flatMap(({ purpose, url, method, response }) =>
    response === null ? [] : [{ purpose, url, method, status: response.status, headers: response.headers }],
  );

const standardRequest = (request: ProbeRequest, pageOrigin: string): StandardRequest => ({
  url: request.url,
  pageOrigin,
  method: request.method,
  headers: request.headers,
  credentialsMode: request.credentialsMode,
  mode: request.mode,
  redirectMode: request.redirectMode,
});

const cacheKey = ({ url, method, headers, credentialsMode }: ProbeRequest): string =>
  JSON.stringify([url, method, headers.map(([name]) => name), credentialsMode]);

/** Reports whether the CORS-preflight response grants what was asked for, and may be kept. */
function isKept({ exchanges, outcome }: Asked): boolean {
  const first = exchanges.find(({ purpose }) => purpose === 'preflight')?.response ?? null;
  if (first === null || (outcome !== 'held' && exchanges.length < 2)) return false;
  const maxAge = extractMaxAge(first.headers);
  // As every engine, and unlike the standard, for a negative number of seconds.
  return maxAge.kind !== 'negative' && cacheEntryMaxAgeSeconds(maxAge) > 0;
}
