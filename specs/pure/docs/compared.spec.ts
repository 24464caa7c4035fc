import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/compared.md');
const cells = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim().replaceAll('\\', ''));
const [head = '', , ...rows] = /^\| tool[^]*?\n\n/m.exec(page)?.[0].trim().split('\n') ?? [];

test('the columns are the servers that a command is run beside', () => {
  const servers = [...read('scripts/compared.ts').matchAll(/^ {2}(?:'(.+)'|(\w+)): \{ allows: /gm)];
  expect(cells(head)).toEqual([
    'tool',
    'version',
    'run on',
    ...servers.map(([, quoted, word]) => quoted ?? word),
  ]);
});

test('each tool has its version, a date, one answer for each server and a command', () => {
  const told = rows.map((row) => {
    const [link = '', version, date = '', right, ...faults] = cells(row);
    const name = /^\[(.+)\]/.exec(link)?.[1] ?? link;
    const part = page.split(/^### /m).find((section) => section.startsWith(`${name}\n`)) ?? '';
    return {
      name,
      version,
      isDay: /^\d{4}-\d\d-\d\d$/.test(date),
      right,
      faults: faults.length,
      others: faults.filter((fault) => fault !== 'found' && fault !== 'not asked'),
      saysWhy: /^Made for: /m.test(part),
      commands: part.match(/^npm run compared -- '.*'$/gm)?.length ?? 0,
    };
  });
  const whole = { isDay: true, right: 'passes', faults: 5, others: [], saysWhy: true, commands: 1 };
  const tools = told.map(({ name, version }) => ({ name, version, ...whole }));
  expect(told).toEqual(tools);
  expect(told.map(({ name }) => name)).toEqual(
    [...page.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading),
  );
});

test('the version in the table is the one that is installed', () => {
  const installed = [...page.matchAll(/(\S+?)(?:==|@)(\d[\d.]*\d)/g)].map(([, , version]) => version);
  const versions = rows.map((row) => cells(row)[1]).filter((version) => !installed.includes(version));
  expect(versions).toEqual([/"version": "(.*)"/.exec(read('package.json'))?.[1]]);
});
