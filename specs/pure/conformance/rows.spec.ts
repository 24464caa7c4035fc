import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { cellsOf } from '../../../servers/conformance-runner/cells.ts';
import { columns } from '../../../servers/conformance-runner/columns.ts';
import { holeIn } from '../../../servers/conformance-runner/hole.ts';
import { loadLibraries } from '../../../servers/conformance-runner/load.ts';
import { printRow, type Row } from '../../../servers/conformance-runner/row.ts';

const folder = new URL('../../../reports/conformance/', import.meta.url);

const files = readdirSync(folder)
  .filter((name) => name !== 'test-tools.json')
  .map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const row: Row = JSON.parse(text);
    return { name, text, row };
  });

test('each row is that of a library, and says what its exchanges show', async () => {
  const known = (await loadLibraries()).map(({ library }) => library);
  const wrong = files.flatMap(({ name, text, row }) => {
    const library = known.find(({ id }) => name === `${id}.json`);
    return [
      ...(library === undefined ? [`${name}: no library`] : []),
      ...(row.id === library?.id ? [] : [`${name}: the id ${row.id}`]),
      ...(printRow(row) === text ? [] : [`${name}: not as it is printed`]),
      ...(['declared', 'defaults'] as const).flatMap((intent) => {
        const result = row.intents[intent];
        if (result === undefined)
          return library?.intents.includes(intent) === true ? [`${name}: no ${intent}`] : [];
        const seen = JSON.stringify(cellsOf(intent, result.exchanges));
        return seen === JSON.stringify(result.cells) ? [] : [`${name}: other cells of ${intent}`];
      }),
    ];
  });
  expect(wrong).toEqual([]);
});

test('no row names a hole', () => {
  expect(files.filter(({ row }) => holeIn(row) !== null).map(({ name }) => name)).toEqual([]);
});

test('each guess is a word of its column', async () => {
  const wrong = (await loadLibraries()).flatMap(({ library }) =>
    Object.values(library.guesses).flatMap((guesses) =>
      Object.entries(guesses)
        .filter(
          ([id, word]) =>
            word !== null &&
            !Object.entries(columns).some(([one, { values }]) => one === id && word in values),
        )
        .map(([id, word]) => `${library.id}: ${id} ${word}`),
    ),
  );
  expect(wrong).toEqual([]);
});
