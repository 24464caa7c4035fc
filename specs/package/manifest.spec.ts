import { execFile } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { z } from 'zod';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

test('a dependency is what a published module imports, and nothing else is one', async () => {
  const imported = new Set((await publishedModules()).flatMap(bareImports).map(packageName));
  expect([...imported].sort()).toEqual(
    [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)].sort(),
  );
});

test('who installs the package gets 53 packages with it', () => {
  const installed = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== '' && !('dev' in entry) && !('devOptional' in entry) && !('peer' in entry),
  );
  expect(installed.length).toBe(53);
});

/** What README links for those who work on the project: the registry's page finds it in the repository. */
const inTheRepositoryAlone = new Set(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'cors.policy.ts']);

test('what README links is in the tarball', async () => {
  const packed = new Set(await packedFiles());
  const links = relativeLinks(await readFile('README.md', 'utf8'));
  const inTarball = links.filter((link) => !inTheRepositoryAlone.has(link));
  expect(inTarball).not.toEqual([]);
  expect(inTarball.filter((link) => !packed.has(link))).toEqual([]);
});

async function packedFiles(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--dry-run', '--ignore-scripts']);
  const answer: unknown = JSON.parse(stdout);
  const [{ files }] = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]).parse(answer);
  return files.map(({ path }) => path);
}

/** Returns the paths that a page of Markdown links, without their fragments. */
const relativeLinks = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !URL.canParse(target));

/** Returns the text of each module of dist, and of its types. The files of the fixes are printed, never imported. */
async function publishedModules(): Promise<string[]> {
  const files = await readdir('dist', { recursive: true });
  const modules = files.filter(
    (file) => /\.(js|d\.ts)$/.test(file) && !/^servers\/frameworks\/.*\/app\//.test(file),
  );
  return Promise.all(modules.map((file) => readFile(join('dist', file), 'utf8')));
}

/** Returns what a module imports that is no file of its own, and what it has resolved, to be loaded elsewhere. */
const bareImports = (text: string): string[] =>
  [
    ...ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
    ...[...text.matchAll(/createRequire\([^()]*\)\.resolve\('([^']+)'\)/g)].map(([, name = '']) => name),
  ].filter((name) => !name.startsWith('.') && !isBuiltin(name));

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
