import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { fronts } from '../../../servers/setups/fronts.ts';
import { startSetup } from '../../../servers/setups/start-setup.ts';
import type { Report } from '../../../src/model.ts';
import { lineOf, reportOf } from './setup-report.ts';
import type { Setup } from './setups/setup.ts';

const folder = new URL('setups/', import.meta.url);
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
      const { violations, hazards } = findingsOf(await reportWith(setup, reported));
      expect([...violations, ...hazards].map(lineOf)).toEqual(right);
    });

    if (corrected === undefined) return;
    test('corrected, it is in order', async () => {
      const report = await reportWith(setup, corrected);
      const { violations, hazards } = findingsOf(report);
      expect([...violations, ...hazards].map(lineOf)).toEqual([]);
      expect(report.gate).toEqual({ ...report.gate, passed: true, reasons: [] });
    });
  });
}

/** Judges a setup with one configuration, and resolves to the report. */
async function reportWith(setup: Setup, configuration: string): Promise<Report> {
  const server = await startSetup(setup, configuration);
  try {
    return await reportOf(server.origin, setup.policy);
  } finally {
    await server.close();
  }
}
