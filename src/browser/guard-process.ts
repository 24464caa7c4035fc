import { spawn } from 'node:child_process';

/** Keeps a browser from outliving the process that started it. */
export interface Guard {
  /** Ends every process of the group, whether it answers or not, and removes the folder. */
  end(): void;
}

/**
 * Watches over the process group that `pid` leads: it is ended with this process, however this process ends,
 * and `folder` is removed with it.
 */
export function guardProcess(pid: number, folder: string | null = null): Guard {
  const end = onceEnded('kill -s KILL -- "-$0" 2>/dev/null; [ -z "$1" ] || rm -rf -- "$1"', [
    String(pid),
    folder ?? '',
  ]);
  let ended = false;
  return {
    end: () => {
      if (ended) return;
      ended = true;
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
      end();
    },
  };
}

/** Removes `folder` once this process has ended, however it ends. */
export function guardFolder(folder: string): void {
  onceEnded('rm -rf -- "$0"', [folder]);
}

/**
 * Runs `script` once this process has ended, or the function is called that it returns. What waits is a shell whose
 * standard input ends, which the system sees to even where this process is killed and runs no more code of its own.
 */
function onceEnded(script: string, args: readonly string[]): () => void {
  const watcher = spawn('/bin/sh', ['-c', `read -r _; ${script}`, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Not of the group that a terminal sends its signals to: it has to see the rest out.
    detached: true,
  });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  return () => void watcher.stdin.end();
}
