/** A text without what pasting changes, and where each of its characters stood. */
export interface Squeezed {
  /** Without whitespace and control characters, and with straight quotes. */
  readonly text: string;
  /** For each character of `text`, its index in the source. */
  readonly at: readonly number[];
  readonly source: string;
}

/**
 * Squeezes `source`: a terminal or an e-mail breaks lines in the middle of a word, and editors turn quotes
 * round, so neither may decide whether two texts are the same.
 */
export function squeeze(source: string): Squeezed {
  const characters: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (leftOut.test(character)) continue;
    characters.push(straightQuotes[character] ?? character);
    at.push(index);
  }
  return { text: characters.join(''), at, source };
}

const leftOut = /[\s\p{Cc}\p{Cf}]/u;

const straightQuotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };
