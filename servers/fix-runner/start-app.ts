import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provisionFolder } from './places.ts';
import { onFreePort, startSoftware, type RunningSoftware } from './start-software.ts';

/** An application of one file: what it runs on, and how it is started in the folder of its file. */
export interface App {
  readonly system: string;
  readonly file: URL;
  readonly argv: (port: number) => readonly string[];
  /** `own`: it chooses its port, and prints `listening on` and the port. */
  readonly port: 'own' | 'reserved';
}

/** Starts the application with `env`, beside `PORT`; whoever asked stops it. Throws `FixStartError`. */
export function startApp(
  label: string,
  app: App,
  env: Readonly<Record<string, string>>,
): Promise<RunningSoftware> {
  return app.port === 'own'
    ? startOnce(label, app, env, 0)
    : onFreePort((port) => startOnce(label, app, env, port));
}

/** Returns what runs `app.py` by the Python of `system`. */
export const python = (system: string) => (): readonly string[] => [
  join(provisionFolder, system, 'bin', 'python'),
  'app.py',
];

async function startOnce(
  label: string,
  { system, file, argv }: App,
  env: Readonly<Record<string, string>>,
  port: number,
): Promise<RunningSoftware> {
  const runs = join(provisionFolder, system, 'runs');
  await mkdir(runs, { recursive: true });
  const folder = await mkdtemp(join(runs, `${label}-`));
  const path = fileURLToPath(file);
  await copyFile(path, join(folder, basename(path)));
  return startSoftware(label, folder, argv(port), {
    env: { ...env, PORT: String(port) },
    ready: port === 0 ? { kind: 'line', startsWith: 'listening on ' } : { kind: 'listening' },
    port,
    timeoutMs: 60_000,
  });
}
