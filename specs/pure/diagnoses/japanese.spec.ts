import { expect, test } from '@playwright/test';
import { sentencesOf } from '../../../src/diagnoses/sentences.ts';
import { definitionOf, diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import { isJapanese, keptWords } from '../../support/kept-words.ts';

const parts = ['seen', 'why', 'remedy'] as const;

const sentences = diagnosisIds.flatMap((id) =>
  parts.map((part) => ({
    name: `${id}, ${part}`,
    english: sentencesOf(id, 'en')[part],
    japanese: sentencesOf(id, 'ja')[part],
  })),
);

const placeholdersOf = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

test('the English sentences are those of the definition', () => {
  expect(diagnosisIds.map((id) => parts.map((part) => sentencesOf(id, 'en')[part]))).toEqual(
    diagnosisIds.map((id) => parts.map((part) => definitionOf(id)[part])),
  );
});

test('each sentence is Japanese, and ends as one', () => {
  const wrong = sentences.filter(({ japanese }) => !isJapanese(japanese) || !japanese.endsWith('。'));
  expect(wrong).toEqual([]);
});

test('each Japanese sentence has the placeholders of the English one', () => {
  expect(sentences.map(({ name, japanese }) => [name, placeholdersOf(japanese)])).toEqual(
    sentences.map(({ name, english }) => [name, placeholdersOf(english)]),
  );
});

test('names of headers, values and code stand in the Japanese sentence as in the English one', () => {
  const changed = sentences.flatMap(({ name, english, japanese }) => {
    const lost = keptWords(english).filter((word) => !japanese.includes(word));
    return lost.length === 0 ? [] : [{ name, lost }];
  });
  expect(changed).toEqual([]);
});

test('a placeholder in a Japanese sentence touches no letter, so that an address can be copied', () => {
  const glued = sentences.filter(({ japanese }) => /\p{L}\{\w+\}|\{\w+\}\p{L}/u.test(japanese));
  expect(glued).toEqual([]);
});
