import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from '@playwright/test';
import type { HeaderList, Observation, Outcome, ProbeRequest } from '../model.ts';
import {
  defaultLimits,
  PageOriginError,
  type MoveOptions,
  type ProbeLimits,
  type ProbePage,
} from '../probe.ts';
import { within } from '../browser/deadline.ts';
import type { ResponseRule } from '../response-rule.ts';
import { exchangesOf } from './cdp-exchanges.ts';
import { CdpRecorder, type ProbeRecord } from './cdp-recorder.ts';
import { ChromiumLife } from './chromium-life.ts';
import { runInPage, type PageOutcome, type PageRequest } from './in-page.ts';
import { inPageApis } from './in-page-apis.ts';
import { pageWith } from './page-with.ts';
import { redact } from './redact.ts';
import { isPreflight, ResponseRewriter, type PausedRequest } from './response-rewriter.ts';

/**
 * How long the engine may take to deliver what it announced, after the page's script has its outcomes. Of a
 * refused response that came from a cache it never says so; among others that is found out sooner, as the
 * request can then be made by itself.
 */
const witnessTimeoutMs = { alone: 5_000, amongOthers: 1_000 };

const navigationTimeoutMs = 10_000;
const openTimeoutMs = 30_000;
const closeTimeoutMs = 15_000;

/** Requests of one round trip to the page: enough to keep it busy, few enough to keep the results small. */
const batchSize = 250;

export interface ChromiumPageOptions {
  readonly browser: Browser;
  /** The forward proxy that answers for the page origins. */
  readonly proxyUrl: string;
  /** `host:port` values that the page reaches directly. */
  readonly direct: readonly string[];
  /** The address of a page at `origin`. */
  readonly pageUrl: (origin: string, opaque: boolean, headers?: HeaderList) => string;
  /** Values that must not reach any observation. */
  readonly secrets: readonly string[];
  readonly permissions?: readonly string[];
  /** A context to use instead of a new one: for tests that show what a wrong context does. */
  readonly context?: BrowserContext;
}

/** The options of a context that pages probe from. */
export function probingContext({
  proxyUrl,
  direct,
}: Pick<ChromiumPageOptions, 'proxyUrl' | 'direct'>): BrowserContextOptions {
  return {
    // Loopback goes through the proxy too, as a page origin may be on loopback; the direct hosts do not.
    proxy: { server: proxyUrl, bypass: ['<-loopback>', ...direct].join(',') },
    serviceWorkers: 'block',
  };
}

/** A page in a context of its own, watched through an own session of the DevTools protocol. */
export class ChromiumPage implements ProbePage {
  origin = 'about:blank';
  readonly #options: ChromiumPageOptions;
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #recorder: CdpRecorder;
  readonly #life: ChromiumLife;
  readonly #held = new Set<string>();
  #rewriter: ResponseRewriter | null = null;
  #nextIndex = 0;

