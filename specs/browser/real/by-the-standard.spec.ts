import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { standardEngine } from '../../support/standard-page.ts';
import { deserved, foundIn } from './deserved.ts';
import { faults, showing } from './faults.ts';
import { needServer, promiseFor, servers } from './servers.ts';

/** After a change one is asked from all pages, with a proof, and the others from the pages that show each fault. */
const inFull = Object.keys(servers).slice(0, engineChoice.suite === 'all' ? undefined : 1);

// In a browser, `real-servers.spec.ts` judges one server of these after a change, and all of them in the whole suite.
for (const [name, start] of Object.entries(servers)) {
  const isProved = inFull.includes(name);
  const proved = isProved ? ', with the proof of a fix' : '';
  for (const fault of faults) {
    test(`${name}: ${fault.id}: exactly the diagnoses that its answers deserve by the standard${proved}`, async () => {
      needServer(name);
      const server = await start({ ...correctSettings, ...fault.change });
      try {
        const policy = { ...promiseFor(server.origin, fault.trusted), proveFix: isProved };
        const verdicts = await judgeTarget(
          standardEngine.harness,
          standardEngine,
          policy,
          isProved ? {} : showing(fault),
        );
        expect(foundIn(verdicts)).toEqual(deserved(fault, name, { isProved }));
      } finally {
        await server.close();
      }
      expect(server.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
    });
  }
}
