import { inColumn, wrap } from './wrap.ts';
import { say, spokenLanguage, type Word } from '../../src/words/say.ts';
import { visible } from '../words/visible-text.ts';
import type { Paint } from './paint.ts';

/** What a terminal rendering needs to know of its surroundings. */
export interface Surroundings {
  readonly paint: Paint;
  /** Columns to fill; words that are longer are not broken, so that an address stays whole. */
  readonly width: number;
}

const least = 80;
const most = 120;

/** Returns the width to write for a terminal of `columns`, which is undefined if nobody knows. */
export function textWidth(columns: number | undefined): number {
  return Math.min(Math.max(columns ?? 100, least), most);
}

/** Returns `text` as lines of at most `width` columns, each indented. The text is data: it is made visible. */
export function paragraph(text: string, { width }: Surroundings, indent = 0): readonly string[] {
  const margin = ' '.repeat(indent);
  return wrap(visible(text), width - indent).map((line) => `${margin}${line}`.trimEnd());
}

/** A text that is wrapped, or one to be copied, which stays on its line however wide that is. */
export type Text = string | { readonly copy: string };

/** Returns `texts` below each other beside a faint label, which stands at column `indent`. */
export function labelled(
  label: Word,
  texts: readonly Text[],
  surroundings: Surroundings,
  {
    indent,
    labelWidth = usualWidth[spokenLanguage()],
  }: { readonly indent: number; readonly labelWidth?: number },
): readonly string[] {
  const column = indent + labelWidth;
  const [first, ...rest] = texts.flatMap((text) =>
    typeof text === 'string'
      ? paragraph(text, surroundings, column)
      : [`${' '.repeat(column)}${visible(text.copy)}`],
  );
  if (first === undefined) return [];
  const head = `${' '.repeat(indent)}${surroundings.paint.faint(inColumn(say(label), labelWidth))}`;
  return [`${head}${first.slice(column)}`, ...rest];
}

/** What a label takes, with what stands between it and the texts. */
const usualWidth = { en: 10, ja: 12 } as const;

/** Returns a painted text of our own, which holds no data that was not made visible, as lines. */
export const wrapped = (text: string, { width }: Surroundings): readonly string[] => wrap(text, width);
