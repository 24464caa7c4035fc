import { nounsInJapanese } from './ja/nouns.ts';
import { literally } from './literally.ts';
import { fillJapanese, fillPhrase } from './say.ts';

/** What was said in English, and the same in Japanese, with the same names in braces. */
export type Pair = readonly [english: string, japanese: string];

/** What is known of a pair to find it in a text. */
interface Known {
  readonly japanese: string;
  /** What it begins with, whatever fills it. */
  readonly head: string;
  /** How many letters stand in it, whatever fills it: the more, the surer it is meant. */
  readonly sureness: number;
  readonly whole: RegExp;
  readonly first: RegExp;
}

/** Translates sentences that were said in English before, as `report.json` keeps them. */
export class Translator {
  readonly #known: readonly Known[];
  readonly #told = new Map<string, string>();

  constructor(pairs: readonly Pair[]) {
    this.#known = pairs.map(knownOf).sort((one, other) => other.sureness - one.sureness);
  }

  /** Returns `text`, sentences or a part of one, in Japanese. What nobody translated stays as it is. */
  translated(text: string): string {
    const before = this.#told.get(text);
    if (before !== undefined) return before;
    const told = this.#told.set(text, this.#sentences(text)).get(text);
    return told ?? text;
  }

  #sentences(text: string): string {
    if (text === '') return text;
    const likely = this.#known.filter(({ head }) => text.startsWith(head));
    for (const { whole, japanese } of likely) {
      const match = whole.exec(text);
      if (match !== null) return this.#filled(japanese, match);
    }
    for (const { first, japanese } of likely) {
      const match = first.exec(text);
      if (match !== null) {
        return `${this.#filled(japanese, match)}${this.translated(text.slice(match[0].length))}`;
      }
    }
    const [own = text] = /^.+?[.:](?: |$)/s.exec(text) ?? [];
    return own.length === text.length ? text : `${own}${this.translated(text.slice(own.length))}`;
  }

  #filled(japanese: string, { groups = {} }: RegExpExecArray): string {
    const values = Object.entries(groups).map(([name, value]) => [name, this.#part(value)] as const);
    return fillJapanese(japanese, Object.fromEntries(values));
  }

  /** Returns in Japanese what stands in a sentence: a part of one, a number of things, or a list of such; data as it is. */
  #part(text: string): string {
    const counted = /^(\d+) ([a-z ]+)$/.exec(text);
    const noun =
      counted?.[2] === undefined
        ? undefined
        : (nouns.get(counted[2]) ?? nouns.get(counted[2].replace(/s$/, '')));
    if (noun !== undefined) return fillPhrase(noun, { count: counted?.[1] ?? '' });
    const whole = this.translated(text);
    if (whole !== text) return whole;
    const items = text.split(/, | and /);
    const isList =
      text.includes(' and ') && items.every((item) => !item.includes(' ') || this.#part(item) !== item);
    return isList ? items.map((item) => this.#part(item)).join('、') : text;
  }
}

const nouns: ReadonlyMap<string, string> = new Map(Object.entries(nounsInJapanese));

function knownOf([english, japanese]: Pair): Known {
  const names = new Set<string>();
  const pattern = english
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return literally(part);
      if (names.has(name)) return `\\k<${name}>`;
      names.add(name);
      return `(?<${name}>.*?)`;
    })
    .join('');
  return {
    japanese,
    head: english.split('{', 1)[0] ?? '',
    sureness: english.replaceAll(/\{\w+\}/g, '').length,
    whole: new RegExp(`^${pattern}$`, 's'),
    // Only what ends a sentence can stand before another one.
    first: /[.:]$/.test(english) ? new RegExp(`^${pattern} `, 's') : /^(?!)/,
  };
}
