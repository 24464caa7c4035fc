import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Row } from '../../../servers/conformance-runner/row.ts';
import { isCuredByHeaders } from '../../../src/fix/cured.ts';
import { withoutOption } from '../../../src/fix/without-option.ts';

test('what a library is said to have no option for, its row shows, and the file of its stack adds', () => {
  const wrong = Object.values(withoutOption).flatMap(({ library, row: name, lacks }) => {
    const file = new URL(`../../../reports/conformance/${name}.json`, import.meta.url);
    const row: Row = JSON.parse(readFileSync(file, 'utf8'));
    const shown = row.intents.declared?.verdicts?.others.map(({ diagnosis }) => diagnosis) ?? [];
    return lacks
      .filter((diagnosis) => !shown.includes(diagnosis) || !isCuredByHeaders(diagnosis))
      .map((diagnosis) => `${library}: ${diagnosis}`);
  });
  expect(wrong).toEqual([]);
});
