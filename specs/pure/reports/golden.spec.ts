import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { goldenFolders, updateCommand } from './golden-files.ts';

const hint = `If the change is meant, run "${updateCommand}" and commit what it writes.`;

test('golden files: there is one for each format, and no other', async () => {
  for (const files of await goldenFolders()) {
    const [first] = files;
    const entries = await readdir(dirname(first?.path ?? ''), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(names.sort(), hint).toEqual(files.map(({ path }) => basename(path)).sort());
  }
});

test('golden files: the sample reports render to them', async () => {
  for (const { path, content } of (await goldenFolders()).flat()) {
    const golden = await readFile(path, 'utf8').catch(() => '');
    expect(
      content === golden,
      `${basename(path)} differs. ${hint}\n${firstDifference(golden, content)}`,
    ).toBe(true);
  }
});

/** Returns the first difference: a whole HTML file in an assertion message helps nobody. */
function firstDifference(expected: string, actual: string): string {
  const before = expected.split('\n');
  const after = actual.split('\n');
  const index = after.findIndex((line, at) => line !== before[at]);
  const at = index === -1 ? after.length : index;
  return `line ${at + 1}\n- ${before[at] ?? '(no line)'}\n+ ${after[at] ?? '(no line)'}`;
}
