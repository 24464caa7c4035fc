import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Resolves to the Node that runs what is installed in `folder`: the one that its package.json brings from npm, where
 * the system needs a newer one than this project does; otherwise the one that runs this.
 */
export async function nodeOf(folder: string): Promise<string> {
  const own = join(folder, 'node_modules', '.bin', 'node');
  return access(own, constants.X_OK).then(
    () => own,
    () => process.execPath,
  );
}
