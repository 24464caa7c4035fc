import { getHeader } from '../../fetch-standard/header-list.ts';
import { normalizeMethod } from '../../fetch-standard/methods.ts';
import { cacheEntryMaxAgeSeconds, extractMaxAge } from '../../fetch-standard/header-values.ts';
import { preflightRequestHeaders } from '../../fetch-standard/preflight.ts';
import { predictFor } from '../../judge/predict-observation.ts';
import type { Exchange, HeaderList, Observation, Outcome, ProbeRequest } from '../../model.ts';
import { defaultLimits, type Harness, type ProbeLimits, type ProbePage } from '../../probe/probe.ts';
import { pageWith } from '../../probe/page/page-with.ts';
import { redact } from '../../probe/redact.ts';
import type { ResponseRule } from '../../probe/response-rule.ts';

/** How a page asks: resolves with the response, with Chromium's code of a failure, or with `timeout`. */
export type Send = (
  url: string,
  method: string,
  headers: HeaderList,
  body: string | null,
  timeoutMs: number,
) => Promise<Response | 'timeout' | `net::${string}`>;

/** What a page without a browser asks by, and as what it shows what it saw. */
export interface WireAsking {
  readonly engine: Harness['engine'];
  /** Returns the code that a refusal has by the standard's name of its reason; `null` if it has none. */
  readonly codeOf: (reason: string) => string | null;
  readonly send: Send;
  /** Waits until the next request may be made. */
  readonly wait: (ms: number) => Promise<unknown>;
}

/**
 * Returns a page that asks by HTTP what the standard says that a page asks, one exchange after the other, and sees what
 * the standard says that it sees. It has a CORS-preflight cache, and neither an HTTP cache nor cookies. Where a rule
 * rewrites the answers, each is rewritten before the standard reads it.
 */
export function wirePage({ engine, codeOf, send, wait }: WireAsking, secrets: readonly string[]): ProbePage {
  let origin = '';
  /** The CORS-preflight cache: the exchange that granted a request, by what it is known by. */
  const granted = new Map<string, Exchange>();
  const probe = async (
    requests: readonly ProbeRequest[],
    limits: Partial<ProbeLimits>,
    rule: ResponseRule | null,
  ): Promise<Observation[]> => {
    // What one call is granted spares no other request of that call its own CORS-preflight request.
    const known = new Map(granted);
    const all = { ...defaultLimits, ...limits };
    const startedAt = performance.now();
    const observations: Observation[] = [];
    for (const [position, request] of requests.entries()) {
      const dueMs =
        all.perSecond === null ? 0 : startedAt + (position * 1000) / all.perSecond - performance.now();
      if (dueMs > 0) await wait(dueMs);
      if (!/^https?:/.test(request.url) || request.reconnects === true) {
        observations.push(redact(untried(request, origin, engine), secrets));
        continue;
      }
      const key = cacheKey(request);
      const asked = await ask(request, origin, known.get(key) ?? null, all, rule, send);
      const grant = grantIn(asked);
      if (grant !== null) granted.set(key, grant);
      observations.push(redact(observationOf(request, origin, asked, { engine, codeOf }), secrets));
    }
    return observations;
  };
  const page: ProbePage = {
    get origin() {
      return origin;
    },
    moveTo: (next, { opaque = false } = {}) => {
      origin = opaque ? 'null' : next;
      granted.clear();
      return Promise.resolve();
    },
    probe: (requests, limits = {}) => probe(requests, limits, null),
    clearCaches: () => {
      granted.clear();
      return Promise.resolve();
    },
    rewriting: (rule) =>
      Promise.resolve(pageWith(page, { probe: (requests, limits = {}) => probe(requests, limits, rule) })),
    close: () => Promise.resolve(),
  };
  return page;
}

interface Asked {
  /** What spared the CORS-preflight request; `null` if nothing did. */
  readonly grant: Exchange | null;
  readonly exchanges: readonly Exchange[];
  readonly outcome: 'held' | 'timeout' | 'over';
  readonly afterMs: number;
}

