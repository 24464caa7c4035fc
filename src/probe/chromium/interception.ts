import { AsyncResource } from 'node:async_hooks';
import type { CDPSession } from '@playwright/test';
import type { ResponseRule } from '../response-rule.ts';
import type { ProbeRecord } from './cdp-recorder.ts';
import { isPreflight, ResponseRewriter, type PausedRequest } from './response-rewriter.ts';

/** What is done to the requests of a page while they are under way. */
interface Wish {
  /** Stops each actual request before it is sent, after its CORS-preflight request. */
  readonly hold: boolean;
  /** Gives the page other responses. */
  readonly rule: ResponseRule | null;
  /** Sends the dialogue away in which the browser asks its user for a password, as the request would wait for that. */
  readonly dismissesDialogues: boolean;
}

/**
 * Stops requests of a page of Chromium, or changes responses, through an own session of the DevTools protocol:
 * Playwright has no part in it, so CORS-preflight requests are real. Nothing is intercepted where nothing is wished.
 */
export class ChromiumInterception {
  readonly #session: CDPSession;
  readonly #held = new Set<string>();
  #rewriter: ResponseRewriter | null = null;
  #holds = false;
  #isOn = false;
  /** What `begin` was called in: an event comes in the context of the connection, and its answer belongs to that step. */
  #step = new AsyncResource('ChromiumInterception');

  constructor(session: CDPSession) {
    this.#session = session;
    session.on('Fetch.requestPaused', (event) => {
      this.#answer(() => this.#onPaused(event));
    });
    session.on('Fetch.authRequired', (event) => {
      this.#answer(() => this.#onDialogue(event));
    });
  }

  /** Begins to do as wished, until `end`; what was held before is forgotten. */
  async begin({ hold, rule, dismissesDialogues }: Wish): Promise<void> {
    this.#held.clear();
    this.#rewriter = rule === null ? null : new ResponseRewriter(this.#session, rule);
    this.#holds = hold;
    const stages = [
      // The protocol tells of dialogues only while it pauses requests as well.
      ...(hold || dismissesDialogues ? (['Request'] as const) : []),
      ...(rule === null ? [] : (['Response'] as const)),
    ];
    this.#isOn = stages.length > 0;
    if (!this.#isOn) return;
    this.#step = new AsyncResource('ChromiumInterception');
    const patterns = stages.map((requestStage) => ({ urlPattern: '*', requestStage }));
    await this.#session.send('Fetch.enable', { patterns, handleAuthRequests: dismissesDialogues });
  }

  async end(): Promise<void> {
    if (this.#isOn) await this.#session.send('Fetch.disable');
    this.#isOn = false;
  }

  /** Reports whether the actual request was held. */
  held({ main }: ProbeRecord): boolean {
    return this.#held.has(main.requestId);
  }

  /** Reports whether it is known of each response how the page was given it. */
  knows(record: ProbeRecord): boolean {
    return this.#rewriter?.knows(record) ?? true;
  }

  /** Returns `record` with the responses that the page was given. */
  asGiven(record: ProbeRecord): ProbeRecord {
    return this.#rewriter?.asGiven(record) ?? record;
  }

  #answer(work: () => Promise<void>): void {
    // If it fails, the page is gone, and the request with it.
    this.#step.runInAsyncScope(() => void work().catch(() => undefined));
  }

  async #onDialogue({ requestId }: { readonly requestId: string }): Promise<void> {
    const authChallengeResponse = { response: 'CancelAuth' } as const;
    await this.#session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse });
  }

  /** Lets only CORS-preflight requests pass while requests are held: whatever else goes wrong, nothing is sent. */
  async #onPaused(event: PausedRequest): Promise<void> {
    const hasAnswer = event.responseStatusCode !== undefined || event.responseErrorReason !== undefined;
    if (hasAnswer && this.#rewriter !== null) {
      await this.#rewriter.passOn(event);
      return;
    }
    if (!this.#holds || isPreflight(event)) {
      await this.#session.send('Fetch.continueRequest', { requestId: event.requestId });
      return;
    }
    if (event.networkId !== undefined) this.#held.add(event.networkId);
    await this.#session.send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'Aborted' });
  }
}
