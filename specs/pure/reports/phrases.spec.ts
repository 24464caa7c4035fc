import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { sentencesOf } from '../../../src/diagnoses/sentences.ts';
import { diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import { enginesInJapanese } from '../../../src/words/ja/engines.ts';
import { nounsInJapanese } from '../../../src/words/ja/nouns.ts';
import { phrases } from '../../../src/words/ja/phrases.ts';
import { say, speaking, spokenLanguage } from '../../../src/words/say.ts';

const root = new URL('../../../', import.meta.url);

test('phrases: each has the same names in Japanese', () => {
  const differing = Object.entries(phrases).filter(
    ([english, japanese]) => names(english).join() !== names(japanese).join(),
  );
  expect(differing).toEqual([]);
  expect(Object.values(nounsInJapanese).filter((noun) => !noun.includes('{count}'))).toEqual([]);
});

test('phrases: in Japanese a space stands between Latin and Japanese letters alone', () => {
  const letter = '[\\u3041-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff]';
  const wrong = new RegExp(
    `\\}${letter}|${letter}\\{|[、。：；（）「」] | [、。：；（）「」]|${letter}[A-Za-z0-9]|[A-Za-z0-9]${letter}`,
  );
  const told = diagnosisIds.flatMap((id) => Object.values(sentencesOf(id, 'ja')));
  expect([...Object.values(phrases), ...told].filter((text) => wrong.test(text))).toEqual([]);
});

test('phrases: no part of them has two', async () => {
  const files = (await readdir(new URL('src/words/ja/', root))).filter(
    (name) => !/^(nouns|phrases)\.ts$/.test(name),
  );
  const texts = await Promise.all(
    files.map((name) => readFile(new URL(`src/words/ja/${name}`, root), 'utf8')),
  );
  const keys = texts.flatMap((text) =>
    [...text.matchAll(/^ {2}('.*'|".*"|\w+):/gm)].map(([, key = '']) => key),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('phrases: each is said somewhere', async () => {
  const sources = (await Promise.all(['src', 'reports', 'fixtures', 'servers'].map(sourcesIn))).flat();
  const all = sources.join('\n').replaceAll(/\\(?=['"`])/g, '');
  // A probe says what it could not see in its own way, as whoever reads an observation asks for no language.
  const filled = all.replaceAll(/\$\{[^{}]*\}/g, '{}');
  const unsaid = Object.keys(phrases).filter(
    (phrase) =>
      // What an engine throws is put together where it is thrown; `japanese.spec.ts` looks for it there.
      !(phrase in enginesInJapanese) &&
      ![`'${phrase}'`, `"${phrase}"`, ` ${phrase}: '`].some((text) => all.includes(text)) &&
      !filled.includes(phrase.replaceAll(/\{\w+\}/g, '{}')),
  );
  expect(unsaid).toEqual([]);
});

test('phrases: they are said in the language that is spoken, and in English afterwards', () => {
  const told = speaking('ja', () => [spokenLanguage(), say('Fix {number}', { number: 1 })]);
  expect(told).toEqual(['ja', '修正 1']);
  expect(() =>
    speaking('ja', () => {
      throw new Error('It ends.');
    }),
  ).toThrow('It ends.');
  expect([spokenLanguage(), say('Fix {number}', { number: '{number}' })]).toEqual(['en', 'Fix {number}']);
});

const names = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

/** Resolves to the texts of the sources below `folder` that say phrases. */
async function sourcesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(new URL(`${folder}/`, root), { recursive: true });
  const paths = entries.filter(
    (path) => path.endsWith('.ts') && !path.includes('node_modules') && !/(^|\/)ja\//.test(path),
  );
  return Promise.all(paths.map((path) => readFile(new URL(`${folder}/${path}`, root), 'utf8')));
}