/** Makes the exchanges that the standard asks for, one after the other. */
async function ask(
  request: ProbeRequest,
  pageOrigin: string,
  grant: Exchange | null,
  { timeoutMs }: ProbeLimits,
  rule: ResponseRule | null,
  send: Send,
): Promise<Asked> {
  const exchanges: Exchange[] = [];
  const ended = (outcome: Asked['outcome']): Asked => ({ grant, exchanges, outcome, afterMs: timeoutMs });
  for (;;) {
    const next = predictFor({ request, pageOrigin, exchanges: granting(grant, exchanges) });
    if (next.outcome !== 'incomplete') return ended('over');
    const { needs: purpose, method, url } = next;
    if (purpose === 'actual' && request.held) return ended('held');
    const isTainted = new URL(url).origin !== new URL(request.url).origin;
    const origin = isTainted ? 'null' : pageOrigin;
    const requestHeaders: HeaderList =
      purpose === 'preflight'
        ? preflightRequestHeaders({ ...request, method: normalizeMethod(request.method) }, origin)
        : [...(request.mode === 'cors' ? [['Origin', origin] as const] : []), ...request.headers];
    const body = purpose === 'actual' ? request.body : null;
    const answer = await send(url, method, requestHeaders, body, timeoutMs);
    if (answer === 'timeout') return ended('timeout');
    const isFailed = typeof answer === 'string';
    const given = (own: Response): Response =>
      rule?.({ purpose, url, origin: getHeader(requestHeaders, 'Origin'), ...own }) ?? own;
    exchanges.push({
      purpose,
      method,
      url,
      requestHeaders,
      response: isFailed ? null : { ...given(answer), fromCache: false },
      failure: isFailed ? answer : null,
    });
    if (isFailed) return ended('over');
  }
}

const granting = (grant: Exchange | null, exchanges: readonly Exchange[]): readonly Exchange[] =>
  grant === null ? exchanges : [grant, ...exchanges];

export type Response = { readonly status: number; readonly headers: HeaderList };

/** Returns what is known of a request that only a browser can make, such as the handshake of a WebSocket. */
const untried = (request: ProbeRequest, pageOrigin: string, engine: WireAsking['engine']): Observation => ({
  engine,
  pageOrigin,
  request,
  outcome: { kind: 'network-error', message: '' },
  console: [],
  exchanges: [],
  refusal: null,
  failure: null,
  incomplete: 'Only a browser makes this request, and none of this run can be at this origin.',
});

function observationOf(
  request: ProbeRequest,
  pageOrigin: string,
  asked: Asked,
  { engine, codeOf }: Pick<WireAsking, 'engine' | 'codeOf'>,
): Observation {
  const { exchanges } = asked;
  return {
    engine,
    pageOrigin,
    request,
    console: [],
    exchanges,
    incomplete: null,
    ...seen(request, pageOrigin, asked, codeOf),
  };
}

function seen(
  request: ProbeRequest,
  pageOrigin: string,
  { grant, exchanges, outcome, afterMs }: Asked,
  codeOf: WireAsking['codeOf'],
): Pick<Observation, 'outcome' | 'refusal' | 'failure'> {
  if (outcome !== 'over') {
    const kept: Outcome = outcome === 'held' ? { kind: 'held' } : { kind: 'timeout', afterMs };
    return { outcome: kept, refusal: null, failure: null };
  }
  const networkError = { kind: 'network-error', message: 'TypeError: Failed to fetch' } as const;
  const last = exchanges.at(-1);
  if (last?.failure != null) return { outcome: networkError, refusal: null, failure: last.failure };
  const prediction = predictFor({ request, pageOrigin, exchanges: granting(grant, exchanges) });
  if (prediction.outcome === 'response') {
    const { status, type, url, redirected, readableHeaderNames } = prediction;
    const headers = (last?.response?.headers ?? []).filter(([name]) =>
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
  const code = codeOf(reason);
  return {
    outcome: networkError,
    refusal: code === null ? null : { code, parameter: values[0] ?? '' },
    failure: 'net::ERR_FAILED',
  };
}

const cacheKey = ({ url, method, headers, credentialsMode }: ProbeRequest): string =>
  JSON.stringify([url, method, headers.map(([name]) => name), credentialsMode]);

/** Returns the exchange that grants the request, if it may be kept; `null` where there is none. */
function grantIn({ exchanges, outcome }: Asked): Exchange | null {
  const first = exchanges.find(({ purpose }) => purpose === 'preflight');
  if (first?.response == null || (outcome !== 'held' && exchanges.length < 2)) return null;
  const maxAge = extractMaxAge(first.response.headers);
  // As every engine, and unlike the standard, for a negative number of seconds.
  return maxAge.kind !== 'negative' && cacheEntryMaxAgeSeconds(maxAge) > 0 ? first : null;
}
