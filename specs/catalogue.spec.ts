import { cases } from '../fixtures/cases.ts';
import { expect, test } from '../fixtures/catalogue.ts';
import { diagnose } from '../src/case/diagnose.ts';
import { sightOf } from '../src/case/evidence.ts';
import { expectedCorrection, expectedSight } from '../src/case/expected.ts';
import { correctedSightOf } from '../src/case/evidence-of-correction.ts';

for (const definition of cases) {
  test(`${definition.id} is reproduced, diagnosed and corrected`, async ({
    catalogue: { engine, player },
  }) => {
    const wrong = await player.misconfigured(definition);
    await test.step(`${definition.id} is reproduced`, () => {
      expect(sightOf(wrong)).toEqual(expectedSight(definition, engine, wrong.addresses));
    });
    await test.step(`${definition.id} is diagnosed`, () => {
      expect(diagnose(definition.check, wrong, engine)).toEqual(definition.expected.diagnosis);
    });
    await test.step(`${definition.id} is corrected`, async () => {
      const right = await player.corrected(definition);
      expect(correctedSightOf(definition, right, engine)).toEqual(
        expectedCorrection(definition, engine, right.addresses),
      );
    });
  });
}
