import { cases } from '../../fixtures/cases.ts';
import { departures } from '../../fixtures/departures.ts';
import type { MisconfigurationCase } from '../../src/catalogue/case.ts';
import { announces, type Announcement } from '../../src/catalogue/announcement.ts';
import { departing, type CaseInEngine } from '../../src/catalogue/departure.ts';
import type { Sight } from '../../src/catalogue/evidence.ts';
import { expectedCorrection, expectedSight, type CorrectedSight } from '../../src/catalogue/expected.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { sampleAddresses } from './sample-addresses.ts';

/** What a case promises of one engine. */
export interface Promised {
  readonly definition: CaseInEngine;
  readonly sight: Sight;
  readonly corrected: CorrectedSight;
}

export function promisedOf(common: MisconfigurationCase, engine: Engine): Promised {
  const definition = departing(common, departures.get(engine.id)?.[common.id]);
  return {
    definition,
    sight: expectedSight(definition, engine, sampleAddresses),
    corrected: expectedCorrection(definition, engine, sampleAddresses),
  };
}

/** The cases in which `engine` prints a text of `announcement`. */
export const casesShowing = (announcement: Announcement, engine: Engine): string[] =>
  cases
    .filter((definition) => {
      const { sight, corrected } = promisedOf(definition, engine);
      return [...sight.console, ...corrected.console].some((text) => announces(announcement, text));
    })
    .map(({ id }) => id);
