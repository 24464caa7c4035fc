import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { engines } from '../../../fixtures/engines.ts';
import { pages } from '../../../scripts/docs/pages.ts';

const folder = new URL('../../../docs/', import.meta.url);
const generated = await pages();

for (const [path, text] of generated) {
  test(`docs/${path} is as generated`, () => {
    expect(readFileSync(new URL(path, folder), 'utf8'), 'write it anew: node scripts/generate-docs.mjs').toBe(
      text,
    );
  });
}

test('docs/diagnoses/ holds no page but those', () => {
  const names = readdirSync(fileURLToPath(new URL('diagnoses/', folder)));
  const wanted = [...generated.keys()].filter((path) => path.startsWith('diagnoses/'));
  expect(names.map((name) => `diagnoses/${name}`).sort()).toEqual([...wanted].sort());
});

const diagnosisPages = [...generated].filter(([path]) => path.startsWith('diagnoses/'));

for (const [path, text] of diagnosisPages) {
  test(`docs/${path} has the texts of each engine, both exchanges, the fixes and the standard`, () => {
    expect(lacksOf(text)).toEqual([]);
  });
}

/** What a page of a diagnosis owes its reader and does not have. */
function lacksOf(page: string): string[] {
  const section = (heading: string): string =>
    page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? '';
  const console = section('What the console says');
  const silent = console.startsWith('Nothing, in any engine');
  const names = Object.values(engines).map(({ name }) => name);
  const wanted: readonly (readonly [what: string, isThere: boolean])[] = [
    // Local Network Access is a draft, whose anchors do not last.
    [
      'the anchor in a standard',
      /\[The standard\]\(https:\/\/([^)#]+#[^)]+|wicg\.github\.io\/local-network-access\/)\)/.test(page),
    ],
    ...names.map((name) => [`the texts of ${name}`, silent || console.includes(`${name}:\n\n`)] as const),
    ['the wrong exchange', /```http\n> |Nothing is sent\./.test(section('The wrong exchange'))],
    ['the corrected one', /```http\n> |```json\n|Nothing is sent\./.test(section('The corrected one'))],
    ['a case', section('Cases').startsWith('- [')],
    ['a file that ran, or why there is none', /^- |^No file/m.test(section('The fixes'))],
  ];
  return wanted.filter(([, isThere]) => !isThere).map(([what]) => what);
}

test('a page that lacks a part is found', () => {
  const [, page = ''] = diagnosisPages.find(([path]) => path === 'diagnoses/origin-missing.md') ?? [];
  const without = (part: string | RegExp): string[] => lacksOf(page.replace(part, ''));
  expect([
    without(/ \[The standard\].*/),
    without('Firefox:\n'),
    without('## The wrong exchange\n'),
    without(/- \[`[^]*?(?=\n## The fixes)/),
    without(/## The fixes[^]*/),
  ]).toEqual([
    ['the anchor in a standard'],
    ['the texts of Firefox'],
    ['the wrong exchange'],
    ['a case'],
    ['a file that ran, or why there is none'],
  ]);
});

test('no sentence of a page has a raw placeholder', () => {
  const raw = diagnosisPages.flatMap(([path, text]) =>
    text
      .replace(/^```[^]*?^```$/gm, '')
      .split('\n')
      .filter((line) => /\{\w+\}/.test(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(raw).toEqual([]);
});

test('every link of the pages leads to a file', () => {
  const broken = [...generated].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^https?:/.test(target) && !existsSync(new URL(target, new URL(path, folder))))
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('README links the table of the diagnoses, and each has one row there', () => {
  const readme = readFileSync(new URL('../README.md', folder), 'utf8');
  expect(readme).toContain('](docs/catalogue.md#diagnoses)');
  const table = generated.get('catalogue.md')?.split('\n## Diagnoses\n')[1] ?? '';
  const rows = [...table.matchAll(/^\| \[`([^`]+)`\]\(diagnoses\/\1\.md\)/gm)].map(
    ([, id]) => `diagnoses/${id}.md`,
  );
  expect(rows.toSorted()).toEqual(diagnosisPages.map(([path]) => path).toSorted());
});
