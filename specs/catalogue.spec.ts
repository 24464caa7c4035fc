import { cases } from '../fixtures/cases.ts';
import { expect, test } from '../fixtures/catalogue.ts';
import { correctedSightOf } from '../src/case/corrected-sight.ts';
import { diagnose } from '../src/case/diagnose.ts';
import { sightOf } from '../src/case/evidence.ts';
import { expectedCorrection, expectedSight } from '../src/case/expected.ts';
import { isRecording, writeRecording } from './harness/catalogue/recording.ts';

for (const definition of cases) {
  const { id } = definition;
  test(`${id} is reproduced, diagnosed and corrected`, async ({ stage: { engine }, casePlayer: player }) => {
    const misconfigured = await player.misconfigured(definition);
    await test.step(`${id} is reproduced`, () => {
      expect(sightOf(misconfigured)).toEqual(expectedSight(definition, engine, misconfigured.addresses));
    });
    await test.step(`${id} is diagnosed`, () => {
      expect(diagnose(definition.check, misconfigured, engine)).toEqual(definition.expected.diagnosis);
    });
    const corrected = await player.corrected(definition);
    await test.step(`${id} is corrected`, () => {
      expect(correctedSightOf(definition, corrected, engine)).toEqual(
        expectedCorrection(definition, engine, corrected.addresses),
      );
    });
    if (isRecording) writeRecording(id, { misconfigured, corrected });
  });
}
