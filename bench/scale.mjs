import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const steps = fileURLToPath(new URL('./scale-steps.mjs', import.meta.url));

/**
 * Measures what it costs to plan a policy of `routes` routes with three trusted origins, to judge `api` by it without a
 * browser, and to report that: verdicts, seconds of processor time, bytes, and how much memory a process needs more at
 * its peak.
 */
export function measureScale(routes, api) {
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-bench-'));
  try {
    return { routes, judged: run('judge', routes, folder, api), reported: run('report', folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(...args) {
  return JSON.parse(execFileSync(process.execPath, [steps, ...args.map(String)], { encoding: 'utf8' }));
}

/** Returns how many times as much, for one route, the larger of two measurements needs as the smaller one. */
export function growthOf(smaller, larger) {
  const parts = {
    plan: ({ judged }) => judged.planned,
    judge: ({ judged }) => judged.judged,
    report: ({ reported }) => reported.collected + reported.formatted,
    'memory of the judge': ({ judged }) => judged.memory,
    'memory of the report': ({ reported }) => reported.memory,
  };
  return Object.entries(parts).map(([name, of]) => ({
    name,
    ratio: of(larger) / larger.routes / (of(smaller) / smaller.routes),
  }));
}
