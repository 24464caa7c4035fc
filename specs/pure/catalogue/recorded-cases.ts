import { cases } from '../../../fixtures/cases.ts';
import { departures } from '../../../fixtures/departures.ts';
import { engines } from '../../../fixtures/engines.ts';
import { recordedIn } from '../../../fixtures/recorded.ts';
import { departing, type CaseInEngine } from '../../../src/catalogue/departure.ts';
import type { Recording } from '../../../src/catalogue/recording.ts';
import type { Engine } from '../../../src/engines/engine.ts';

/** A case as an engine shows it, and what was seen of it there. */
export interface RecordedCase {
  readonly definition: CaseInEngine;
  readonly recording: Recording;
  /** Whether the engine shows the diagnosis of the case. */
  readonly isApplicable: boolean;
}

export const recordedEngines: readonly Engine[] = Object.values(engines);

/** Returns the cases that were recorded in `engine`. */
export function recordedCases({ id }: Engine): RecordedCase[] {
  const recordings = new Map(recordedIn(id).cases.map((recording) => [recording.id, recording]));
  return cases.flatMap((common) => {
    const recording = recordings.get(common.id);
    const departure = departures.get(id)?.[common.id];
    if (recording === undefined) return [];
    const isApplicable = departure?.inapplicable !== true;
    return [{ definition: departing(common, departure), recording, isApplicable }];
  });
}
