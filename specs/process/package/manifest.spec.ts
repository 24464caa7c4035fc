import { expect, test } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import manifest from '../../../package.json' with { type: 'json' };

test('a dependency is what a published module imports, and nothing else is one', async () => {
  const imported = new Set((await publishedModules()).flatMap(bareImports).map(packageName));
  expect([...imported].sort()).toEqual(
    [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)].sort(),
  );
});

/** Returns the text of each module of dist, and of its types. The files of the fixes are printed, never imported. */
async function publishedModules(): Promise<string[]> {
  const files = await readdir('dist', { recursive: true });
  const modules = files.filter(
    (file) => /\.(js|d\.ts)$/.test(file) && !/^servers\/frameworks\/.*\/app\//.test(file),
  );
  return Promise.all(modules.map((file) => readFile(join('dist', file), 'utf8')));
}

const bareImports = (text: string): string[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !isBuiltin(name));

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
