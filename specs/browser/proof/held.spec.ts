import { expect, test } from '../../support/judging.ts';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { correctSettings, type CorsSettings } from '../../../servers/real/settings.ts';
import { promiseFor } from '../real/servers.ts';
import { proofLines, proveWith } from './prove.ts';

const sending = (target: string) => {
  const policy = promiseFor(target);
  return { ...policy, routes: policy.routes.map((route) => ({ ...route, send: true })) };
};

/**
 * Resolves to what is proved of a policy that sends unsafe methods, and those that arrived before the proof and in it.
 */
async function prove(
  change: Partial<CorsSettings>,
  { cors, corsHarness }: Pick<Parameters<Parameters<typeof test>[2]>[0], 'cors' | 'corsHarness'>,
) {
  const server = await startExpressCors({ ...correctSettings, ...change });
  const unsafe = (): string[] => server.log.filter((line) => /^(?!GET|HEAD|OPTIONS)/.test(line));
  let before: readonly string[] = [];
  try {
    const verdicts = await proveWith(cors, corsHarness, sending(server.origin), {
      as: (page) => {
        before = unsafe();
        return page;
      },
    });
    return { lines: proofLines(verdicts), before, inProof: unsafe().slice(before.length) };
  } finally {
    await server.close();
  }
}

test('a proof sends no unsafe method, though the policy does', async ({ cors, corsHarness }) => {
  const { lines, before, inProof } = await prove({ exposedHeaders: ['x-other'] }, { cors, corsHarness });
  expect([...new Set(before)]).toEqual(['PUT /items']);
  expect(inProof).toEqual([]);
  expect(lines).toEqual([
    'response-header-not-exposed of GET, trusted: proved. Proved: with these headers the page reads the declared response headers, and no other.',
    'response-header-not-exposed of PUT, trusted: not-tried. Not tried: it is about the response to an unsafe method, and a proof never sends those.',
  ]);
});

test('what the CORS-preflight request of an unsafe method lacks is proved up to the actual request', async ({
  cors,
  corsHarness,
}) => {
  const { lines, before, inProof } = await prove({ methods: ['GET'] }, { cors, corsHarness });
  expect([before, inProof]).toEqual([[], []]);
  expect(lines).toEqual([
    'method-not-allowed of PUT, trusted: proved. Proved: with these headers the browser accepts it, up to the actual request, which was held.',
  ]);
});
