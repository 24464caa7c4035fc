import type { Engine } from '../engines/engine.ts';
import { announces, type Announcement } from './announcement.ts';
import type { MisconfigurationCase } from './case.ts';
import { departing, type CaseInEngine, type Departure } from './departure.ts';
import type { Sight } from './evidence.ts';
import { expectedCorrection, expectedSight, type CorrectedSight } from './expected.ts';
import { sampleAddresses } from './sample-addresses.ts';

/** What a case promises of one engine, at the sample addresses. */
export interface Promised {
  readonly definition: CaseInEngine;
  readonly sight: Sight;
  readonly corrected: CorrectedSight;
}

/** Returns what `common` promises of `engine`, whose `departure` from it is absent where there is none. */
export function promisedOf(common: MisconfigurationCase, engine: Engine, departure?: Departure): Promised {
  const definition = departing(common, departure);
  return {
    definition,
    sight: expectedSight(definition, engine, sampleAddresses),
    corrected: expectedCorrection(definition, engine, sampleAddresses),
  };
}

/** Reports whether a text of `announcement` is on the console, before or after the correction. */
export const isPrinted = (announcement: Announcement, { sight, corrected }: Promised): boolean =>
  [...sight.console, ...corrected.console].some((text) => announces(announcement, text));
