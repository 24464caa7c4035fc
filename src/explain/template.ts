import type { DiagnosisId } from '../diagnoses.ts';
import type { EngineId } from '../model.ts';
import { squeeze } from './squeeze.ts';

/** What a recognised text says: one of these diagnoses, or, where it has none, a sentence about it. */
export type Meaning =
  | { readonly kind: 'diagnoses'; readonly ids: readonly DiagnosisId[] }
  /** A page's script sees this for every network error. */
  | { readonly kind: 'any-failure' }
  | { readonly kind: 'other'; readonly cause: string; readonly change: Changer; readonly remedy: string };

/** Who has to change something. */
export type Changer = 'front end' | 'back end' | 'proxy or operator' | 'browser';

/** A text of an engine, cut at its placeholders. */
export interface Template {
  readonly engine: EngineId;
  readonly means: Meaning;
  /** One more than `placeholders`; the first and the last may be empty. */
  readonly segments: readonly Segment[];
  readonly placeholders: readonly string[];
}

export interface Segment {
  /** Squeezed. */
  readonly text: string;
  /** Where a sentence begins or ends in `text`: a part may be pasted from there or up to there. */
  readonly boundaries: ReadonlySet<number>;
}

/** Cuts `text` at its placeholders `{name}`. */
export function makeTemplate(engine: EngineId, text: string, means: Meaning): Template {
  const parts = text.split(/\{(\w+)\}/);
  return {
    engine,
    means,
    segments: parts.filter((_, index) => index % 2 === 0).map(makeSegment),
    placeholders: parts.filter((_, index) => index % 2 === 1),
  };
}

function makeSegment(text: string): Segment {
  const squeezed = squeeze(text);
  const boundaries = new Set([0, squeezed.text.length]);
  for (const { index } of text.matchAll(/(?<=[:.] )|(?<= )\(|(?<=\()|(?<=[.)])/g)) {
    boundaries.add(squeezed.at.filter((position) => position < index).length);
  }
  return { text: squeezed.text, boundaries };
}
