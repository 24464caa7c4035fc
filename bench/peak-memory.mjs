import { readdirSync, readFileSync } from 'node:fs';

/** Watches the resident memory of this process's descendants until `stop()`, which returns the peak in MiB. */
export function watchMemory() {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBelow(process.pid));
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peak / 1024);
    },
  };
}

/** Returns an upper bound, as shared pages are counted once for each process. Linux alone; elsewhere 0. */
function residentBelow(root) {
  const processes = new Map();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const status = read(`/proc/${name}/status`);
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      const resident = Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      processes.set(Number(name), { parent, resident });
    }
  } catch {
    return 0;
  }
  let sum = 0;
  for (const [pid, { resident }] of processes) {
    for (let above = pid; above > 1; above = processes.get(above)?.parent ?? 0) {
      if (above === root) {
        sum += resident;
        break;
      }
    }
  }
  return sum;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between the listing and the reading.
    return '';
  }
}
