import type { EngineId } from '../model.ts';
import type { Meaning, Template } from './template.ts';

/** One failure, as the text tells it. */
export interface Recognised {
  /** None where a library of the page says it, in whatever engine. */
  readonly engines: readonly EngineId[];
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  readonly means: Meaning;
}

/** A part of the text that was recognised, and every template that it fits equally well. */
export interface Sighting {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  readonly fits: readonly Pick<Template, 'engine' | 'means'>[];
}
