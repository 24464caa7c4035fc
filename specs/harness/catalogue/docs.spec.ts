import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { corsErrors } from '../../../fixtures/cors-errors.ts';
import { casesOf } from '../../../scripts/docs/catalogue-page.ts';
import { pages } from '../../../scripts/docs/pages.ts';

const folder = new URL('../../../docs/', import.meta.url);

test("each of Chromium's codes has a case or a written reason, and not both", () => {
  const wrong = Object.entries(corsErrors)
    .filter(([code, reason]) => (reason === null) !== casesOf(code).length > 0)
    .map(([code]) => code);
  expect(wrong).toEqual([]);
});

for (const [path, text] of pages()) {
  test(`docs/${path} is as generated`, () => {
    expect(readFileSync(new URL(path, folder), 'utf8'), 'write it anew: node scripts/generate-docs.mjs').toBe(
      text,
    );
  });
}

test('docs/diagnoses/ holds no page but those', () => {
  const names = readdirSync(fileURLToPath(new URL('diagnoses/', folder)));
  const generated = [...pages().keys()].filter((path) => path.startsWith('diagnoses/'));
  expect(names.map((name) => `diagnoses/${name}`).sort()).toEqual([...generated].sort());
});
