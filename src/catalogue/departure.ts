import type { CaseCorrection, CaseExpectation, MisconfigurationCase } from './case.ts';

/** What a case promises of one engine. */
export interface EngineExpectation extends CaseExpectation {
  /** The engine's own code; absent: the one that its file has for the diagnosis. */
  readonly code?: string | null;
  /** The whole list of console texts, with the placeholders of `ConsoleTexts`; absent: those of the diagnosis. */
  readonly console?: readonly string[];
  /** The same of the requests that come before, one list for each, of which none prints anything otherwise. */
  readonly consoleBefore?: readonly (readonly string[])[];
  /** The same of the corrected case. */
  readonly correctedConsole?: readonly string[];
}

/** A case as it is in one engine. */
export type CaseInEngine = Omit<MisconfigurationCase, 'expected'> & { readonly expected: EngineExpectation };

/** What an engine does otherwise than a case says. Inert data. */
export interface Departure {
  /** Why it is so, in one sentence. */
  readonly reason: string;
  readonly link?: string;
  /** The case shows nothing of its diagnosis in this engine, for the same reason; what is seen instead is asserted. */
  readonly inapplicable?: true;
  /** What takes the place of these members of the case's `expected`. */
  readonly expected: DepartingExpectation;
}

export type DepartingExpectation = Partial<Omit<EngineExpectation, 'chromium' | 'lastResponseUntold'>> & {
  readonly corrected?: CaseCorrection;
  readonly lastResponseUntold?: boolean;
};

/** What an engine does otherwise, by the id of the case. */
export type Departures = Readonly<Record<string, Departure>>;

/** Returns the case as an engine that departs from it shows it. */
export const departing = (definition: MisconfigurationCase, departure?: Departure): CaseInEngine =>
  departure === undefined
    ? definition
    : { ...definition, expected: { ...definition.expected, ...departure.expected } };
