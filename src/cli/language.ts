import { isLanguage, type Language } from '../words/language.ts';

/** The language to speak, and what was asked for that is none, as who asked wrote it. */
export interface AskedLanguage {
  readonly language: Language;
  readonly wrong: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the language that `--lang`, else `CORS_LANG`, else the locale asks for. Pure. */
export function askedLanguage(option: string | null, env: Environment): AskedLanguage {
  const variable = env['CORS_LANG']?.trim() ?? '';
  const [source, name] = option !== null ? ['--lang', option] : ['CORS_LANG', variable];
  if (isLanguage(name)) return { language: name, wrong: null };
  const isAsked = option !== null || variable !== '';
  const language = option !== null && isLanguage(variable) ? variable : ofLocale(env);
  return { language, wrong: isAsked ? `${source} "${name}"` : null };
}

/** Returns the language of the locale, which the first of these variables that is set decides. */
function ofLocale(env: Environment): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((name) => (name ?? '') !== '') ?? '';
  return /^ja(?:panese)?(?![a-z])/i.test(locale) ? 'ja' : 'en';
}
