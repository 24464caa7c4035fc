import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import { pageWith } from '../../../src/probe/page/page-with.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { expect, test } from '../../support/judging.ts';
import { promiseFor } from '../real/servers.ts';
import { expectedOf, proposals, tryProposal } from './proposals.ts';
import { proofLines, proveWith } from './prove.ts';

/** Those that look-alikes decide. A stranger's page shows the others. */
const byLookalikes = new Set(['a pattern without an end opens too much', 'the allow list is proved']);

// In Chromium, `page.spec.ts` tries two of them after a change.
for (const [title, proposal] of Object.entries(proposals)) {
  test(title, async ({ cors, corsHarness }) => {
    const lookalikes = byLookalikes.has(title) ? undefined : noLookalikes;
    expect(await tryProposal(cors, corsHarness, proposal, lookalikes)).toEqual(expectedOf(proposal));
  });
}

test('where an engine lets nothing be rewritten, no proof is tried', async ({ cors, corsHarness }) => {
  const server = await startExpressCors({ ...correctSettings, methods: ['GET'] });
  try {
    const verdicts = await proveWith(cors, corsHarness, promiseFor(server.origin), {
      as: (page) => pageWith(page, { rewriting: () => Promise.resolve(null) }),
    });
    expect(proofLines(verdicts)).toEqual([
      'method-not-allowed of PUT, trusted: not-tried. Not tried: proofs are made in Chromium only, as no other engine lets responses be rewritten.',
    ]);
  } finally {
    await server.close();
  }
});
