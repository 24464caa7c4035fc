import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fillFix, type FixValues, type Start } from '../../src/fix/fix.ts';
import { filesToRun, type Files, type LoadedFix } from './load.ts';
import { nodeOf } from './node-of.ts';
import { provisionFolder, supervisorFile } from './places.ts';
import { OutputLog } from './output-log.ts';
import { FixStartError, readyPort, within } from './readiness.ts';
import { reservePort } from '../reserve-port.ts';

export { FixStartError } from './readiness.ts';

export interface RunOptions {
  /** One of the fix's systems. */
  readonly system: string;
  /** What the files are filled with; the port is the runner's business. */
  readonly values: Omit<FixValues, 'port'>;
  /** The broken twin to run instead of the fix; `null` for the fix. */
  readonly twin?: string | null;
  /** Whether the hint of the twin is applied. */
  readonly isApplied?: boolean;
  /** How to start it, if not as `fix.start` says. */
  readonly start?: Start;
  /** Files to put beside the fix's own, verbatim: certificates, for one. Path → text. */
  readonly extraFiles?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface RunningFix {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly baseUrl: string;
  readonly port: number;
  readonly pid: number;
  /** What was written for it, path → filled text, and what it was filled with. */
  readonly files: Files;
  readonly values: FixValues;
  /** Both streams' last lines. */
  readonly output: () => string;
  /** Ends the whole process group, waits until it is gone and removes its folder. May be called twice. */
  readonly stop: () => Promise<void>;
}

const portAttempts = 4;
const addressInUse = /EADDRINUSE|address already in use|Address in use|port \d+ is (already )?in use/i;

/**
 * Starts a fix, or one of its broken twins, on loopback, and resolves once it is ready. Its files are filled
 * and written to a folder of their own below the system's, so that the system's packages are found.
 *
 * In `start.argv` and `start.env`, `{node}`, `{folder}` (the filled files), `{system}` (what was
 * provisioned), `{port}` and `{backend}` are replaced.
 *
 * Throws `FixStartError`. A reserved port that somebody else took meanwhile is replaced by another.
 */
export async function runFix(loaded: LoadedFix, options: RunOptions): Promise<RunningFix> {
  for (let attempt = 1; ; attempt += 1) {
    const port = (options.start ?? loaded.fix.start).port === 'own' ? 0 : await reservePort();
    try {
      return await runOnce(loaded, options, port);
    } catch (error) {
      const taken = error instanceof FixStartError && addressInUse.test(error.output);
      if (!taken || port === 0 || attempt === portAttempts) throw error;
    }
  }
}

async function runOnce(loaded: LoadedFix, options: RunOptions, port: number): Promise<RunningFix> {
  const { fix } = loaded;
  const label = options.twin == null ? fix.id : `${fix.id}, broken by ${options.twin},`;
  const system = join(provisionFolder, options.system);
  const values = { ...options.values, port };
  const files = filledFiles(loaded, options, values);
  const folder = await writeFiles(fix.id, system, [...files, ...Object.entries(options.extraFiles ?? {})]);
  const node = await nodeOf(system);
  const place = (text: string): string =>
    text.replace(/\{(node|folder|system|port|backend)\}/g, (_, name: string) => {
      if (name === 'node') return node;
      if (name === 'folder') return folder;
      if (name === 'system') return system;
      return name === 'port' ? String(port) : options.values.backend;
    });
  const start = options.start ?? fix.start;
  const env = Object.fromEntries(
    Object.entries(start.env ?? {}).map(([name, value]) => [name, place(value)]),
  );
  const child = spawn(process.execPath, [supervisorFile, folder, ...start.argv.map(place)], {
    // A group of its own, so that everything the software starts can be ended at once.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const log = new OutputLog(child.stdout, child.stderr);
  const stop = stopper(child, folder);
  try {
    const ready = readyPort(child, log, start.ready, port, label);
    const listening = await within(options.timeoutMs ?? 60_000, ready, () => {
      return new FixStartError(label, `was not ready in ${options.timeoutMs ?? 60_000} ms`, log.tail());
    });
    return {
      baseUrl: `${start.scheme ?? 'http'}://127.0.0.1:${listening}`,
      port: listening,
      pid: child.pid ?? 0,
      files,
      values,
      output: () => log.tail(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Returns the files that run, filled with `values`. */
function filledFiles(loaded: LoadedFix, { twin = null, isApplied }: RunOptions, values: FixValues): Files {
  return new Map(
    [...filesToRun(loaded, twin, { isApplied })].map(([path, template]) => [path, fillFix(template, values)]),
  );
}

/** Writes `files` to a new folder below the system's, so that the system's packages are found. */
async function writeFiles(
  id: string,
  system: string,
  files: readonly (readonly [path: string, text: string])[],
): Promise<string> {
  const runs = join(system, 'runs');
  await mkdir(runs, { recursive: true });
  const folder = await mkdtemp(join(runs, `${id}-`));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

function stopper(child: ChildProcess, folder: string): () => Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return async () => {
    child.stdin?.end();
    await closed;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
