import wrapAnsi from 'wrap-ansi';
import { visible } from '../visible-text.ts';
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
  return wrapAnsi(visible(text), width - indent)
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd());
}

export interface Labelling {
  readonly indent: number;
  readonly labelWidth?: number;
  readonly verbatim?: boolean;
}

/** Returns `texts` below each other beside a faint label; each is wrapped unless it is to be copied. */
export function labelled(
  label: string,
  texts: readonly string[],
  surroundings: Surroundings,
  { indent, labelWidth = 10, verbatim = false }: Labelling,
): readonly string[] {
  const column = indent + labelWidth;
  const lines = texts.flatMap((text) =>
    verbatim ? [`${' '.repeat(column)}${visible(text)}`] : paragraph(text, surroundings, column),
  );
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const head = `${' '.repeat(indent)}${surroundings.paint.faint(label.padEnd(labelWidth))}`;
  return [`${head}${first.slice(column)}`, ...rest];
}
