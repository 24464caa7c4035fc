/** Judges targets by the build whose folder is the argument, one for each message, in one Chromium. */
import { join } from 'node:path';

const [, , root] = process.argv;
const load = (module) => import(join(root, 'dist', module));
const { startEngine } = await load('fixtures/stage/start-engine.js');
const { deriveCases } = await load('src/plan/derive-cases.js');
const { validatePolicy } = await load('src/policy/policy.js');
const { runTarget } = await load('src/run/run-target.js');

const engine = await startEngine('chromium', []);
const pages = [];
const openPage = async (...of) => {
  const page = await engine.harness.openPage(...of);
  pages.push(page);
  return page;
};

process.on('message', (input) => void judge(input));
process.send('ready');

async function judge(input) {
  if (input === null) {
    await engine.close();
    process.exit(0);
  }
  const policy = validatePolicy(input);
  const plans = deriveCases(policy, 'chromium');
  const verdicts = (await runTarget(plans, policy, engine, openPage)).flat();
  for (const page of pages.splice(0)) await page.close();
  process.send(
    verdicts.map(({ id, check, originRole, status, diagnosis, fingerprint, followsFrom = null }) => ({
      id,
      check,
      originRole,
      status,
      diagnosis,
      fingerprint,
      followsFrom,
    })),
  );
}
