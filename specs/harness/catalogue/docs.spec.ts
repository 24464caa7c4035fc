import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { announcements } from '../../../fixtures/announcements.ts';
import { corsErrors } from '../../../fixtures/cors-errors.ts';
import { engines } from '../../../fixtures/engines.ts';
import { casesShowing } from '../../../scripts/docs/case-in-engine.ts';
import { casesOf } from '../../../scripts/docs/catalogue-page.ts';
import { pages } from '../../../scripts/docs/pages.ts';
import { announces } from '../../../src/case/announcement.ts';
import { categoryOfText } from '../../../src/probe/firefox-categories.ts';

const folder = new URL('../../../docs/', import.meta.url);

test("each of Chromium's codes has a case or a written reason, and not both", () => {
  const wrong = Object.entries(corsErrors)
    .filter(([code, reason]) => (reason === null) !== casesOf(code).length > 0)
    .map(([code]) => code);
  expect(wrong).toEqual([]);
});

for (const engine of Object.values(engines)) {
  test(`each text of ${engine.name} has a case or a written reason, and not both`, () => {
    const wrong = (announcements.get(engine.id) ?? [])
      .filter((each) => (each.unshown === null) !== casesShowing(each, engine).length > 0)
      .map(({ name, text }) => name ?? text);
    expect(wrong).toEqual([]);
  });
}

test("Firefox's keys are sixteen, and each is known to the probe as the category of its text", () => {
  const keys = announcements.get('firefox') ?? [];
  const prefix =
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at u. ';
  expect(keys.length).toBe(16);
  // The last is a warning, which refuses nothing.
  expect(keys.map(({ text }) => categoryOfText(prefix + text))).toEqual([
    ...keys.slice(0, -1).map(({ name }) => name),
    null,
  ]);
});

test('a text is recognised whatever fills its placeholders, and not by parts of it', () => {
  const one = { name: null, text: 'Origin {origin} is not allowed. Status code: {status}', unshown: null };
  expect(
    [
      'Origin https://a is not allowed. Status code: 200',
      'Redirection denied: Origin null is not allowed. Status code: 302',
      'Origin https://a is allowed. Status code: 200',
      'Status code: 200. Origin https://a is not allowed.',
    ].map((text) => announces(one, text)),
  ).toEqual([true, true, false, false]);
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
