import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrokenTwin, Fix, StackId } from '../../src/fix/fix.ts';
import { fixFolder, fixFolders, readManifest, type FixFolder } from '../../src/fix/folders.ts';
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
  /** Twin id → what takes the place of its files by its hint; empty where that is the fix itself. */
  readonly applied: ReadonlyMap<string, Files>;
}

/** Resolves to every fix, in the order of their folders' names. Throws if a manifest's id is not its folder. */
export async function loadFixes(): Promise<readonly LoadedFix[]> {
  return Promise.all((await fixFolders()).map(loadFrom));
}

export const loadFix = (stack: StackId, variant: string): Promise<LoadedFix> =>
  loadFrom(fixFolder(stack, variant));

async function loadFrom(place: FixFolder): Promise<LoadedFix> {
  const fix = await readManifest(place);
  const folder = fileURLToPath(place.url);
  const broken = new Map<string, Files>();
  const applied = new Map<string, Files>();
  for (const twin of fix.broken) {
    broken.set(twin.id, await filesOf(join(folder, 'broken', twin.id)));
    applied.set(twin.id, await filesOf(join(folder, 'applied', twin.id)));
  }
  const support = await filesOf(join(frameworksFolder, place.stack, 'support'));
  return { fix, app: await filesOf(join(folder, 'app')), support, broken, applied };
}

/**
 * Returns all files that run: of the fix, or of one of its broken twins, with the hint of that applied if `isApplied`.
 * Throws if `twin` is not one of the fix.
 */
export function filesToRun(
  loaded: LoadedFix,
  twin: BrokenTwin['id'] | null,
  { isApplied = false }: { readonly isApplied?: boolean | undefined } = {},
): Files {
  if (twin === null) return new Map([...loaded.support, ...loaded.app]);
  const replaced = loaded.broken.get(twin);
  if (replaced === undefined) throw new Error(`${loaded.fix.id} has no broken twin "${twin}".`);
  const own = isApplied ? (loaded.applied.get(twin) ?? []) : replaced;
  return new Map([...loaded.support, ...loaded.app, ...own]);
}

/** Resolves to the files below `folder`; empty if it does not exist. */
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
