import { expect, test } from '../fixtures/test.ts';
import { engineChoice } from '../fixtures/stage/engine-choice.ts';
import { loadFixes } from '../servers/fix-runner/load.ts';
import { FixStartError } from '../servers/fix-runner/run-fix.ts';
import { devScenarioIds, devSight, expectedSight, openDevPage } from './frameworks/dev-page.ts';
import { systemsToRun, withFix } from './frameworks/run.ts';
import { inWholeSuite } from '../fixtures/stage/suite.ts';

for (const loaded of await loadFixes()) {
  const { fix } = loaded;
  if (fix.role !== 'dev-proxy') continue;

  for (const system of systemsToRun(fix)) {
    test.describe(`${fix.id} on ${system}`, () => {
      const others = engineChoice.suite === 'all' ? Object.entries(fix.otherStarts ?? {}) : [];
      for (const [how, start] of [['', fix.start] as const, ...others]) {
        const title = `makes page and API one origin${how === '' ? '' : `, ${how}`}`;
        test(title, async ({ cors }) => {
          await withFix(loaded, { system, start }, async (run) => {
            const page = await openDevPage(cors, run);
            const host = new URL(fix.host === 'page' ? run.running.baseUrl : run.around.backend).host;
            for (const id of devScenarioIds) {
              const limit = fix.limits.find(({ scenario }) => scenario === id);
              const sight = await devSight(page, run, id);
              if (limit === undefined) {
                expect(sight).toEqual(expectedSight(id, host));
                continue;
              }
              // Once it works, the manifest must no longer say that it does not.
              expect(sight).not.toEqual(expectedSight(id, host));
              expect({ id, status: sight.status }).toEqual({ id, status: limit.status });
            }
          });
        });
      }

      for (const { id, systems, seen } of fix.broken) {
        if (systems !== undefined && !systems.includes(system)) continue;
        test(`stops working when broken by ${id}`, inWholeSuite, async ({ cors }) => {
          if (seen.by === 'start') {
            const start = withFix(loaded, { system, twin: id }, async () => null);
            const error: unknown = await start.catch((caught: unknown) => caught);
            if (!(error instanceof FixStartError)) throw error ?? new Error('It started.');
            expect(error.output).toContain(seen.prints);
            return;
          }
          if (seen.by !== 'page') throw new Error('A dev proxy is judged from its own page.');
          await withFix(loaded, { system, twin: id }, async (run) => {
            const page = await openDevPage(cors, run);
            const { status, diagnosis } = await devSight(page, run, seen.scenario);
            expect({ status, diagnosis }).toEqual({ status: seen.status, diagnosis: seen.diagnosis });
          });
        });
      }
    });
  }
}
