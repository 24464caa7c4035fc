import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchProcesses } from './processes.mjs';

/**
 * Runs the target suite of a build by `policy` in Chromium. Resolves to the seconds, the processor time and the memory that
 * it took, and to how many verdicts it reached.
 */
export async function runSuite({ root }, policy) {
  // Below the build, so that it is found; removed at the end.
  const folder = mkdtempSync(join(root, 'bench/run-'));
  try {
    writeFileSync(`${folder}/cors.policy.json`, JSON.stringify(policy));
    writeFileSync(
      `${folder}/cors.spec.ts`,
      "import { corsTarget } from '../../dist/fixtures/target.js'; corsTarget();\n",
    );
    writeFileSync(
      `${folder}/playwright.config.ts`,
      "export default { workers: '100%', fullyParallel: true, reporter: [['../../dist/reports/reporter.js', { outputDir: 'out' }]] };\n",
    );
    return await play(folder, [], {}, `${folder}/out`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs the suite of a build on its own demo API in `engines`, as somebody does in a clone: it is what starts the demo by
 * https, which WebKit needs.
 */
export const runDemo = ({ root }, engines) =>
  play(root, ['specs/target.spec.ts'], { CORS_ENGINES: engines.join(',') }, join(root, 'reports/out'));

async function play(cwd, args, variables, output) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('CORS_'));
  const watch = watchProcesses();
  const startedAt = performance.now();
  const exitCode = await new Promise((resolve, reject) => {
    const child = spawn('npx', ['playwright', 'test', ...args], {
      cwd,
      stdio: 'ignore',
      env: { ...Object.fromEntries(own), ...variables },
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { cpu, memory } = watch.stop();
  const { gate, totals } = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
  if (exitCode !== 0) console.error(`  The run in ${cwd} failed: ${gate.reasons.join(' ')}`);
  const { conforms, violates, inapplicable, inconclusive } = totals;
  return { seconds, cpu, memory, verdicts: conforms + violates + inapplicable + inconclusive };
}
