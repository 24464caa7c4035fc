import { isLanguage, type Language } from './language.ts';

/** The language to speak, and what was asked for that is none, as who asked wrote it. */
export interface AskedLanguage {
  readonly language: Language;
  readonly wrong: string | null;
}

/** Where a language may be asked for, beside the environment. */
export interface LanguageWishes {
  /** What `--lang` says, which goes before all. */
  readonly option?: string | null;
  /** What a configuration says, which goes before the locale. */
  readonly setting?: string | undefined;
}

export const languageVariable = 'CORS_LANG';

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the language that `--lang`, else `CORS_LANG`, else a configuration, else the locale asks for. Pure. */
export function askedLanguage(
  env: Environment,
  { option = null, setting }: LanguageWishes = {},
): AskedLanguage {
  const asked = [
    ['--lang', option],
    [languageVariable, env[languageVariable]?.trim()],
    ['language', setting],
  ] as const;
  const names = asked.flatMap(([source, name]) =>
    name == null || (name === '' && source !== '--lang') ? [] : [[source, name] as const],
  );
  const [first] = names;
  const language = names.map(([, name]) => name).find(isLanguage) ?? ofLocale(env);
  return {
    language,
    wrong: first === undefined || isLanguage(first[1]) ? null : `${first[0]} "${first[1]}"`,
  };
}

/** Returns the language of the locale, which the first of these variables that is set decides. */
function ofLocale(env: Environment): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((name) => (name ?? '') !== '') ?? '';
  return /^ja(?:panese)?(?![a-z])/i.test(locale) ? 'ja' : 'en';
}
