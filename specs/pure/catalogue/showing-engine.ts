import { departures } from '../../../fixtures/departures.ts';
import { engines } from '../../../fixtures/engines.ts';
import chromium from '../../../fixtures/engines/chromium.ts';
import type { MisconfigurationCase } from '../../../src/catalogue/case.ts';
import { isSame } from '../../../src/catalogue/evidence.ts';
import { promisedOf } from '../../../src/catalogue/promised.ts';
import type { Engine } from '../../../src/engines/engine.ts';

/** Returns the first engine, Chromium before the others, that tells the wrong answers of a case from the corrected ones. */
export const showingEngine = (definition: MisconfigurationCase): Engine =>
  Object.values<Engine>(engines).find((engine) => isShown(definition, engine)) ?? chromium;

function isShown(common: MisconfigurationCase, engine: Engine): boolean {
  const { definition, sight, corrected } = promisedOf(common, engine, departures.get(engine.id)?.[common.id]);
  return definition.expected.diagnosis !== null || !isSame(sight.outcome, corrected.outcome);
}
