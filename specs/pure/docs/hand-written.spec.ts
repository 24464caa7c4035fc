import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { exitCodes } from '../../../src/words/exit-codes.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const generated: readonly string[] = read('.gitattributes').match(/^docs\/\S+\.md/gm) ?? [];
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .filter((path) => !generated.includes(path)),
];

test('README has at most 1,200 words', () => {
  expect(read('README.md').trim().split(/\s+/).length).toBeLessThanOrEqual(1_200);
});

test('the exit codes stand in their table, each once', () => {
  const page = read('docs/what-is-judged.md');
  const table = page.slice(page.indexOf('## Exit codes'));
  const codes = [...table.matchAll(/^\| (\d+) /gm)].map(([, code]) => Number(code));
  expect(codes).toEqual(Object.values(exitCodes));
});

test('README links every page that is written by hand', () => {
  const readme = read('README.md');
  expect(pages.filter((path) => path !== 'README.md' && !readme.includes(`](${path})`))).toEqual([]);
});

test('every link of a page leads to a file, and to a heading there if it names one', () => {
  const broken = pages.flatMap((path) =>
    [...read(path).matchAll(/\]\(([^)]+)\)/g)]
      .map(([, target = '']) => new URL(target, new URL(path, root)))
      .filter(({ protocol }) => protocol === 'file:')
      .filter((url) => !existsSync(url) || !hasHeading(url))
      .map((url) => `${path}: ${url.href.slice(root.href.length)}`),
  );
  expect(broken).toEqual([]);
});

test('every path that a page names is there', () => {
  const missing = pages.flatMap((path) =>
    [...read(path).matchAll(/`((?:src|fixtures|servers|reports|specs|scripts|docs|examples)\/[\w./-]*)`/g)]
      .map(([, named = '']) => named)
      // What runs write is not there before.
      .filter((named) => !named.startsWith('reports/out') && !existsSync(new URL(named, root)))
      .map((named) => `${path}: ${named}`),
  );
  expect(missing).toEqual([]);
});

/** Reports whether a page has the heading that the fragment of `url` names, as GitHub makes one of it. */
function hasHeading({ href, hash }: URL): boolean {
  if (hash === '') return true;
  const headings = readFileSync(new URL(href), 'utf8').match(/^#+ .*$/gm) ?? [];
  return headings
    .map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
    .includes(hash.slice(1));
}
