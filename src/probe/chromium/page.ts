import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Observation, ProbeRequest } from '../../model.ts';
import {
  defaultLimits,
  PageOriginError,
  type CookieJar,
  type MoveOptions,
  type ProbeLimits,
  type ProbePage,
  type PageUrl,
} from '../probe.ts';
import { within } from '../../browser/deadline.ts';
import type { ResponseRule } from '../response-rule.ts';
import { batches, isToldByUrl } from './batches.ts';
import { CdpRecorder } from './cdp-recorder.ts';
import { ChromiumInterception } from './interception.ts';
import { ChromiumLife } from './life.ts';
import { chromiumObservation } from './observation.ts';
import type { PageOutcome } from '../page/page-request.ts';
import { pageWith } from '../page/page-with.ts';
import { PasswordDialogues } from './password-dialogues.ts';
import { changesPage, probeExpression } from '../page/probe-expression.ts';
import { probingContext } from './probing-context.ts';
import { contextCookies } from '../page/context-cookies.ts';
import { redact } from '../redact.ts';

/**
 * How long the engine may take to deliver what it announced, after the page's script has its outcomes. It never delivers
 * a refused response that came from a cache. That is found out sooner among others, as the request can then be made by
 * itself.
 */
const witnessTimeoutMs = { alone: 5_000, amongOthers: 1_000 };

const navigationTimeoutMs = 10_000;
const openTimeoutMs = 30_000;
const closeTimeoutMs = 15_000;

export interface ChromiumPageOptions {
  readonly browser: Browser;
  /** The forward proxy that answers for the page origins. */
  readonly proxyUrl: string;
  /** `host:port` values that the page reaches directly. */
  readonly direct: readonly string[];
  /** The address of a page at `origin`. */
  readonly pageUrl: PageUrl;
  /** Values that must not reach any observation. */
  readonly secrets: readonly string[];
  /** As of `PageOptions`. */
  readonly session?: string;
  readonly permissions?: readonly string[];
  /** What was learned of dialogues by other pages. */
  readonly dialogues?: PasswordDialogues;
  /** A context to use instead of a new one: for tests that show what a wrong context does. */
  readonly context?: BrowserContext;
}

/** A page in a context of its own, watched through an own session of the DevTools protocol. */
export class ChromiumPage implements ProbePage {
  origin = 'about:blank';
  readonly #options: ChromiumPageOptions;
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #recorder: CdpRecorder;
  readonly #interception: ChromiumInterception;
  readonly #life: ChromiumLife;
  readonly #dialogues: PasswordDialogues;
  readonly cookies: CookieJar;
  #nextIndex = 0;
  #url: string | null = null;

  private constructor(
    options: ChromiumPageOptions,
    context: BrowserContext,
    page: Page,
    session: CDPSession,
  ) {
    this.#options = options;
    this.#dialogues = options.dialogues ?? new PasswordDialogues();
    this.#context = context;
    this.#page = page;
    this.#session = session;
    this.#recorder = new CdpRecorder(session);
    this.#interception = new ChromiumInterception(session);
    this.#life = new ChromiumLife(page, session);
    this.cookies = contextCookies(context);
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

  async moveTo(origin: string, options: MoveOptions = {}): Promise<void> {
    const { opaque = false, keepCaches = false, keepCookies = false } = options;
    const url = this.#options.pageUrl(origin, options);
    this.#url = url;
    await this.#load(url);
    const there = await this.#life.during(this.#evaluate<string>('self.origin'));
    const wanted = opaque ? 'null' : origin;
    if (there !== wanted) throw new PageOriginError(wanted, there);
    this.origin = there;
    if (!keepCaches) await this.clearCaches({ keepCookies });
  }

  async #load(url: string): Promise<void> {
    // An element is put into the head, which is not there before.
    const loading = this.#life.during(this.#page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 }));
    await within(loading, navigationTimeoutMs, 'Chromium did not load a page of ours');
  }

