import { createHash } from 'node:crypto';
import { linkSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardFolder } from '../browser/guard-process.ts';
import { endGroup, groupIn, startGroup, type Started } from './started-group.ts';

/** The environment variable by which a run tells its workers where its folder is: `<process id> <path>`. */
const variable = 'CORS_CONFORMANCE_RUN';

const selectionFile = 'selection.json';

/** Returns the name by which the run and its workers know a test: its project, file, suites and title. */
export const selectionName = (titlePath: readonly string[]): string => JSON.stringify(titlePath);

/**
 * What the processes of one run tell each other: which tests are to run, and what tests left for others. It is gone when
 * the process has ended that made it.
 */
export class RunFolder {
  readonly #path: string;
  readonly #selected: ReadonlySet<string>;

  private constructor(path: string, selected: readonly string[]) {
    this.#path = path;
    this.#selected = new Set(selected);
  }

  /** Makes a folder for the workers of this process; `env` is what they inherit. */
  static create(selected: readonly string[], env: NodeJS.ProcessEnv): RunFolder {
    const path = mkdtempSync(join(tmpdir(), 'cors-conformance-run-'));
    guardFolder(path);
    writeFileSync(join(path, selectionFile), JSON.stringify(selected));
    env[variable] = `${process.pid} ${path}`;
    return new RunFolder(path, selected);
  }

  /** Makes a folder with no selection for the workers of this process, unless there is one or it is a worker itself. */
  static ensure(env: NodeJS.ProcessEnv): void {
    if (env['TEST_WORKER_INDEX'] !== undefined || ownerIn(env)?.pid === process.pid) return;
    const folder = RunFolder.create([], env);
    process.once('exit', () => folder.remove());
  }

  /** Returns the folder of the run that this process is a worker of; `null` if its run has none. */
  static ofWorker(env: NodeJS.ProcessEnv, parent: number = process.ppid): RunFolder | null {
    const owner = ownerIn(env);
    // A run within a test of another run inherits the variable too, and its tests may be named alike.
    if (owner?.pid !== parent) return null;
    const { path } = owner;
    const selected = readJson(join(path, selectionFile));
    if (!Array.isArray(selected)) return null;
    return new RunFolder(
      path,
      selected.filter((name) => typeof name === 'string'),
    );
  }

  isSelected(test: string): boolean {
    return this.#selected.has(test);
  }

  /** Leaves `content`, which is JSON, under `name`, for every worker of the run. */
  leave(name: string, content: unknown): void {
    renameSync(this.#write(name, content), this.#fileOf(name));
  }

  /** Leaves `content` under `name` unless something was left there before, and returns what is there now. */
  leaveFirst(name: string, content: unknown): unknown {
    this.#isFirst(name, content);
    return this.left(name);
  }

  /** Reports whether nobody of the run has claimed `name` before; who claimed it first left the time, in milliseconds. */
  claim(name: string): boolean {
    return this.#isFirst(name, Date.now());
  }

  /** Leaves `content` under `name` unless something is there; reports whether it does. */
  #isFirst(name: string, content: unknown): boolean {
    const whole = this.#write(name, content);
    try {
      // One of several workers succeeds.
      linkSync(whole, this.#fileOf(name));
      return true;
    } catch {
      return false;
    } finally {
      rmSync(whole, { force: true });
    }
  }

  /** Returns what was left under `name`; `undefined` if nothing was. */
  left(name: string): unknown {
    return readJson(this.#fileOf(name));
  }

  /** Runs `command` in a process group of its own, as the API of this run: it ends with the folder at the latest. */
  start(command: string, cwd: string, env: NodeJS.ProcessEnv): void {
    startGroup(this.#path, command, cwd, env);
  }

  /** Returns what came of the command of `start`. */
  started(): Started {
    return groupIn(this.#path);
  }

  remove(): void {
    endGroup(this.#path);
    rmSync(this.#path, { recursive: true, force: true });
  }

  /** Returns a file with `content` that is to become that of `name`: a worker may be ended at any time, and half a file is none. */
  #write(name: string, content: unknown): string {
    const whole = `${this.#fileOf(name)}.${process.pid}`;
    writeFileSync(whole, JSON.stringify(content));
    return whole;
  }

  #fileOf(name: string): string {
    return join(this.#path, `${createHash('sha256').update(name).digest('hex')}.json`);
  }
}

function ownerIn(env: NodeJS.ProcessEnv): { readonly pid: number; readonly path: string } | null {
  const [, pid, path] = /^(\d+) (.+)$/s.exec(env[variable] ?? '') ?? [];
  return path === undefined ? null : { pid: Number(pid), path };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
