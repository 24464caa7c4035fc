import { expect, test } from '../../../fixtures/test.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import { Relay } from '../../../servers/api/relay.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { faults, proofOf } from './faults.ts';
import { needServer, promiseFor, servers } from './servers.ts';

/** The address of every server in turn: with one of its own each would need pages of its own at every origin. */
let relay: Relay;
test.beforeAll(async () => {
  relay = await Relay.start();
});
test.afterAll(() => relay.close());

/** After a change one of them, and one fault for each diagnosis: `by-the-standard.spec.ts` judges the answers of all. */
const isAll = engineChoice.suite === 'all';
const judged = Object.entries(servers).slice(0, isAll ? undefined : 1);
const told = new Set<string>();
const planted = faults.filter(({ diagnoses }) => {
  const isNew = diagnoses.length === 0 || diagnoses.some((id) => !told.has(id));
  for (const id of diagnoses) told.add(id);
  return isAll || isNew;
});

for (const [name, start] of judged) {
  for (const fault of planted) {
    test(`${name}: ${fault.id}: exactly the diagnoses that it deserves, with the proof of a fix`, async ({
      cors,
      corsHarness,
    }) => {
      needServer(name);
      const server = await start({ ...correctSettings, ...fault.change });
      relay.leadTo(server.origin);
      try {
        const policy = { ...promiseFor(relay.origin, fault.trusted), proveFix: true };
        const verdicts = await judgeTarget(cors, corsHarness, policy);
        const found = verdicts
          .filter(({ status }) => status === 'violates')
          .map(({ diagnosis, proof }) => [diagnosis, proof?.outcome].join(': '));
        const deserved = fault.unlike?.[name] ?? fault.diagnoses;
        expect([...new Set(found)].sort()).toEqual(deserved.map((id) => `${id}: ${proofOf(id)}`).sort());
        const open = verdicts.filter(({ status }) => status === 'inconclusive');
        expect(open.map(({ check }) => check)).toEqual(fault.unanswered?.includes(name) ? ['status'] : []);
      } finally {
        relay.leadNowhere();
        await server.close();
      }
      expect(server.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
    });
  }
}
