/** The languages in which people are spoken to. What programs read is in English alone. */
export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];

/** The same thing in each language. */
export type InEach<Said = string> = Readonly<Record<Language, Said>>;

export const isLanguage = (name: string): name is Language => languages.some((language) => language === name);
