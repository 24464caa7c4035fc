import { engineChoice } from '../fixtures/stage/engine-choice.ts';
import { expect, test } from '../fixtures/test.ts';
import { judgeOnWire } from '../servers/fix-runner/judge.ts';
import { loadFixes } from '../servers/fix-runner/load.ts';
import { judgeUndeclared } from '../servers/fix-runner/undeclared.ts';
import { FixStartError } from '../servers/fix-runner/run-fix.ts';
import { expectedLine, lineOf, make, scenarioIds, withPage } from './frameworks/browse.ts';
import { hasCommonJs, systemsToRun, trusted, untrusted, withFix } from './frameworks/run.ts';

for (const loaded of await loadFixes()) {
  const { fix } = loaded;
  if (fix.role !== 'api') continue;

  for (const system of systemsToRun(fix)) {
    test.describe(`${fix.id} on ${system}`, () => {
      test('is accepted from trusted origins, shares nothing with others, and grants nothing undeclared', async ({
        cors,
      }) => {
        await withFix(loaded, { system }, async (run) => {
          const { running, around, values } = run;
          expect(await judgeOnWire(running.baseUrl, fix, values, around.authority)).toEqual([]);
          expect(await judgeUndeclared(running.baseUrl, values, around.authority)).toEqual([]);
          await withPage(cors, run, async (page) => {
            const seen = async (origin: string): Promise<readonly string[]> => {
              await page.moveTo(origin);
              const lines: string[] = [];
              for (const id of scenarioIds) lines.push(lineOf(id, await make(page, running.baseUrl, id)));
              return lines;
            };
            const expected = scenarioIds.map((id) => expectedLine(id, fix));
            for (const origin of trusted) expect(await seen(origin)).toEqual(expected);
            expect(await seen(untrusted)).toEqual(scenarioIds.map((id) => `${id}: refused`));
          });
        });
      });

      // A second start: after a change the pure specs say what is left out of the text.
      if (engineChoice.suite === 'all') {
        test('is right on the wire with nothing declared that may be left out', async () => {
          const values = { credentials: false, exposedHeaders: [], requestHeaders: [], maxAgeSeconds: null };
          await withFix(loaded, { system, values }, async ({ running, around, values: filled }) => {
            expect(await judgeOnWire(running.baseUrl, fix, filled, around.authority)).toEqual([]);
            expect(await judgeUndeclared(running.baseUrl, filled, around.authority)).toEqual([]);
          });
        });
      }

      // What a note says beside the printed file.
      if (engineChoice.suite === 'all' && hasCommonJs(loaded)) {
        test('is right on the wire as CommonJS', async () => {
          await withFix(loaded, { system, isCommonJs: true }, async ({ running, around, values }) => {
            expect(await judgeOnWire(running.baseUrl, fix, values, around.authority)).toEqual([]);
          });
        });
      }

      const hasOwn = fix.broken.some((twin) => twin.hint === undefined);
      for (const { id, systems, seen, alsoRefused = [], hint } of fix.broken) {
        if (systems !== undefined && !systems.includes(system)) continue;
        // What a hint is about is shown whole, in the whole suite; after a change the twins do that show the fix itself.
        if (engineChoice.suite !== 'all' && hint !== undefined && hasOwn) continue;
        test(`is refused when broken by ${id}`, async ({ cors }) => {
          if (seen.by === 'start') {
            const start = withFix(loaded, { system, twin: id }, async () => null);
            const error: unknown = await start.catch((caught: unknown) => caught);
            if (!(error instanceof FixStartError)) throw error ?? new Error('It started.');
            expect(error.output).toContain(seen.prints);
            return;
          }
          await withFix(loaded, { system, twin: id }, async (run) => {
            const { running, around, values } = run;
            if (seen.by === 'wire') {
              const failures = await judgeOnWire(running.baseUrl, fix, values, around.authority);
              expect(failures.map((failure) => failure.slice(0, failure.indexOf(':')))).toContain(
                seen.expectation,
              );
              return;
            }
            if (seen.by !== 'browser') throw new Error('An API is judged by requests of a page elsewhere.');
            await withPage(cors, run, async (page) => {
              await page.moveTo(trusted[0]);
              for (const { scenario, diagnosis } of [seen, ...alsoRefused]) {
                expect(await make(page, running.baseUrl, scenario)).toBeRefused(diagnosis);
              }
            });
          });
        });

        // The fix itself is accepted above, by what every fix is asked.
        const isOwn = (loaded.applied.get(id)?.size ?? 0) > 0;
        const refused = seen.by === 'browser' ? [seen, ...alsoRefused] : [];
        const isAsked = refused.some(({ scenario }) => typeof scenario !== 'string');
        // A start of its own for each: after a change that they are refused has to do.
        if (engineChoice.suite !== 'all' || hint === undefined || (!isOwn && !isAsked)) continue;
        test(`is accepted with the hint on ${id} applied`, async ({ cors }) => {
          await withFix(loaded, { system, twin: id, isApplied: true }, async (run) => {
            const { running, around, values } = run;
            if (isOwn) expect(await judgeOnWire(running.baseUrl, fix, values, around.authority)).toEqual([]);
            if (refused.length === 0) return;
            await withPage(cors, run, async (page) => {
              await page.moveTo(trusted[0]);
              for (const { scenario } of refused) {
                const answer = await make(page, running.baseUrl, scenario);
                expect(lineOf(scenario, answer)).toBe(expectedLine(scenario, fix));
              }
            });
          });
        });
      }
    });
  }
}
