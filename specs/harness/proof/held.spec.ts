import { expect, test } from '../../../fixtures/test.ts';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { correctSettings, type CorsSettings } from '../../../servers/real/settings.ts';
import { judgeTarget } from '../judge-target.ts';
import { promiseFor } from '../real/servers.ts';
import { proofLines } from './prove.ts';

const sending = (target: string) => {
  const policy = promiseFor(target);
  return { ...policy, routes: policy.routes.map((route) => ({ ...route, send: true })) };
};

/** The methods that arrive, by a policy that sends unsafe ones. */
async function run(
  change: Partial<CorsSettings>,
  proveFix: boolean,
  tools: Pick<Parameters<Parameters<typeof test>[2]>[0], 'cors' | 'corsHarness'>,
) {
  const server = await startExpressCors({ ...correctSettings, ...change });
  try {
    const policy = { ...sending(server.origin), proveFix };
    const verdicts = await judgeTarget(tools.cors, tools.corsHarness, policy);
    return { verdicts, unsafe: server.log.filter((line) => /^(?!GET|HEAD|OPTIONS)/.test(line)) };
  } finally {
    await server.close();
  }
}

test('a proof sends no unsafe method, though the policy does', async ({ cors, corsHarness }) => {
  const change = { exposedHeaders: ['x-other'] };
  const judged = await run(change, false, { cors, corsHarness });
  const proved = await run(change, true, { cors, corsHarness });
  expect(judged.unsafe).toEqual(['PUT /items', 'PUT /items']);
  expect(proved.unsafe).toEqual(judged.unsafe);
  expect(proofLines(proved.verdicts)).toEqual([
    'response-header-not-exposed of GET, trusted: proved. Proved: with these headers the page reads the declared response headers, and no other.',
    'response-header-not-exposed of PUT, trusted: not-tried. Not tried: it is about the response to an unsafe method, and a proof never sends those.',
  ]);
});

test('what the CORS-preflight request of an unsafe method lacks is proved up to the actual request', async ({
  cors,
  corsHarness,
}) => {
  const proved = await run({ methods: ['GET'] }, true, { cors, corsHarness });
  expect(proved.unsafe).toEqual([]);
  expect(proofLines(proved.verdicts)).toEqual([
    'method-not-allowed of PUT, trusted: proved. Proved: with these headers the browser accepts it, up to the actual request, which was held.',
  ]);
});
