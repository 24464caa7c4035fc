import { spawn } from 'node:child_process';

/** Keeps a browser from outliving the process that started it. */
export interface Guard {
  /** Ends every process of the group, whether it answers or not, and removes the folder. */
  end(): void;
}

/**
 * Watches over the process group that `pid` leads: it is ended with this process, however this process ends,
 * and `folder` is removed with it. The watcher is a shell that waits for its standard input to end, which the
 * system sees to even where this process is killed and runs no more code of its own.
 */
export function guardProcess(pid: number, folder: string | null = null): Guard {
  const script = 'read -r _; kill -s KILL -- "-$0" 2>/dev/null; [ -z "$1" ] || rm -rf -- "$1"';
  const watcher = spawn('/bin/sh', ['-c', script, String(pid), folder ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Not of the group that a terminal sends its signals to: it has to see the browser out.
    detached: true,
  });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
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
      watcher.stdin.end();
    },
  };
}
