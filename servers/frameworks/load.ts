import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStack, type BrokenTwin, type Fix } from '../../src/fix.ts';
import { frameworksFolder } from './places.ts';

/** Path below `app/` → template. */
export type Files = ReadonlyMap<string, string>;

/** A fix with the templates of its files. */
export interface LoadedFix {
  readonly fix: Fix;
  /** The fix's own files, `app/`. */
  readonly app: Files;
  /** What all fixes of the stack need to run and no user edits, `<stack>/support/`. */
  readonly support: Files;
  /** Twin id → only the files that differ from `app`. */
  readonly broken: ReadonlyMap<string, Files>;
}

/** Every fix, in the order of their folders' names. Throws if a manifest's id is not its folder. */
export async function loadFixes(): Promise<readonly LoadedFix[]> {
  const loaded: LoadedFix[] = [];
  for (const stack of await folders(frameworksFolder)) {
    if (!isStack(stack)) continue;
    for (const variant of await folders(join(frameworksFolder, stack))) {
      if (variant !== 'support') loaded.push(await loadFix(stack, variant));
    }
  }
  return loaded;
}

export async function loadFix(stack: string, variant: string): Promise<LoadedFix> {
  const folder = join(frameworksFolder, stack, variant);
  const module: { readonly default: Fix } = await import(pathToFileURL(join(folder, 'manifest.ts')).href);
  const fix = module.default;
  if (fix.id !== `${stack}-${variant}`) {
    throw new Error(`${folder}/manifest.ts has the id "${fix.id}": write "${stack}-${variant}".`);
  }
  const broken = new Map<string, Files>();
  for (const twin of fix.broken) broken.set(twin.id, await filesOf(join(folder, 'broken', twin.id)));
  const support = await filesOf(join(frameworksFolder, stack, 'support'));
  return { fix, app: await filesOf(join(folder, 'app')), support, broken };
}

/** All files that run: of the fix, or of one of its broken twins. Throws if `twin` is not one of the fix. */
export function filesToRun(loaded: LoadedFix, twin: BrokenTwin['id'] | null): Files {
  if (twin === null) return new Map([...loaded.support, ...loaded.app]);
  const replaced = loaded.broken.get(twin);
  if (replaced === undefined) throw new Error(`${loaded.fix.id} has no broken twin "${twin}".`);
  return new Map([...loaded.support, ...loaded.app, ...replaced]);
}

async function folders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Empty if the folder does not exist. */
async function filesOf(folder: string): Promise<Files> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return files;
}
