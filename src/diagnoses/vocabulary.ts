import { causes } from './causes.ts';
import type { Definition } from './definition.ts';
import { exposures } from './exposures.ts';
import { concealments, hazards } from './hazards.ts';
import { failures } from './neighbours.ts';
import { refusals } from './refusals.ts';
import { sessionFaults } from './sessions.ts';
import { unreadResponses } from './unread.ts';

export type { Definition, DiagnosisKind, Owner, Severity } from './definition.ts';

/** Everything that this harness can say is wrong, keyed by a permanent id: a noun of the failing state. */
export const diagnoses = {
  ...refusals,
  ...causes,
  ...concealments,
  ...exposures,
  ...hazards,
  ...failures,
  ...unreadResponses,
  ...sessionFaults,
} as const;

export type DiagnosisId = keyof typeof diagnoses;

/** Reports whether `name` is an id. */
export const isDiagnosisId = (name: string): name is DiagnosisId => Object.hasOwn(diagnoses, name);

/** Every id. */
export const diagnosisIds: readonly DiagnosisId[] = Object.keys(diagnoses).filter(isDiagnosisId);

/** The diagnoses that a browser announces itself; each engine owes an exact text for every one. */
export type RefusalId = keyof typeof refusals;
export type ExposureId = keyof typeof exposures;
/** The neighbours that a page sees as the same network error. */
export type FailureId = keyof typeof failures;
export type NeighbourId = FailureId | keyof typeof unreadResponses;

/** Returns the definition of `id`, with the literal types forgotten: for code that treats all of them alike. */
export const definitionOf = (id: DiagnosisId): Definition => diagnoses[id];
