import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { StatusKind } from '../engines/engine.ts';
import { isOkStatus, isRedirectStatus } from '../fetch-standard/statuses.ts';
import type { EngineId } from '../model.ts';
import type { InEach } from '../words/language.ts';
import { gramsOf } from './searchable.ts';
import { squeeze } from './squeeze.ts';

/** What a recognised text says: one of these diagnoses, or, where it has none, a sentence about it. */
export type Meaning =
  | {
      readonly kind: 'diagnoses';
      readonly ids: readonly DiagnosisId[];
      /** What is to be known of the text itself, where it stands alone. */
      readonly note?: InEach;
    }
  /** A page's script sees this for every network error: from the engine, or from a library in whatever engine. */
  | { readonly kind: 'any-failure'; readonly by: 'engine' | 'library' }
  | { readonly kind: 'other'; readonly cause: InEach; readonly change: Changer; readonly remedy: InEach };

/** Who has to change something. */
export type Changer = 'front end' | 'back end' | 'proxy or operator' | 'browser';

/** A text of an engine, cut at its placeholders. */
export interface Template {
  readonly engine: EngineId;
  readonly means: Meaning;
  /** One more than `placeholders`; the first and the last may be empty. */
  readonly segments: readonly Segment[];
  readonly placeholders: readonly string[];
  /** The kind of status that the text is printed with; `null`: any. */
  readonly status: StatusKind | null;
}

export interface Segment {
  /** Squeezed. */
  readonly text: string;
  /** The numbers of the grams of `text`, by where they begin. */
  readonly grams: readonly number[];
  /** Where a sentence begins in `text`, so that a part may be pasted from there. */
  readonly boundaries: ReadonlySet<number>;
}

/** Placeholders that stand for one thing, however an engine spells it. */
const sameAs: Readonly<Partial<Record<string, string>>> = { headerName: 'name' };

/** Cuts `text` at its placeholders `{name}`. */
export function makeTemplate(
  engine: EngineId,
  text: string,
  means: Meaning,
  status: StatusKind | null = null,
): Template {
  const parts = text.split(/\{(\w+)\}/);
  return {
    engine,
    means,
    segments: parts.filter((_, index) => index % 2 === 0).map(makeSegment),
    placeholders: parts.filter((_, index) => index % 2 === 1).map((name) => sameAs[name] ?? name),
    status,
  };
}

/** Reports whether `template` is printed with `status`, as a text has it; one that is cut off or no number may be any. */
export function isPrintedWith(status: string | undefined, { status: kind }: Template): boolean {
  const [digits] = /^\d{3}\b/.exec(status ?? '') ?? [];
  return kind === null || digits === undefined || kind === statusKind(Number(digits));
}

function statusKind(status: number): StatusKind {
  if (isOkStatus(status)) return 'ok';
  return isRedirectStatus(status) ? 'redirect' : 'neither';
}

function makeSegment(text: string): Segment {
  const squeezed = squeeze(text);
  const boundaries = new Set([0, squeezed.text.length]);
  for (const { index } of text.matchAll(/(?<=[:.] )|(?<= )\(|(?<=\()|(?<=[.)])/g)) {
    boundaries.add(squeezed.at.filter((position) => position < index).length);
  }
  return { text: squeezed.text, grams: gramsOf(squeezed.text), boundaries };
}
