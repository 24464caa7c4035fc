import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { collect } from '../../../reports/collect/collect.ts';
import { findingsOf, type Finding } from '../../../reports/read/findings.ts';
import { fronts } from '../../../servers/setups/fronts.ts';
import { startSetup } from '../../../servers/setups/start-setup.ts';
import { loadPrintableFixes } from '../../../src/fix/library.ts';
import type { Report } from '../../../src/model.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import { plannedFix } from '../../../src/plan/planned-fix.ts';
import { verdictsAttachment, type TestPlan } from '../../../src/plan/report-contract.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';
import { standardEngine } from '../../support/standard-page.ts';
import type { Setup } from './setups/setup.ts';

const folder = new URL('setups/', import.meta.url);
const library = await loadPrintableFixes();
const files =
  engineChoice.suite === 'all' ? (await readdir(folder)).filter((file) => file !== 'setup.ts').sort() : [];

for (const file of files) {
  const { default: setup }: { default: Setup } = await import(new URL(file, folder).href);
  const { front, reported, corrected, right } = setup;

  test.describe(file.replace(/\.ts$/, ''), () => {
    test.skip(
      () => spawnSync(fronts[front].command, ['--version']).error !== undefined,
      `${front} is not installed`,
    );

    test('as reported: the cause, who answered, who has to act, and what is printed', async () => {
      const { violations, hazards } = findingsOf(await reportOf(setup, reported));
      expect([...violations, ...hazards].map(lineOf)).toEqual(right);
    });

    if (corrected === undefined) return;
    test('corrected, it is in order', async () => {
      const report = await reportOf(setup, corrected);
      const { violations, hazards } = findingsOf(report);
      expect([...violations, ...hazards].map(lineOf)).toEqual([]);
      expect(report.gate).toEqual({ ...report.gate, passed: true, reasons: [] });
    });
  });
}

/** Says of a finding what it is, who answered, who has to act, and the files that are printed. */
function lineOf({ severity, name, route, example, fix }: Finding): string {
  const { responder, owner, alsoOwners = [] } = example;
  const files = fix?.files.map(({ stack, variant }) => `${stack}, ${variant}`) ?? [];
  return [
    `${severity} ${name} on ${route}`,
    `answered by ${responder === undefined ? 'nobody' : `${responder.name ?? 'somebody'} (${responder.kind})`}`,
    `to act: ${[owner ?? 'nobody', ...alsoOwners].join(', ')}`,
    files.length > 3 ? `${files.length} files` : files.join(' / ') || 'no file',
  ].join('; ');
}

/** Judges a setup by pages of the standard, and returns the report that its run would write. */
async function reportOf(setup: Setup, configuration: string): Promise<Report> {
  const server = await startSetup(setup, configuration);
  try {
    const input: PolicyInput = { ...setup.policy, target: server.origin };
    const policy = resolvedPolicy(input);
    const verdicts = await judgeTarget(standardEngine.harness, standardEngine, input);
    const routes = policy.routes.map(({ path, methods }) => ({ path, methods }));
    const tests = deriveCases(policy, 'chromium').map(({ route, promise, checks }) => {
      const plan: TestPlan = {
        target: server.origin,
        failOn: 'error',
        engine: 'chromium',
        routes,
        checks: checks.map(({ expectation: _, ...check }, position) => ({ ...check, position })),
        fix: plannedFix(promise, policy.stack),
      };
      const own = verdicts.filter((one) => one.route === route);
      const attachments = [verdictsAttachment(own)[1].body];
      return { title: route, plan: JSON.stringify(plan), attempts: [{ attachments, problem: null }] };
    });
    return collect(tests, '0', library);
  } finally {
    await server.close();
  }
}
