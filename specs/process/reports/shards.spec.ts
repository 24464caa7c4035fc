import { expect, test } from '@playwright/test';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import type { PolicyInput } from '../../../src/policy/types.ts';
import { makeConsumer } from '../../support/consumer.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import { createInnerProject, type InnerTest } from './inner-run.ts';
import { samples } from '../../pure/reports/sample-checks.ts';
import { planOf, sampleRoutes } from '../../pure/reports/sample-report.ts';
import { sampleVerdict } from '../../pure/reports/sample-verdict.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const size = 6;

/** Returns the sample cut into tests of six checks, declared in an order that is not the plan's; one never attaches. */
function cutTests(): readonly InnerTest[] {
  const starts = samples.map((_, index) => index).filter((index) => index % size === 0);
  const tests = starts.map((start): InnerTest => {
    const own = samples.slice(start, start + size);
    const plan = planOf(own, sampleRoutes, start);
    const does = start === size ? { fail: 'boom' } : { attach: own.map((sample) => sampleVerdict(sample)) };
    return { title: `checks from ${start}`, plan, does };
  });
  return tests.toReversed();
}

test(
  'merged shards give the bytes of one machine, whatever the number of workers',
  inWholeSuite,
  async ({}, testInfo) => {
    // Four whole runs, one after the other.
    test.setTimeout(180_000);
    const project = await createInnerProject(testInfo, cutTests());
    const formats = await Promise.all((await formatFiles()).map(loadFormat));
    const readAll = (): Promise<readonly string[]> =>
      Promise.all(formats.map(({ fileName }) => project.read(`reports/out/${fileName}`)));

    const whole = await project.run();
    const expected = await readAll();
    expect(whole.exitCode).toBe(1);

    for (const shard of [1, 2]) {
      const { stdout } = await project.run(['test', `--shard=${shard}/2`, `--workers=${shard}`], {
        INNER_BLOB: '1',
        PLAYWRIGHT_BLOB_OUTPUT_FILE: `blobs/report-${shard}.zip`,
      });
      expect(stdout).not.toContain('Gate');
    }
    const merged = await project.run(['merge-reports', '--config=playwright.config.ts', 'blobs']);
    expect(await readAll()).toEqual(expected);
    const gate = (stdout: string): string => stdout.slice(stdout.indexOf('Gate '));
    expect(gate(merged.stdout)).toBe(gate(whole.stdout));
    expect(merged.exitCode).toBe(whole.exitCode);
  },
);

test('merge-reports ends with the exit code that the report asks for', inWholeSuite, async ({}, testInfo) => {
  const own = samples.slice(0, 1);
  const skipped: InnerTest = {
    title: 'one',
    plan: planOf(own, sampleRoutes, 0),
    does: { skip: 'no proxy' },
  };
  const project = await createInnerProject(testInfo, [skipped]);
  await project.run(['test'], { INNER_BLOB: '1', PLAYWRIGHT_BLOB_OUTPUT_FILE: 'blobs/report-1.zip' });
  const merged = await project.run(['merge-reports', '--config=playwright.config.ts', 'blobs']);
  expect(merged.exitCode).toBe(4);
});

test(
  '4 shards of 40 routes in one spec file plan requests within 15 % of each other',
  inWholeSuite,
  async () => {
    const policy: PolicyInput = {
      target: 'http://127.0.0.1:8080',
      trustedOrigins: ['https://app.example.com'],
      routes: Array.from({ length: 40 }, (_, index) => ({
        path: `/r${index}`,
        methods: index < 10 ? ['GET', 'PUT'] : ['GET'],
        credentials: index % 3 === 0 ? 'include' : 'omit',
      })),
    };
    const plans = deriveCases(resolvedPolicy(policy));
    // A configuration in which the tests of a file are otherwise run one after another.
    const consumer = await makeConsumer(policy, '{ reporter: [[ours]] }');
    const runs = await Promise.all(
      [1, 2, 3, 4].map((shard) => consumer.run({}, ['--list', `--shard=${shard}/4`])),
    );
    try {
      const listed = await Promise.all(runs.map(({ ended }) => ended));
      const routes = listed.map(({ output }) =>
        [...output.matchAll(/ › [A-Z, ]+ (.+) keeps its CORS promise/g)].map(([, route = '']) => route),
      );
      expect(routes.flat().toSorted()).toEqual(plans.map(({ route }) => route).toSorted());
      const requests = routes.map((own) =>
        plans.filter(({ route }) => own.includes(route)).reduce((sum, { probes }) => sum + probes.length, 0),
      );
      expect(Math.max(...requests) / Math.min(...requests)).toBeLessThanOrEqual(1.15);
    } finally {
      for (const run of runs) await run.remove();
      await consumer.remove();
    }
  },
);
