import { engines } from '../../../fixtures/engines.ts';
import chromium from '../../../fixtures/engines/chromium.ts';
import { promisedOf } from '../../../scripts/docs/case-in-engine.ts';
import type { MisconfigurationCase } from '../../../src/catalogue/case.ts';
import { isSame } from '../../../src/catalogue/evidence.ts';
import type { Engine } from '../../../src/engines/engine.ts';

/** The first engine, Chromium before the others, in which the wrong answers of a case can be told from the corrected ones. */
export const showingEngine = (definition: MisconfigurationCase): Engine =>
  Object.values<Engine>(engines).find((engine) => isShown(definition, engine)) ?? chromium;

function isShown(common: MisconfigurationCase, engine: Engine): boolean {
  const { definition, sight, corrected } = promisedOf(common, engine);
  return definition.expected.diagnosis !== null || !isSame(sight.outcome, corrected.outcome);
}
