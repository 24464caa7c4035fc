import { execFileSync } from 'node:child_process';

export interface Process {
  readonly pid: number;
  readonly name: string;
}

/** The running descendants of the process `root`, parents before their children. By `ps`, so not on Windows. */
export function descendantsOf(root: number): Process[] {
  const rows = allProcesses();
  const found: Process[] = [];
  const parents = [root];
  for (let parent = parents.shift(); parent !== undefined; parent = parents.shift()) {
    for (const { pid, name } of rows.filter((row) => row.parent === parent)) {
      if (name === 'ps') continue;
      found.push({ pid, name });
      parents.push(pid);
    }
  }
  return found;
}

/** Those of `pids` that run. */
export function runningOf(pids: readonly number[]): Process[] {
  return allProcesses().filter(({ pid }) => pids.includes(pid));
}

function allProcesses(): (Process & { readonly parent: number })[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = '']) => !state.startsWith('Z'))
    .map(([pid, parent, , name = '']) => ({ pid: Number(pid), parent: Number(parent), name }));
}
