import { readFile } from 'node:fs/promises';
import type { LibraryFix } from './fix.ts';
import { fixFolders, readManifest } from './folders.ts';

/** Resolves to every fix that can be printed: the files of this package that its tests run. Only reads. */
export async function loadPrintableFixes(): Promise<readonly LibraryFix[]> {
  const folders = await fixFolders();
  return Promise.all(
    folders.map(async (folder) => {
      const fix = await readManifest(folder);
      const { stack, variant, role, preferred, printed, language, install, notes, broken } = fix;
      const template = await readFile(new URL(`app/${printed}`, folder.url), 'utf8');
      const shared = { stack, variant, role, preferred, printed, language, install, notes, broken, template };
      return fix.role === 'api' ? { ...shared, backend: fix.backend } : shared;
    }),
  );
}
