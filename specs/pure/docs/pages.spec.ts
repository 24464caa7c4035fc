import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { engines } from '../../../fixtures/engines.ts';
import { diagnoses } from '../../../src/diagnoses/vocabulary.ts';

const root = new URL('../../../', import.meta.url);

/** The pages that a user or a contributor reads. The changelog tells of files and commands that are gone. */
const pages = new Map(
  [...pagesIn(''), ...pagesIn('docs/'), ...pagesIn('docs/diagnoses/')]
    .filter((path) => path !== 'CHANGELOG.md')
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
);
const diagnosisPages = [...pages].filter(([path]) => path.startsWith('docs/diagnoses/'));

function pagesIn(folder: string): string[] {
  const names = readdirSync(fileURLToPath(new URL(folder, root))).filter((name) => name.endsWith('.md'));
  return names.map((name) => folder + name);
}

test('each diagnosis has a page, and docs/diagnoses/ holds no other', () => {
  const wanted = Object.keys(diagnoses).map((id) => `docs/diagnoses/${id}.md`);
  expect(diagnosisPages.map(([path]) => path).toSorted()).toEqual(wanted.toSorted());
});

for (const [path, text] of diagnosisPages) {
  test(`${path} has the texts of each engine, both exchanges, the fixes and the standard`, () => {
    expect(lacksOf(text)).toEqual([]);
  });
}

/** Returns the parts that the page of a diagnosis owes its reader and lacks. */
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
  const [, page = ''] = diagnosisPages.find(([path]) => path === 'docs/diagnoses/origin-missing.md') ?? [];
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

/** Returns the links of a page that lead to no file. */
const brokenLinks = (path: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target) && !existsSync(new URL(target, new URL(path, root))))
    .map((target) => `${path}: ${target}`);

test('every link of the pages leads to a file', () => {
  expect([...pages].flatMap(([path, text]) => brokenLinks(path, text))).toEqual([]);
  expect(brokenLinks('docs/engines.md', '[a](fixes.md) [b](../no-such-file.md#b)')).toEqual([
    'docs/engines.md: ../no-such-file.md',
  ]);
});

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
);

/** Returns what a page names and is not there: scripts of package.json, and files that are run. */
const namedInVain = (path: string, text: string): string[] => [
  ...[...text.matchAll(/npm run ([\w:-]+)/g)]
    .filter(([, name = '']) => !Object.hasOwn(scripts, name))
    .map(([command]) => `${path}: ${command}`),
  ...[...text.matchAll(/\b(?:specs|scripts)\/[\w./-]+\.(?:m?js|ts)\b/g)]
    .filter(([file]) => !existsSync(new URL(file, root)))
    .map(([file]) => `${path}: ${file}`),
];

test('every command that the pages name exists, and every spec and script', () => {
  expect([...pages].flatMap(([path, text]) => namedInVain(path, text))).toEqual([]);
  const text = 'Run `npm run docs:claims` or `npm run docs`; see specs/claims.spec.ts and scripts/gone.mjs.';
  expect(namedInVain('docs/claims.md', text)).toEqual([
    'docs/claims.md: npm run docs:claims',
    'docs/claims.md: scripts/gone.mjs',
  ]);
});

test('README links the table of the diagnoses, and each has one row there', () => {
  expect(pages.get('README.md')).toContain('](docs/catalogue.md#diagnoses)');
  const table = pages.get('docs/catalogue.md')?.split('\n## Diagnoses\n')[1] ?? '';
  const rows = [...table.matchAll(/^\| \[`([^`]+)`\]\(diagnoses\/\1\.md\)/gm)].map(([, id]) => id);
  expect(rows).toEqual(Object.keys(diagnoses));
});
