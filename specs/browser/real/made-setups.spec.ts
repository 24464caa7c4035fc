import { createServer, type RequestListener } from 'node:http';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { Report } from '../../../src/model.ts';
import { all } from './made-setups/all.ts';
import type { MadeSetup } from './made-setups/made-setup.ts';
import { curlOf, lineOf, reportOf, unsureOf } from './setup-report.ts';

for (const [title, setup] of Object.entries(all)) {
  const {
    reported,
    corrected,
    policy,
    correctedPolicy = policy,
    right,
    cures,
    curls,
    unsure = [],
    lookalikes = [],
  } = setup;

  test.describe(title, () => {
    test('as reported: the cause, who answered, who has to act, and what is printed', async () => {
      const report = await reportWith(reported, policy, lookalikes);
      const { violations, hazards } = findingsOf(report);
      const findings = [...violations, ...hazards];
      expect(findings.map(lineOf)).toEqual(right);
      expect(unsureOf(report)).toEqual(unsure);
      if (cures !== undefined) {
        const said = findings.map(({ example: { remedy, url } }, index) =>
          remedy.replaceAll(new URL(url).origin, '{target}').slice(0, cures[index]?.length),
        );
        expect(said).toEqual(cures);
      }
      if (curls !== undefined) expect(findings.map(curlOf)).toEqual(curls);
    });

    if (corrected === undefined || engineChoice.suite !== 'all') return;
    test('corrected, it is in order', async () => {
      const report = await reportWith(corrected, correctedPolicy, lookalikes);
      const { violations, hazards } = findingsOf(report);
      expect([...violations, ...hazards].map(lineOf)).toEqual([]);
      expect(report.gate).toEqual({ ...report.gate, passed: true, reasons: [] });
    });
  });
}

/** Judges what answers by `policy`, and resolves to the report. */
async function reportWith(
  answer: () => RequestListener,
  policy: MadeSetup['policy'],
  lookalikes: readonly string[] = [],
): Promise<Report> {
  const server = createServer(answer());
  try {
    return await reportOf(`http://127.0.0.1:${await listenOnLoopback(server)}`, policy, (origin) =>
      lookalikes.includes(origin),
    );
  } finally {
    await closeServer(server);
  }
}
