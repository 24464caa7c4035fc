import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fillFix, type FixValues, type Start } from '../../src/fix/fix.ts';
import { asCommonJs } from '../../src/fix/as-common-js.ts';
import { filesToRun, type Files, type LoadedFix } from './load.ts';
import { nodeOf } from './node-of.ts';
import { provisionFolder } from './places.ts';
import { onFreePort, startSoftware, type RunningSoftware } from './start-software.ts';

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
  /** Whether its modules are CommonJS, as in a project without `"type": "module"`. */
  readonly isCommonJs?: boolean;
  /** How to start it, if not as `fix.start` says. */
  readonly start?: Start;
  /** Files to put beside the fix's own, verbatim: certificates, for one. Path → text. */
  readonly extraFiles?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface RunningFix extends RunningSoftware {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly baseUrl: string;
  /** What was written for it, path → filled text, and what it was filled with. */
  readonly files: Files;
  readonly values: FixValues;
}

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
  const isOwn = (options.start ?? loaded.fix.start).port === 'own';
  return isOwn ? runOnce(loaded, options, 0) : onFreePort((port) => runOnce(loaded, options, port));
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
  const software = await startSoftware(label, folder, start.argv.map(place), {
    env,
    ready: start.ready,
    port,
    timeoutMs: options.timeoutMs ?? 60_000,
  });
  return { ...software, baseUrl: `${start.scheme ?? 'http'}://127.0.0.1:${software.port}`, files, values };
}

/** Returns the files that run, filled with `values`. */
function filledFiles(
  loaded: LoadedFix,
  { twin = null, isApplied, isCommonJs = false }: RunOptions,
  values: FixValues,
): Files {
  const files = new Map(
    [...filesToRun(loaded, twin, { isApplied })].map(([path, template]) => [path, fillFix(template, values)]),
  );
  if (!isCommonJs) return files;
  const modules = [...files].map(([path, text]) => [path, asCommonJs(text)?.text ?? text] as const);
  return new Map([...modules, ['package.json', '{ "type": "commonjs" }\n']]);
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
