import { execFile } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run docs` with `args`. */
const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const cwd = fileURLToPath(new URL('../../../', import.meta.url));
    const npm = execFile('npm', ['run', '--silent', 'docs', '--', ...args], { cwd }, (_, stdout, stderr) => {
      resolve({ exitCode: npm.exitCode, stdout, stderr });
    });
  });

/** Returns the text of each file in `folder`, by its path below it. */
const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );

test(
  'docs/ is what is generated: a page that differs, and no other, is named and written anew; a page that was written by hand is left alone',
  inWholeSuite,
  async () => {
    const folder = test.info().outputPath('docs');
    cpSync(docs, folder, { recursive: true });
    writeFileSync(join(folder, 'by-hand.md'), '# By hand\n');
    const wanted = textsIn(folder);
    appendFileSync(join(folder, 'claims.md'), 'Changed.\n');
    rmSync(join(folder, 'fixes.md'));
    copyFileSync(join(folder, 'engines.md'), join(folder, 'diagnoses/retired.md'));
    const changed = textsIn(folder);

    const shown = relative('', folder);
    expect(await run('--check', '--in', folder)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: [
        `${shown}/claims.md is not what is generated.`,
        `${shown}/fixes.md is missing.`,
        `${shown}/diagnoses/retired.md is no longer generated.`,
        'Run `npm run docs`, look at the difference, and commit it.',
        '',
      ].join('\n'),
    });
    expect(textsIn(folder)).toEqual(changed);

    expect(await run('--in', folder)).toEqual({
      exitCode: 0,
      stdout: 'Pages written: 2, removed: 1.\n',
      stderr: '',
    });
    expect(textsIn(folder)).toEqual(wanted);

    expect(await run('--check', '--in', folder)).toEqual({
      exitCode: 0,
      stdout: 'Every page is what is generated.\n',
      stderr: '',
    });
  },
);
