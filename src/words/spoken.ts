import { counted as countedInEnglish } from './counted.ts';
import { nounsInJapanese } from './ja/nouns.ts';
import { listed as listedInEnglish } from './listed.ts';
import { fillPhrase, spokenLanguage } from './say.ts';

/** What can be counted. */
export type Noun = keyof typeof nounsInJapanese;

/** Returns `1 check`, `2 checks`. */
export const counted = (count: number, noun: Noun): string =>
  spokenLanguage() === 'ja' ? fillPhrase(nounsInJapanese[noun], { count }) : countedInEnglish(count, noun);

/** Returns `a`, `a and b`, `a, b and c`; nothing for none. */
export const listed = (names: readonly string[]): string =>
  spokenLanguage() === 'ja' ? names.join('、') : listedInEnglish(names);

/** Returns `a, b, c`: items that stand beside each other, and are no sentence. */
export const inRow = (items: readonly string[]): string =>
  items.join(spokenLanguage() === 'ja' ? '、' : ', ');

/** Returns sentences one behind the other. */
export const inSentences = (sentences: readonly string[]): string =>
  sentences.join(spokenLanguage() === 'ja' ? '' : ' ');
