import { readdirSync, readFileSync } from 'node:fs';

const intervalMs = 100;
/** Of the times in `/proc`; 100 a second on every Linux. */
const ticksPerSecond = 100;

/**
 * Watches the processes below this one until `stop()`, which returns their peak of memory in MiB, and the seconds of
 * processor time that they took meanwhile. Both are of Linux alone; elsewhere 0. What a process takes after the last look at it is
 * not counted, in no build.
 */
export function watchProcesses() {
  const known = new Map();
  let peak = 0;
  const look = () => {
    let resident = 0;
    for (const { key, pid, ticks } of descendantsOf(process.pid, known)) {
      const { from = ticks } = known.get(key) ?? { from: 0 };
      known.set(key, { from, ticks });
      resident += residentOf(pid);
    }
    peak = Math.max(peak, resident);
  };
  // Of those that are there already counts what they take from here on.
  for (const { key, ticks } of descendantsOf(process.pid, known)) known.set(key, { from: ticks, ticks });
  const timer = setInterval(look, intervalMs);
  return {
    stop() {
      look();
      clearInterval(timer);
      const ticks = [...known.values()].reduce((sum, one) => sum + one.ticks - one.from, 0);
      return { memory: Math.round(peak / 1024), cpu: ticks / ticksPerSecond };
    },
  };
}

/** Returns the processes below `root`, and those that were seen there: a browser may outlive what started it. */
function descendantsOf(root, known) {
  const all = new Map();
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of the program, in brackets, may hold anything.
    const fields = read(`/proc/${name}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    const [parent, user, system, started] = [1, 11, 12, 19].map((index) => Number(fields[index]));
    if (!Number.isNaN(started)) {
      const pid = Number(name);
      all.set(pid, { pid, parent, ticks: user + system, key: `${pid} ${started}` });
    }
  }
  const isBelow = (pid) => {
    for (let above = all.get(pid)?.parent ?? 0; above > 1; above = all.get(above)?.parent ?? 0) {
      if (above === root) return true;
    }
    return false;
  };
  return [...all.values()].filter(({ pid, key }) => known.has(key) || isBelow(pid));
}

/** Returns what `pid` has in memory that no other process shares, in KiB. */
const residentOf = (pid) => Number(/^RssAnon:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between the listing and the reading.
    return '';
  }
}
