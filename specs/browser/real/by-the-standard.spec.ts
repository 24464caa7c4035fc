import { expect, test } from '@playwright/test';
import { correctSettings } from '../../../servers/real/settings.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { standardEngine } from '../../support/standard-page.ts';
import { faults } from './faults.ts';
import { needServer, promiseFor, servers } from './servers.ts';

// In a browser, `real-servers.spec.ts` judges one server of these after a change, and all of them in the whole suite.
for (const [name, start] of Object.entries(servers)) {
  for (const fault of faults) {
    test(`${name}: ${fault.id}: exactly the diagnoses that its answers deserve by the standard`, async () => {
      needServer(name);
      const server = await start({ ...correctSettings, ...fault.change });
      try {
        const policy = promiseFor(server.origin, fault.trusted);
        const verdicts = await judgeTarget(standardEngine.harness, standardEngine, policy);
        const found = verdicts
          .filter(({ status }) => status === 'violates')
          .map(({ diagnosis }) => diagnosis);
        expect([...new Set(found)].sort()).toEqual(fault.unlike?.[name] ?? fault.diagnoses);
        const open = verdicts.filter(({ status }) => status === 'inconclusive');
        expect(open.map(({ check }) => check)).toEqual(fault.unanswered?.includes(name) ? ['status'] : []);
      } finally {
        await server.close();
      }
    });
  }
}
