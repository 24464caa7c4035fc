import { AsyncLocalStorage } from 'node:async_hooks';
import { phrases } from './ja/phrases.ts';
import type { Language } from './language.ts';

/**
 * A sentence that people read, or a part of one, in English: what `{names}` stand for is filled in. It stands in `ja/` with
 * its Japanese, so that one without does not compile.
 */
export type Phrase = keyof typeof phrases;

// Braces with a space in them are code that is shown.
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` | '' ? never : Name) | NamesIn<Rest>
  : never;

/** A phrase that nothing fills. */
export type Word = { [Text in Phrase]: [NamesIn<Text>] extends [never] ? Text : never }[Phrase];

type Values = Readonly<Record<string, string | number>>;

/** What fills a phrase: nothing where it has no names. */
export type ValuesOf<Text extends string> = [NamesIn<Text>] extends [never]
  ? readonly []
  : readonly [Readonly<Record<NamesIn<Text>, string | number>>];

/** What was said in the language that is spoken. */
export type Told = string & { readonly [told]: true };
declare const told: unique symbol;

const spoken = new AsyncLocalStorage<Language>();

/** Returns the language that is spoken now. */
export const spokenLanguage = (): Language => spoken.getStore() ?? 'en';

/** Returns what `tell` does. What is said meanwhile is said in `language`, also where it goes on after a promise. */
export const speaking = <Result>(language: Language, tell: () => Result): Result =>
  spoken.run(language, tell);

/** Returns a phrase in the language that is spoken: English, unless `speaking` says otherwise. */
export function say<const Text extends Phrase>(text: Text, ...values: ValuesOf<Text>): Told;
export function say(text: Phrase, values: Values = {}): string {
  return spokenLanguage() === 'ja' ? fillJapanese(phrases[text], values) : fillPhrase(text, values);
}

/** Fills a phrase with what may be Japanese itself: a space stands between Latin and Japanese letters alone. */
export const fillJapanese = (text: string, values: Values): string =>
  fillPhrase(text, values).replace(
    /(?<=[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]) (?=[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e])/g,
    '',
  );

/** Fills in one pass: what stands for a name may look like a name itself. */
export const fillPhrase = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name));
