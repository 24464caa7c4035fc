import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const english = read('README.md');
const japanese = read('README.ja.md');

const block = /^```[^]*?^```$/gm;

test('README.ja.md has the code blocks of README.md, and as many headings', () => {
  expect(japanese.match(block)).toEqual(english.match(block));
  const levels = (text: string) => text.replaceAll(block, '').match(/^#+(?= )/gm);
  expect(levels(japanese)).toEqual(levels(english));
});

test('README.ja.md has the commands and names of README.md', () => {
  const names = (text: string) =>
    [...new Set(text.replaceAll(block, '').match(/`[^`]+`/g) ?? [])]
      .map((name) => name.replaceAll(/\s+/g, ' '))
      .sort();
  expect(names(japanese)).toEqual(names(english));
});

test('README.ja.md leads where README.md leads', () => {
  const places = (text: string) =>
    [...new Set([...text.replaceAll(block, '').matchAll(/\]\(([^)#][^)]*)\)/g)].map(([, to = '']) => to))]
      .filter((to) => !to.startsWith('README'))
      .sort();
  expect(places(japanese)).toEqual(places(english));
  expect([english.includes('](README.ja.md)'), japanese.includes('](README.md)')]).toEqual([true, true]);
});