  private constructor(
    options: ChromiumPageOptions,
    context: BrowserContext,
    page: Page,
    session: CDPSession,
  ) {
    this.#options = options;
    this.#context = context;
    this.#page = page;
    this.#session = session;
    this.#recorder = new CdpRecorder(session);
    this.#life = new ChromiumLife(page, session);
    session.on('Fetch.requestPaused', (event) => void this.#onPaused(event));
  }

  static open(options: ChromiumPageOptions): Promise<ChromiumPage> {
    return within(ChromiumPage.#open(options), openTimeoutMs, 'Chromium did not open a page');
  }

  static async #open(options: ChromiumPageOptions): Promise<ChromiumPage> {
    const context = options.context ?? (await options.browser.newContext(probingContext(options)));
    if (options.permissions !== undefined) await context.grantPermissions([...options.permissions]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const opened = new ChromiumPage(options, context, page, session);
    await Promise.all([
      session.send('Network.enable'),
      session.send('Log.enable'),
      session.send('Audits.enable'),
    ]);
    return opened;
  }

  async moveTo(origin: string, opaque = false, { headers, keepCaches }: MoveOptions = {}): Promise<void> {
    const url = this.#options.pageUrl(origin, opaque, headers);
    const loading = this.#life.during(this.#page.goto(url, { waitUntil: 'commit', timeout: 0 }));
    await within(loading, navigationTimeoutMs, 'Chromium did not load a page of ours');
    const there = await this.#life.during(this.#evaluate<string>('self.origin'));
    const wanted = opaque ? 'null' : origin;
    if (there !== wanted) throw new PageOriginError(wanted, there);
    this.origin = there;
    if (keepCaches === true) return;
    await this.clearCaches();
  }

  async clearCaches(): Promise<void> {
    await this.#life.during(
      Promise.all([
        this.#session.send('Network.clearBrowserCache'),
        this.#session.send('Network.clearBrowserCookies'),
      ]),
    );
  }

  async probe(requests: readonly ProbeRequest[], limits: Partial<ProbeLimits> = {}): Promise<Observation[]> {
    return this.#probe(requests, limits, null);
  }

  rewriting(rule: ResponseRule): Promise<ProbePage> {
    return Promise.resolve(
      pageWith(this, { probe: (requests, limits = {}) => this.#probe(requests, limits, rule) }),
    );
  }

  async close(): Promise<void> {
    await within(this.#context.close(), closeTimeoutMs, 'Chromium did not close a context');
  }

  async #probe(
    requests: readonly ProbeRequest[],
    limits: Partial<ProbeLimits>,
    rule: ResponseRule | null,
  ): Promise<Observation[]> {
    const observations: Observation[] = [];
    const allLimits = { ...defaultLimits, ...limits };
    for (const batch of batches(requests)) {
      this.#rewriter = rule === null ? null : new ResponseRewriter(this.#session, rule);
      observations.push(...(await this.#life.during(this.#probeBatch(batch, allLimits))));
    }
    return observations;
  }

  async #probeBatch(requests: readonly ProbeRequest[], limits: ProbeLimits): Promise<Observation[]> {
    const held = requests.some((request) => request.held);
    const stages = [
      ...(held ? (['Request'] as const) : []),
      ...(this.#rewriter === null ? [] : (['Response'] as const)),
    ];
    const first = this.#nextIndex;
    this.#nextIndex += requests.length;
    this.#recorder.clear();
    this.#recorder.attributeByUrl(
      requests.flatMap(({ api, url }, position) =>
        api === 'fetch' || api === 'XMLHttpRequest' ? [] : [[url, first + position] as const],
      ),
    );
    this.#held.clear();
    if (stages.length > 0) {
      const patterns = stages.map((requestStage) => ({ urlPattern: '*', requestStage }));
      await this.#session.send('Fetch.enable', { patterns });
    }
    const pageRequests = requests.map((request, position) => pageRequest(request, first + position));
    const pageLimits = {
      inFlight: limits.inFlight,
      perSecond: limits.perSecond,
      timeoutMs: limits.timeoutMs,
      bodyTimeoutMs: limits.bodyTimeoutMs,
      bodyBytes: limits.bodyBytes,
    };
    const outcomes = await this.#evaluate<PageOutcome[]>(
      `(${runInPage.toString()})(${JSON.stringify(pageRequests)}, ${JSON.stringify(pageLimits)}, ${otherApis(requests)})`,
    );
    const indexes = requests.map((_, position) => first + position);
    outcomes.forEach(({ kind }, position) => {
      // A beacon's outcome says only that it was queued.
      if (kind !== 'network-error' && requests[position]?.api !== 'sendBeacon') {
        this.#recorder.settle(first + position);
      }
    });
    const patienceMs = requests.length === 1 ? witnessTimeoutMs.alone : witnessTimeoutMs.amongOthers;
    await this.#recorder.whole(indexes, patienceMs);
    // A round trip: what the page's side logged just after its last network event comes before the answer.
    await Promise.all([stages.length > 0 ? this.#session.send('Fetch.disable') : null, this.#evaluate('0')]);
    const stray = this.#recorder.unclaimedConsole();
    const strange = stray.filter((text) => !requests.some((request) => text.includes(request.url)));
    return requests.map((request, position) => {
      const outcome = outcomes[position];
      const record = this.#recorder.record(first + position);
      const incomplete =
        outcome === undefined
          ? 'The page returned no outcome.'
          : !this.#recorder.isWhole(first + position) && outcome.kind !== 'timeout'
            ? `The browser did not deliver all network events within ${patienceMs} ms.`
            : strange[0] !== undefined
              ? `The console shows an error that belongs to no request: ${strange[0]}`
              : record !== null && this.#rewriter?.knows(record) === false
                ? 'Of a response that was rewritten, it is not known how.'
                : null;
      return this.#observation(request, outcome, record, stray, incomplete);
    });
  }

  #observation(
    request: ProbeRequest,
    outcome: PageOutcome | undefined,
    record: ProbeRecord | null,
    stray: readonly string[],
    incomplete: string | null,
  ): Observation {
    const given = record === null ? null : (this.#rewriter?.asGiven(record) ?? record);
    const wasHeld = record !== null && this.#held.has(record.main.requestId);
    return redact(
      {
        engine: { id: 'chromium', version: this.#options.browser.version() },
        pageOrigin: this.origin,
        request,
        outcome: wasHeld
          ? { kind: 'held' }
          : isLostBeacon(request, record)
            ? {
                kind: 'network-error',
                message: 'The beacon was queued; the page never learns what came of it.',
              }
            : pageOutcome(outcome),
        // An error that the engine ties to no request is shown with each that it may belong to, never dropped.
        console: [...(record?.console ?? []), ...stray.filter((text) => text.includes(request.url))],
        exchanges: given === null ? [] : exchangesOf(given.main, given.preflights),
        refusal: record === null ? this.#unannouncedRefusal(request.url) : record.main.corsError,
        // That the page gave up is its outcome, and no failure of the engine's.
        failure:
          wasHeld || outcome?.kind === 'timeout'
            ? null
            : record === null && this.#recorder.isBlockedByPolicy(request.url)
              ? 'csp'
              : failureOf(record),
        incomplete,
      },
      this.#options.secrets,
    );
  }

  #unannouncedRefusal(url: string): Observation['refusal'] {
    const issue = this.#recorder.issue(url);
    return issue === null ? null : { code: issue.code, parameter: issue.parameter };
  }

  /** Only CORS-preflight requests pass while requests are held: whatever else goes wrong, nothing is sent. */
  async #onPaused(event: PausedRequest): Promise<void> {
    const hasAnswer = event.responseStatusCode !== undefined || event.responseErrorReason !== undefined;
    try {
      if (hasAnswer && this.#rewriter !== null) {
        await this.#rewriter.passOn(event);
        return;
      }
      if (isPreflight(event)) {
        await this.#session.send('Fetch.continueRequest', { requestId: event.requestId });
        return;
      }
      if (event.networkId !== undefined) this.#held.add(event.networkId);
      await this.#session.send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'Aborted' });
    } catch {
      // The page is gone, and the request with it.
    }
  }

  async #evaluate<Result>(expression: string): Promise<Result> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }
}

/** Held and other requests never share a batch: interception is on for the whole page. */
function* batches(requests: readonly ProbeRequest[]): Generator<readonly ProbeRequest[]> {
  let batch: ProbeRequest[] = [];
  for (const request of requests) {
    const breaks = batch.length === batchSize || (batch[0] !== undefined && batch[0].held !== request.held);
    if (breaks) {
      yield batch;
      batch = [];
    }
    batch.push(request);
  }
  if (batch.length > 0) yield batch;
}

/** The source text of an object with the APIs that the requests use beyond fetch and XMLHttpRequest. */
function otherApis(requests: readonly ProbeRequest[]): string {
  const used = Object.entries(inPageApis).filter(([name]) => requests.some(({ api }) => api === name));
  return `{${used.map(([name, run]) => `${JSON.stringify(name)}: ${run.toString()}`).join(', ')}}`;
}

function pageRequest(request: ProbeRequest, index: number): PageRequest {
  return {
    index,
    url: request.url,
    method: request.method,
    headers: request.headers,
    body: request.body,
    credentials: request.credentialsMode,
    mode: request.mode,
    redirect: request.redirectMode,
    api: request.api,
    ...(request.streamingBody === undefined ? {} : { streamingBody: request.streamingBody }),
    ...(request.targetAddressSpace === undefined ? {} : { targetAddressSpace: request.targetAddressSpace }),
  };
}

function pageOutcome(outcome: PageOutcome | undefined): Outcome {
  return outcome ?? { kind: 'network-error', message: 'no outcome' };
}

const isLostBeacon = ({ api }: ProbeRequest, record: ProbeRecord | null): boolean =>
  api === 'sendBeacon' && record !== null && record.main.failure !== null;

function failureOf(record: ProbeRecord | null): string | null {
  if (record === null) return null;
  const { failure, blockedReason } = record.main;
  return blockedReason === null ? failure : `${failure ?? ''} ${blockedReason}`.trim();
}
