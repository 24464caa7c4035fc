import { cases } from '../fixtures/cases.ts';
import { expect, test } from '../fixtures/stage/catalogue.ts';
import { departures } from '../fixtures/departures.ts';
import { correctedSightOf } from '../src/catalogue/corrected-sight.ts';
import { departing } from '../src/catalogue/departure.ts';
import { diagnose } from '../src/catalogue/diagnose.ts';
import { sightOf } from '../src/catalogue/evidence.ts';
import { expectedCorrection, expectedSight } from '../src/catalogue/expected.ts';
import { isRecording, writeRecording } from './pure/catalogue/recording.ts';
import { showingEngine } from './pure/catalogue/showing-engine.ts';

for (const common of cases) {
  const { id } = common;
  test(`${id} is reproduced, diagnosed and corrected`, async ({ stage: { engine }, casePlayer: player }) => {
    const definition = departing(common, departures.get(engine.id)?.[id]);
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
    if (isRecording && engine.id === showingEngine(common).id)
      writeRecording(id, { misconfigured, corrected });
  });
}
