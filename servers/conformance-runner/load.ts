import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Library } from './library.ts';

/** The libraries: a folder per ecosystem, a folder per library. */
const librariesFolder = new URL('../conformance/', import.meta.url);

export interface LoadedLibrary {
  readonly library: Library;
  readonly ecosystem: string;
  /** The path of its folder. */
  readonly folder: string;
}

/** Resolves to every library, by ecosystem and name. Throws if an id is not its folder's name. */
export async function loadLibraries(): Promise<readonly LoadedLibrary[]> {
  const all: LoadedLibrary[] = [];
  for (const ecosystem of (await readdir(librariesFolder)).toSorted()) {
    const ecosystemFolder = new URL(`${ecosystem}/`, librariesFolder);
    for (const id of (await readdir(ecosystemFolder)).toSorted()) {
      const url = new URL(`${id}/`, ecosystemFolder);
      const module: { readonly default: Library } = await import(new URL('library.ts', url).href);
      const { default: library } = module;
      if (library.id !== id) {
        throw new Error(`servers/conformance/${ecosystem}/${id} has the id "${library.id}": write "${id}".`);
      }
      all.push({ library, ecosystem, folder: fileURLToPath(url) });
    }
  }
  return all;
}
