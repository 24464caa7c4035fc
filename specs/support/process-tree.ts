import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly name: string;
}

interface Row extends Process {
  readonly parent: number;
}

/** Returns the running descendants of the process `root`, parents before their children. By `ps`, so not on Windows. */
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

/** Returns the processes above `pid`, the farthest first, itself, and all below it. */
export function lineageOf(pid: number): Process[] {
  const rows = new Map(allProcesses().map((row) => [row.pid, row]));
  const line: Process[] = [];
  for (let row = rows.get(pid); row !== undefined; row = rows.get(row.parent)) line.unshift(row);
  return [...line, ...descendantsOf(pid)];
}

/**
 * Returns the one of `pids` that holds the other end of a connection over IPv4 loopback, whose port is `port` on its
 * side; `undefined` if none does. By `/proc`, so on Linux alone: https://man7.org/linux/man-pages/man5/proc_net.5.html
 */
export function holderOf(port: number, pids: readonly number[]): number | undefined {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  // The table changes while it is read, so that a row may be left out.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const sockets = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, address]) => address === local)
      // A connection that is over has a row without an inode, and maybe the same port.
      .flatMap(({ 9: inode = '0' }) => (inode === '0' ? [] : [`socket:[${inode}]`]));
    const holder = pids.find((pid) => filesOf(pid).some((file) => sockets.includes(file)));
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** Returns where its open files lead; a process may end, or close a file, while it is looked at. */
function filesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return ifThere(() => readdirSync(folder), []).map((name) =>
    ifThere(() => readlinkSync(`${folder}/${name}`), ''),
  );
}

function ifThere<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** Returns those of `pids` that run. */
export function runningOf(pids: readonly number[]): Process[] {
  return allProcesses().filter(({ pid }) => pids.includes(pid));
}

function allProcesses(): Row[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = '']) => !state.startsWith('Z'))
    .map(([pid, parent, , name = '']) => ({ pid: Number(pid), parent: Number(parent), name }));
}
