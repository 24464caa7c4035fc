import { startApp } from '../fix-runner/start-app.ts';
import type { RunningSoftware } from '../fix-runner/start-software.ts';
import { sessionServers, type SessionServerId } from './servers.ts';

/** How the application sets the cookie of its session; what is absent is left to the framework. */
export interface CookieSettings {
  readonly name: string;
  readonly path: string;
  readonly domain?: string;
  readonly secure: boolean;
  readonly sameSite?: 'Lax' | 'Strict' | 'None';
  /** Django, PHP and Rails 6 cannot. */
  readonly partitioned: boolean;
  readonly maxAge?: number;
}

/** Starts the application, with `env` beside its cookie; whoever asked stops it. Throws `FixStartError`. */
export const startSessionServer = (
  id: SessionServerId,
  cookie: CookieSettings,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningSoftware> => startApp(id, sessionServers[id], { ...env, COOKIE: JSON.stringify(cookie) });
