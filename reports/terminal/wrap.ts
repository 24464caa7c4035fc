import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { spokenLanguage } from '../../src/words/say.ts';

/** Returns `text` as lines of at most `width` columns; words that are longer are not broken. It may be painted. */
export const wrap = (text: string, width: number): readonly string[] =>
  spokenLanguage() === 'ja' ? wrapJapanese(text, width) : wrapAnsi(text, width).split('\n');

/** Returns `text` with spaces behind it, as wide as a column. */
export const inColumn = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Returns lines that may end behind any letter, as Japanese has no spaces between words, but for what no line begins or ends with. */
function wrapJapanese(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(placesToBreak)) {
    if (line !== '' && widthOf((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

/** Returns how many columns `text` takes. */
const widthOf = (text: string): number =>
  [...stripVTControlCharacters(text)].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

const letter = '[\\u3040-\\u30ff\\u3400-\\u9fff（）「」、。：；]';
const placesToBreak = new RegExp(
  `(?<= )|(?<=[、。：；])(?=\\w)|(?<=${letter})(?<![（「])(?=${letter})(?![）」、。：；ーぁぃぅぇぉっゃゅょァィゥェォッャュョ])`,
);
