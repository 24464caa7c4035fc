import { expect, test } from '../../../fixtures/test.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import { Relay } from '../../../servers/api/relay.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { deserved, foundIn } from './deserved.ts';
import { faults, showing } from './faults.ts';
import { needServer, promiseFor, servers } from './servers.ts';

/** The address of every server in turn: with one of its own each would need pages of its own at every origin. */
let relay: Relay;
test.beforeAll(async () => {
  relay = await Relay.start();
});
test.afterAll(() => relay.close());

/** After a change one of them: `by-the-standard.spec.ts` judges the answers of all to all pages, and proves each fix. */
const isAll = engineChoice.suite === 'all';
const judged = Object.entries(servers).slice(0, isAll ? undefined : 1);
const [[first] = []] = judged;

for (const [name, start] of judged) {
  for (const fault of faults) {
    const isProved = isAll || fault.isProvedInBrowser === true;
    // One server is asked from every page in the browser, too.
    const isWhole = isAll && name === first;
    const proved = isProved ? ', with the proof of a fix' : '';
    test(`${name}: ${fault.id}: exactly the diagnoses that it deserves${proved}`, async ({
      cors,
      corsHarness,
    }) => {
      needServer(name);
      const server = await start({ ...correctSettings, ...fault.change });
      relay.leadTo(server.origin);
      try {
        const policy = { ...promiseFor(relay.origin, fault.trusted), proveFix: isProved };
        const verdicts = await judgeTarget(cors, corsHarness, policy, isWhole ? {} : showing(fault));
        expect(foundIn(verdicts)).toEqual(deserved(fault, name, { isProved }));
      } finally {
        relay.leadNowhere();
        await server.close();
      }
      expect(server.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
    });
  }
}
