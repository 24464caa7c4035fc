import { cases } from '../fixtures/cases.ts';
import { departures } from '../fixtures/departures.ts';
import { test } from '../fixtures/stage/catalogue.ts';
import { departing } from '../src/catalogue/departure.ts';
import { caseAnnotation } from '../src/plan/report-contract.ts';
import { expectSide } from './support/case-assertions.ts';

for (const common of cases) {
  const { id } = common;
  const title = `${id} is reproduced, diagnosed and corrected`;
  test(title, { annotation: caseAnnotation(id) }, async ({ stage: { engine }, casePlayer: player }) => {
    const definition = departing(common, departures.get(engine.id)?.[id]);
    expectSide('misconfigured', definition, await player.misconfigured(definition), engine);
    expectSide('corrected', definition, await player.corrected(definition), engine);
  });
}
