import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './builds.mjs';

/**
 * Returns how many requests a build plans by `policy` in Chromium, and how many of them a correct API is asked: the others
 * are made only where the same request is shared without credentials.
 */
export async function countPlanned(build, policy) {
  const { deriveCases } = await built(build, 'src/plan/derive-cases.js');
  const { validatePolicy } = await built(build, 'src/policy/policy.js');
  const probes = deriveCases(validatePolicy(policy), 'chromium').flatMap((plan) => plan.probes);
  const asked = probes.filter(({ unlessRefused = null }) => unlessRefused === null);
  return { planned: probes.length, asked: asked.length };
}

/** Returns how many lines `cors-conformance plan` prints of `policy`. */
export function countPlanLines({ root }, policy) {
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-bench-'));
  try {
    writeFileSync(join(folder, 'cors.policy.json'), JSON.stringify(policy));
    const cli = join(root, 'dist/src/cli/cli.js');
    const printed = execFileSync(process.execPath, [cli, 'plan'], { cwd: folder, encoding: 'utf8' });
    return printed.trimEnd().split('\n').length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