  async clearCaches({ keepCookies = false }: Pick<MoveOptions, 'keepCookies'> = {}): Promise<void> {
    await this.#life.during(
      Promise.all([
        this.#session.send('Network.clearBrowserCache'),
        ...(keepCookies ? [] : [this.#session.send('Network.clearBrowserCookies')]),
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
      const ask = (some: readonly ProbeRequest[]): Promise<readonly Observation[]> =>
        this.#life.during(this.#probeBatch(some, allLimits, rule));
      observations.push(...(await this.#dialogues.answered(batch, this.origin, ask)));
    }
    return observations;
  }

  async #probeBatch(
    requests: readonly ProbeRequest[],
    limits: ProbeLimits,
    rule: ResponseRule | null,
  ): Promise<Observation[]> {
    const first = this.#nextIndex;
    this.#nextIndex += requests.length;
    this.#recorder.clear();
    this.#recorder.attributeByUrl(
      requests.flatMap((request, position) =>
        isToldByUrl(request) ? [[request.url, first + position] as const] : [],
      ),
    );
    await this.#interception.begin({
      hold: requests.some(({ held }) => held),
      rule,
      dismissesDialogues: requests.some((request) => this.#dialogues.isExpectedFor(request)),
    });
    const outcomes = await this.#evaluate<PageOutcome[]>(probeExpression(requests, limits, first));
    outcomes.forEach(({ kind }, position) => {
      // A beacon's outcome says only that it was queued.
      if (kind !== 'network-error' && requests[position]?.api !== 'sendBeacon') {
        this.#recorder.settle(first + position);
      }
    });
    const patienceMs = requests.length === 1 ? witnessTimeoutMs.alone : witnessTimeoutMs.amongOthers;
    await this.#recorder.whole(
      requests.map((_, position) => first + position),
      patienceMs,
    );
    // A round trip: what the page's side logged just after its last network event comes before the answer.
    await Promise.all([this.#interception.end(), this.#evaluate('0')]);
    const stray = this.#recorder.unclaimedConsole();
    if (
      this.#url !== null &&
      requests.some((request, position) => changesPage(request, outcomes[position]))
    ) {
      await this.#load(this.#url);
    }
    const strange = stray.find((text) => !requests.some((request) => text.includes(request.url)));
    return requests.map((request, position) => {
      const outcome = outcomes[position];
      const record = this.#recorder.record(first + position);
      if (record !== null) this.#dialogues.note(request, record.main);
      const observation = chromiumObservation({
        version: this.#options.browser.version(),
        pageOrigin: this.origin,
        request,
        outcome,
        record: record === null ? null : this.#interception.asGiven(record),
        held: record !== null && this.#interception.held(record),
        stray,
        unannounced: this.#recorder.issues.cors(request.url),
        isBlockedByPolicy: this.#recorder.issues.isBlockedByPolicy(request.url),
        incomplete: this.#whyIncomplete(first + position, outcome, patienceMs, strange),
        cookieIssues: this.#options.session === undefined ? null : this.#recorder.issues.cookies(request.url),
      });
      return this.#options.session === undefined ? redact(observation, this.#options.secrets) : observation;
    });
  }

  /** Returns why the observation of probe `index` is not whole. No request explains `strange`, a console's error. */
  #whyIncomplete(
    index: number,
    outcome: PageOutcome | undefined,
    patienceMs: number,
    strange: string | undefined,
  ): string | null {
    if (outcome === undefined) return 'The page returned no outcome.';
    if (!this.#recorder.isWhole(index) && outcome.kind !== 'timeout') {
      return `The browser did not deliver all network events within ${patienceMs} ms.`;
    }
    if (strange !== undefined) return `The console shows an error that belongs to no request: ${strange}`;
    const record = this.#recorder.record(index);
    const isKnown = record === null || this.#interception.knows(record);
    return isKnown ? null : 'Of a response that was rewritten, it is not known how.';
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
