import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { claims } from '../../../fixtures/claims.ts';

test('a claim is a sentence, and so is what is right', () => {
  const wrong = claims.filter(
    ({ claim, truth }) => !/^\S.{10,}\.$/.test(claim) || !/^\S.{10,}\.$/.test(truth) || claim === truth,
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('a claim that points elsewhere points at a case or a fix that exists', () => {
  const root = new URL('../../../', import.meta.url);
  const exists = (id: string): boolean =>
    existsSync(fileURLToPath(new URL(`fixtures/cases/${id}.ts`, root))) || fixFolder(id, root) !== undefined;
  const missing = claims.flatMap(({ id, shown }) =>
    shown.by === 'reason'
      ? (shown.see ?? []).filter((other) => !exists(other)).map((other) => `${id}: ${other}`)
      : [],
  );
  expect(missing).toEqual([]);
});

/**
 * Returns the folder of the fix `id`, or `undefined` if there is none. A dash is between stack and variant, and both
 * may hold dashes themselves.
 */
function fixFolder(id: string, root: URL): string | undefined {
  const words = id.split('-');
  return words
    .map(
      (_, index) => `servers/frameworks/${words.slice(0, index).join('-')}/${words.slice(index).join('-')}`,
    )
    .find((folder) => existsSync(fileURLToPath(new URL(`${folder}/manifest.ts`, root))));
}
