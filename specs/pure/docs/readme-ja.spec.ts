import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const english = read('README.md');
const japanese = read('README.ja.md');

const block = /^```[^]*?^```$/gm;

/** Reports whether it is the run, which speaks the page's language: `specs/package/readme.spec.ts` compares it. */
const isRun = (code: string): boolean => code.startsWith('```console');

test('README.ja.md has the code blocks of README.md but for its run, and as many headings', () => {
  const code = (text: string) => (text.match(block) ?? []).map((one) => (isRun(one) ? 'the run' : one));
  expect(code(japanese)).toEqual(code(english));
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
