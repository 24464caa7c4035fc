import type { InEach, Language } from '../words/language.ts';

/** What stands before a line. */
const labels = {
  cause: { en: 'Cause', ja: '原因' },
  why: { en: 'Why', ja: '理由' },
  who: { en: 'Who', ja: '担当' },
  fix: { en: 'Fix', ja: '対処' },
  header: { en: 'Header', ja: 'ヘッダー' },
  spec: { en: 'Spec', ja: '仕様' },
  note: { en: 'Note', ja: '注意' },
  edit: { en: 'Edit', ja: '編集' },
  print: { en: 'Print', ja: '表示' },
  install: { en: 'Install', ja: '導入' },
  matched: { en: 'Matched', ja: '抽出' },
} as const satisfies Record<string, InEach>;

const columns = { en: 8, ja: 10 } as const satisfies InEach<number>;
/** How many columns of a terminal a letter of the labels takes. */
const columnsOfLetter = { en: 1, ja: 2 } as const satisfies InEach<number>;

/** Returns `text` behind its label, under the other texts. */
export function labelled(label: keyof typeof labels, text: string, language: Language): string {
  const word = labels[label][language];
  const gap = columns[language] - word.length * columnsOfLetter[language];
  return `    ${word}${' '.repeat(gap)}${text}`;
}
