import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('moved-clock.c', import.meta.url));

/** Returns why the clock of a browser cannot be moved here, as a phrase; null if it can. */
export function whyUnmovable(executablePath: string | null): string | null {
  if (process.platform !== 'linux') return 'the clock of a process is moved on Linux alone';
  if (executablePath === null) return 'the browser is not an installed one';
  const hasCompiler = spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;
  return hasCompiler ? null : 'there is no C compiler (cc)';
}

/** The monotonic clock of a browser that is started through `executablePath`. */
export class MovedClock {
  /** Starts the browser, all of whose processes have this clock. */
  readonly executablePath: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'cors-conformance-clock-'));
  readonly #file = join(this.#folder, 'seconds-ahead');

  constructor(browserPath: string) {
    const library = join(this.#folder, 'moved-clock.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', library, source, '-ldl']);
    writeFileSync(this.#file, Buffer.alloc(8));
    this.executablePath = join(this.#folder, 'browser');
    const script = [
      '#!/bin/sh',
      `export CORS_CONFORMANCE_CLOCK='${this.#file}' LD_PRELOAD='${library}'`,
      `exec '${browserPath}' "$@"`,
    ];
    writeFileSync(this.executablePath, `${script.join('\n')}\n`, { mode: 0o755 });
  }

  /** Puts the clock ahead of the real one by `seconds`, at once. */
  setAhead(seconds: number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    // In place: the processes have the file mapped.
    const file = openSync(this.#file, 'r+');
    writeSync(file, bytes, 0, bytes.length, 0);
    closeSync(file);
  }

  /** Removes the folder, once the browser has ended. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
