import type { Finding } from '../judge/finding.ts';
import type { SeenCookie } from '../judge/session.ts';
import type { CookieJar } from '../probe/probe.ts';
import type { Observation } from '../model.ts';
import { say } from '../words/say.ts';
import type { UrlTarget } from '../policy/types.ts';
import type { OpenedAt, SessionKeeper } from './session-keeper.ts';

/** What a session is opened by that is no page: the code of the policy file, and a file beside it. */
export interface SessionMeans {
  readonly byCode: (session: string, timeoutMs: number) => Promise<unknown>;
  readonly file: (path: string) => Promise<string>;
}

/** What it takes to open a session. */
export interface SessionOpening {
  readonly keeper: SessionKeeper;
  readonly target: UrlTarget;
  /** The trusted origins of the routes that name it. */
  readonly origins: readonly string[];
  readonly means: SessionMeans;
}

/** Thrown where a session cannot be opened; the message says why, as part of a sentence. */
export class OpeningError extends Error {
  readonly finding: Finding | null;

  constructor(message: string, finding: Finding | null = null) {
    super(message);
    this.finding = finding;
  }
}

/** Throws where a session has a cookie, and the engine has no jar that is left as it is when its caches are emptied. */
export function refuseCookies(jar: CookieJar | null, cookies: readonly SeenCookie[]): void {
  if (jar === null && cookies.length > 0) {
    throw new OpeningError(say('this engine forgets cookies with its caches'));
  }
}

/** Returns what came of a session that could not be opened; `why` is part of a sentence. */
export function failed(
  name: string,
  origin: string | null,
  observations: readonly Observation[],
  why: string,
  finding: Finding | null = null,
): OpenedAt {
  const reason = say('The session {name} was not opened: {why}.', { name: JSON.stringify(name), why });
  return {
    headers: new Map(),
    opening: {
      origin,
      failure: { reason, finding },
      cookies: [],
      headers: [],
      stored: null,
      observations,
    },
  };
}

/** Hides the value of a request header, and what stands behind its scheme. */
export function hideHeader(value: string, keeper: SessionKeeper): void {
  keeper.hide(value);
  const credentials = /^\S+ +(\S.*)$/s.exec(value)?.[1];
  if (credentials !== undefined) keeper.hide(credentials);
}
