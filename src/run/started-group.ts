import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What came of a command that was started. */
export interface Started {
  /** What it ended with; `null` while it runs. */
  readonly exitCode: number | null;
  /** What it printed so far. */
  readonly output: string;
}

/**
 * The command is a child of this shell, and not of the worker that starts it: a worker ends with a test that fails. What
 * waits in it sees to the end of the group where the process is killed that would end it, as its folder goes then.
 */
const script = `echo "$$" >"$1/group" || exit 1
(while [ -e "$1/group" ]; do sleep 1; done; kill -s KILL 0) &
sh -c "$0" >"$1/output" 2>&1 </dev/null
echo "$?" >"$1/exit-code"`;

/** Runs `command` by a shell, as a process group that `folder` knows. */
export function startGroup(folder: string, command: string, cwd: string, env: NodeJS.ProcessEnv): void {
  const group = spawn('/bin/sh', ['-c', script, command, folder], {
    cwd,
    env,
    stdio: 'ignore',
    detached: true,
  });
  group.on('error', () => undefined);
  group.unref();
}

/** Returns what came of the command that was started in `folder`. */
export function groupIn(folder: string): Started {
  const exitCode = textOf(join(folder, 'exit-code')).trim();
  return { exitCode: exitCode === '' ? null : Number(exitCode), output: textOf(join(folder, 'output')) };
}

/** Closes the group of the command that was started in `folder`, with everything that it started. */
export function endGroup(folder: string): void {
  const pid = Number(textOf(join(folder, 'group')));
  if (pid <= 1) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
