import { isOpeningFor, type Opening, type SeenCookie, type SessionSeen } from '../judge/session.ts';
import { readSetCookie, sentCookies, setCookieLines } from '../judge/set-cookie.ts';
import type { Observation, ProbeRequest } from '../model.ts';
import type { PlannedSession } from '../plan/planned-session.ts';
import { pageWith } from '../probe/page/page-with.ts';
import type { ProbePage } from '../probe/probe.ts';
import { say } from '../words/say.ts';
import { redact } from '../probe/redact.ts';
import { HeldCookies } from './held-cookies.ts';

/** What a session gives for the pages of one site, or of all. */
export interface OpenedAt {
  readonly opening: Opening;
  /** Values of request headers, by their lower-case names. Secrets. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Thrown for a page whose session is not open: what it would see says nothing of the policy. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code = 'session';
}

/**
 * Keeps a session that is open in a page, and takes every value of it out of what is seen: cookies from the moment at which
 * an answer sets them, and the values of headers that it made of answers.
 */
export class SessionKeeper {
  readonly session: PlannedSession;
  readonly #secrets: Set<string>;
  /** The list that observations are redacted by; another one after each new value. */
  #list: readonly string[];
  /** What every report shows: part of it is no secret. */
  readonly #ordinary: readonly string[];
  readonly #trusted: ReadonlySet<string>;
  readonly #openings: OpenedAt[] = [];
  readonly #engine: SessionSeen['engine'];
  /** What a browser is given that has to be started again. */
  readonly held = new HeldCookies();

  constructor(
    session: PlannedSession,
    {
      engine,
      secrets,
      trusted,
      ordinary,
    }: {
      readonly engine: SessionSeen['engine'];
      readonly secrets: readonly string[];
      readonly trusted: readonly string[];
      readonly ordinary: readonly string[];
    },
  ) {
    this.session = session;
    this.#engine = engine;
    this.#secrets = new Set(secrets);
    this.#list = secrets;
    this.#trusted = new Set(trusted);
    this.#ordinary = ordinary;
  }

  opened(opened: OpenedAt): void {
    this.#openings.push(opened);
  }

  /** Returns what came of opening it so far. */
  seen(): SessionSeen {
    return {
      name: this.session.name,
      engine: this.#engine,
      cookies: this.session.cookies,
      openings: this.#openings.map(({ opening }) => opening),
    };
  }

  /** Adds a value that no report may show, unless it is one that says nothing, such as `true`. */
  hide(value: string): void {
    const isTelling = value.length >= 8 || (value.length >= 4 && /\d/.test(value));
    if (!isTelling || this.#secrets.has(value) || this.#ordinary.some((text) => text.includes(value))) return;
    this.#secrets.add(value);
    this.#list = [...this.#secrets];
  }

  /** Returns an observation without any value of the session, and with the names of the cookies that were sent. */
  redacted(raw: Observation): Observation {
    this.held.note(raw.exchanges);
    for (const { value } of cookiesIn(raw)) this.hide(value);
    for (const { header } of sourcesOf(this.session)) {
      if (header === undefined) continue;
      for (const { response } of raw.exchanges) {
        for (const [name, value] of response?.headers ?? []) {
          if (name.toLowerCase() === header.toLowerCase()) this.hide(value.trim());
        }
      }
    }
    const first = raw.exchanges.find(({ purpose }) => purpose === 'actual');
    const shown = redact(raw, this.#list);
    if (first === undefined) return shown;
    return { ...shown, cookieNames: sentCookies(first.requestHeaders).map(([name]) => name) };
  }

  /**
   * Returns `page` as it is with the session: it keeps its cookies when its caches are emptied, and trusted pages ask with
   * the headers of the session. It rejects with a `SessionError` where the session is not open.
   */
  page(page: ProbePage): ProbePage {
    return pageWith(page, {
      moveTo: async (origin, options = {}) => {
        const reason = this.#whyClosed(origin);
        if (reason !== null) throw new SessionError(reason);
        page.cookies?.remember?.(this.held.all());
        await page.moveTo(origin, { ...options, keepCookies: true });
      },
      clearCaches: () => page.clearCaches({ keepCookies: true }),
      probe: async (requests, limits) => {
        page.cookies?.remember?.(this.held.all());
        const made = await page.probe(
          requests.map((request) => this.#withHeaders(request, page.origin)),
          limits,
        );
        // The run knows a request by itself.
        return made.map((raw) => this.redacted(raw));
      },
      rewriting: async (rule) => {
        const rewriting = await page.rewriting(rule);
        return rewriting === null ? null : this.page(rewriting);
      },
    });
  }

  #whyClosed(origin: string): string | null {
    const own = this.#openedFor(origin)?.opening.failure ?? null;
    if (own !== null) return own.reason;
    // Where nobody signed in, no stranger comes with a session either.
    const isOpen = this.#openings.some(({ opening }) => opening.failure === null);
    return isOpen ? null : (this.#openings[0]?.opening.failure?.reason ?? say('The session was not opened.'));
  }

  #openedFor(origin: string): OpenedAt | undefined {
    if (!this.#trusted.has(origin)) return undefined;
    return this.#openings.find(({ opening }) => isOpeningFor(opening, origin));
  }

  #withHeaders(request: ProbeRequest, origin: string): ProbeRequest {
    const given = this.#openedFor(origin)?.headers;
    if (given === undefined || given.size === 0) return request;
    return {
      ...request,
      headers: request.headers.map(([name, value]): [string, string] => [
        name,
        given.get(name.toLowerCase()) ?? value,
      ]),
    };
  }
}

/** Returns the cookies that the answers of an observation set, with their values. */
export function cookiesIn(raw: Observation): readonly (SeenCookie & { readonly value: string })[] {
  return raw.exchanges.flatMap(({ url, response }) =>
    setCookieLines(response?.headers ?? []).flatMap((line) => {
      const read = readSetCookie(line, Date.now());
      return read === null ? [] : [{ ...read, setBy: url }];
    }),
  );
}

const sourcesOf = ({ headersFrom, page }: PlannedSession) => [
  ...Object.values(headersFrom),
  ...(page ?? []).flatMap((login) => Object.values(login.headersFrom)),
];
