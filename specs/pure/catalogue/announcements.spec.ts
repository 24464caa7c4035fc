import { expect, test } from '@playwright/test';
import { announcements } from '../../../fixtures/announcements.ts';
import { cases } from '../../../fixtures/cases.ts';
import { corsErrors } from '../../../fixtures/cors-errors.ts';
import { departures } from '../../../fixtures/departures.ts';
import { engines } from '../../../fixtures/engines.ts';
import { corsErrorOf } from '../../../src/catalogue/announced.ts';
import { announces } from '../../../src/catalogue/announcement.ts';
import { isPrinted, promisedOf } from '../../../src/catalogue/promised.ts';
import { categoryOfText } from '../../../src/probe/firefox/categories.ts';

test("each of Chromium's codes has a case or a written reason, and not both", () => {
  const shown = new Set(cases.map(corsErrorOf));
  const wrong = Object.entries(corsErrors)
    .filter(([code, reason]) => (reason === null) !== shown.has(code))
    .map(([code]) => code);
  expect(wrong).toEqual([]);
});

for (const engine of Object.values(engines)) {
  test(`each text of ${engine.name} has a case or a written reason, and not both`, () => {
    const promises = cases.map((one) => promisedOf(one, engine, departures.get(engine.id)?.[one.id]));
    const wrong = (announcements.get(engine.id) ?? [])
      .filter((each) => (each.unshown === null) !== promises.some((promised) => isPrinted(each, promised)))
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
