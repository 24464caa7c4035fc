import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provisionFolder } from '../fix-runner/places.ts';
import { sessionServers, type SessionServerId } from './servers.ts';
import { onFreePort, startSoftware, type RunningSoftware } from '../fix-runner/start-software.ts';

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
export async function startSessionServer(
  id: SessionServerId,
  cookie: CookieSettings,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningSoftware> {
  const { port } = sessionServers[id];
  return port === 'own'
    ? startOnce(id, cookie, env, 0)
    : onFreePort((own) => startOnce(id, cookie, env, own));
}

async function startOnce(
  id: SessionServerId,
  cookie: CookieSettings,
  env: Readonly<Record<string, string>>,
  port: number,
): Promise<RunningSoftware> {
  const { system, file, argv } = sessionServers[id];
  const runs = join(provisionFolder, system, 'runs');
  await mkdir(runs, { recursive: true });
  const folder = await mkdtemp(join(runs, `${id}-`));
  await copyFile(fileURLToPath(new URL(file, import.meta.url)), join(folder, basename(file)));
  return startSoftware(id, folder, argv(port), {
    env: { ...env, COOKIE: JSON.stringify(cookie), PORT: String(port) },
    ready: port === 0 ? { kind: 'line', startsWith: 'listening on ' } : { kind: 'listening' },
    port,
    timeoutMs: 60_000,
  });
}
