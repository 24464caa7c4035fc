import { engineChoice } from '../fixtures/stage/engine-choice.ts';
import { expect, test, type Cors, type WorkerFixtures } from '../fixtures/test.ts';
import { loadFixes, type LoadedFix } from '../servers/fix-runner/load.ts';
import type { WebSocketFix } from '../src/fix/fix.ts';
import type { Verdict } from '../src/model.ts';
import { hasCommonJs, systemsToRun, trusted, withFix } from './frameworks/run.ts';
import { judgeTarget } from './support/judge-target.ts';
import { inWholeSuite } from '../fixtures/stage/suite.ts';

/** What a comparison of the beginning lets in; other look-alikes differ from these in nothing that a server reads. */
const lookalikes: readonly string[] = [`${trusted[0]}.untrusted.test`, `${trusted[0]}:8443`];

/** Starts the fix, or one of its twins, and judges it by a policy of its own. */
const judged = (
  loaded: LoadedFix,
  { path }: WebSocketFix,
  options: { readonly system: string; readonly twin?: string; readonly isCommonJs?: boolean },
  cors: Cors,
  engine: WorkerFixtures['corsHarness'],
): Promise<readonly Verdict[]> =>
  withFix(loaded, options, ({ running }) =>
    judgeTarget(
      cors,
      engine,
      { target: running.baseUrl, trustedOrigins: trusted, routes: [{ path, kind: 'websocket' }] },
      { lookalikes: (origin) => lookalikes.includes(origin) },
    ),
  );

for (const loaded of await loadFixes()) {
  const { fix } = loaded;
  if (fix.role !== 'websocket') continue;

  for (const system of systemsToRun(fix)) {
    test.describe(`${fix.id} on ${system}`, () => {
      // As CommonJS it is what a note says beside the printed file.
      for (const isCommonJs of engineChoice.suite === 'all' && hasCommonJs(loaded)
        ? [false, true]
        : [false]) {
        test(`opens to trusted pages, and to no others${isCommonJs ? ', as CommonJS' : ''}`, async ({
          cors,
          corsHarness,
        }) => {
          const verdicts = await judged(loaded, fix, { system, isCommonJs }, cors, corsHarness);
          expect(verdicts.map(({ check, origin, status }) => `${check} from ${origin}: ${status}`)).toEqual([
            ...trusted.map((origin) => `readable from ${origin}: conforms`),
            ...['https://untrusted.test', 'null', ...lookalikes].map(
              (origin) => `unreadable from ${origin}: conforms`,
            ),
          ]);
        });
      }

      for (const { id, seen } of fix.broken) {
        test(`is told of when broken by ${id}`, inWholeSuite, async ({ cors, corsHarness }) => {
          if (seen.by !== 'handshake') throw new Error('A server of WebSockets is judged by its handshakes.');
          const verdicts = await judged(loaded, fix, { system, twin: id }, cors, corsHarness);
          const violations = verdicts.filter(({ status }) => status === 'violates');
          expect([...new Set(violations.map(({ diagnosis }) => diagnosis))]).toEqual([seen.diagnosis]);
          expect([...new Set(violations.map(({ originRole }) => originRole))]).toEqual(seen.from);
        });
      }
    });
  }
}
