import { test } from '@playwright/test';
import { createInnerProject } from './inner-run.ts';
import { samples } from './sample-checks.ts';
import { planOf, sampleRoutes } from './sample-report.ts';
import { sampleVerdict } from './sample-verdict.ts';
test('x', async ({}, info) => {
  const a = samples.slice(0, 10),
    b = samples.slice(10);
  const p = await createInnerProject(info, [
    { title: 'profile', plan: planOf(a, sampleRoutes), does: { attach: a.map(sampleVerdict) } },
    { title: 'rest', plan: planOf(b, sampleRoutes, 10), does: { fail: 'boom' } },
    { title: 'harness', does: { fail: 'bad \u001b[31mred' } },
    { title: 'harness skip', does: { skip: 'no reason' } },
  ]);
  const r = await p.run();
  console.log(r.exitCode, r.stdout, r.stderr);
  console.log(await p.run(['test', '--list']));
});
