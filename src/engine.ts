import type { NeighbourId, RefusalId } from './diagnoses.ts';
import type { EngineId, ProbeRequest } from './model.ts';

/**
 * The exact console texts of one refusal, in order. Placeholders: `{api}`, `{url}` (where the request ended),
 * `{redirected}` (empty, or the note of where it began), `{origin}`, `{value}`, `{method}`, `{name}`.
 */
export interface ConsoleTexts {
  readonly texts: readonly string[];
  /** What follows the first text for one API alone. */
  readonly suffix?: Readonly<Partial<Record<ProbeRequest['api'], string>>>;
}

/** A known way in which the engine departs from the standard. */
export interface Quirk {
  readonly id: string;
  /** Why it is so, in one sentence. */
  readonly reason: string;
  readonly link: string;
}

/** A real browser engine: how it is started, what it says, and where it departs from the standard. */
export interface Engine {
  readonly id: EngineId;
  readonly name: string;
  /** What it is started with, besides what a page origin needs. */
  readonly args: readonly string[];
  /** Absolute paths where an installed browser of this engine is looked for, in order. */
  readonly installed: readonly string[];
  /** The Debian package that holds it, if there is one. */
  readonly debianPackage: string | null;
  readonly refusals: Readonly<Record<RefusalId, ConsoleTexts>>;
  /** The note that fills `{redirected}`; `{from}` is the first URL. */
  readonly redirectedNote: string;
  /** The engine's own codes for refusals. */
  readonly codes: Readonly<Record<string, RefusalId | NeighbourId>>;
  /** The engine's own codes for transport failures; the first that a failure starts with is taken. */
  readonly failures: readonly (readonly [prefix: string, diagnosis: NeighbourId])[];
  readonly quirks: readonly Quirk[];
}

export const defineEngine = <const E extends Engine>(engine: E): E => engine;
