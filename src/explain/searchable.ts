import type { Squeezed } from './squeeze.ts';

/** What a text may be searched by: it is cut where something was found before. */
export interface Searchable {
  readonly squeezed: Squeezed;
  /** The squeezed text; what was found before is replaced by `taken`. */
  readonly text: string;
  /** Where each gram of a template stands in the text; no entry: nowhere. */
  readonly grams: readonly (readonly number[] | undefined)[];
}

/** Stands for each character that belongs to an earlier find; it occurs in no squeezed text. */
export const taken = '\u0000';

/** The shortest part that is recognised without the rest: twelve characters. */
export const gramLength = 12;

/** The grams of all templates, numbered as they come: an array is read faster than a map of texts. */
const numbers = new Map<string, number>();

/** Returns the numbers of the grams of a template's `text`, by where they begin. */
export const gramsOf = (text: string): number[] =>
  Array.from({ length: Math.max(0, text.length - gramLength + 1) }, (_, index) => {
    const gram = text.slice(index, index + gramLength);
    const number = numbers.get(gram) ?? numbers.size;
    numbers.set(gram, number);
    return number;
  });

/** Makes `text` searchable for templates that were made before. */
export function searchable(squeezed: Squeezed, text: string): Searchable {
  const grams = new Array<number[] | undefined>(numbers.size);
  for (let index = 0; index + gramLength <= text.length; index += 1) {
    const number = numbers.get(text.slice(index, index + gramLength));
    if (number === undefined) continue;
    const positions = grams[number];
    if (positions === undefined) grams[number] = [index];
    else positions.push(index);
  }
  return { squeezed, text, grams };
}

/** Returns the end of the line in which `position` of the squeezed text stands. */
export const lineEnd = (position: number, input: Searchable): number => endBefore(/\n/, position, input);

/** Returns the end of the word in which `position` of the squeezed text stands. */
export const wordEnd = (position: number, input: Searchable): number => endBefore(/\s/, position, input);

function endBefore(gap: RegExp, position: number, { squeezed: { at, source }, text }: Searchable): number {
  let end = position;
  while (end < text.length && text[end] !== taken) {
    const [before = 0, here = 0] = [at[end - 1], at[end]];
    // Most characters stand side by side.
    if (end > position && here - before > 1 && gap.test(source.slice(before, here))) break;
    end += 1;
  }
  return end;
}

export function isLineStart(position: number, { squeezed, text }: Searchable): boolean {
  for (let index = position; index > 0; index -= 1) {
    if (text[index - 1] === taken || hasLineBreak(index, squeezed)) return true;
    if (/[\p{L}\p{N}]/u.test(text.charAt(index - 1))) return false;
  }
  return true;
}

export function isLineEnd(position: number, { squeezed, text }: Searchable): boolean {
  for (let index = position; index < text.length; index += 1) {
    if (text[index] === taken || hasLineBreak(index, squeezed)) return true;
    if (/[\p{L}\p{N}]/u.test(text.charAt(index))) return false;
  }
  return true;
}

/** Reports whether no words follow `position` in its line, not even those of an earlier find. */
export const endsLine = (position: number, input: Searchable): boolean =>
  isLineEnd(position, input) && input.text[lineEnd(position, input)] !== taken;

const hasLineBreak = (index: number, { at, source }: Squeezed): boolean =>
  source.slice(at[index - 1] ?? 0, at[index]).includes('\n');
