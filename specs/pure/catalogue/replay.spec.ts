import { expect, test } from '@playwright/test';
import { cases } from '../../../fixtures/cases.ts';
import { recordCommand, recordedIn } from '../../../fixtures/recorded.ts';
import { playedHash } from '../../../src/catalogue/recording.ts';
import { expectSide } from '../../support/case-assertions.ts';
import { recordedCases, recordedEngines } from './recorded-cases.ts';

for (const engine of recordedEngines) {
  test(`what was recorded in ${engine.name} are the cases of today`, () => {
    const recorded = recordedIn(engine.id).cases.map(({ id, played }) => [id, played]);
    expect(recorded, `record anew: CORS_ENGINES=${engine.id} ${recordCommand}`).toEqual(
      cases.map((common) => [common.id, playedHash(common)]),
    );
  });

  for (const { definition, recording } of recordedCases(engine)) {
    test(`${definition.id} holds as it was recorded in ${engine.name}`, () => {
      expectSide('misconfigured', definition, recording.misconfigured, engine);
      expectSide('corrected', definition, recording.corrected, engine);
    });
  }
}
