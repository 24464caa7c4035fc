import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Fix } from './fix.ts';
import { isStack, type StackId } from './stacks.ts';

/** The folder of one fix, `<stack>/<variant>/`. */
export interface FixFolder {
  readonly url: URL;
  readonly id: string;
  readonly stack: StackId;
}

/** Where fixes are: in the checkout, and in the same place of the published package. */
const frameworks = new URL('../../servers/frameworks/', import.meta.url);

/** Resolves to the folder of every fix, in the order of their names. */
export async function fixFolders(): Promise<readonly FixFolder[]> {
  const found: FixFolder[] = [];
  for (const stack of await foldersIn(frameworks)) {
    if (!isStack(stack)) continue;
    const variants = await foldersIn(new URL(`${stack}/`, frameworks));
    found.push(...variants.filter((name) => name !== 'support').map((name) => fixFolder(stack, name)));
  }
  return found;
}

export const fixFolder = (stack: StackId, variant: string): FixFolder => ({
  url: new URL(`${stack}/${variant}/`, frameworks),
  id: `${stack}-${variant}`,
  stack,
});

/** Resolves with what the manifest in `folder` says. Rejects if its id is not its folder. */
export async function readManifest({ url, id }: FixFolder): Promise<Fix> {
  // `.ts` in the checkout and `.js` once published.
  const file = new URL(`manifest${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`, url);
  const module: { readonly default: Fix } = await import(file.href);
  if (module.default.id === id) return module.default;
  throw new Error(`${fileURLToPath(file)} has the id "${module.default.id}": write "${id}".`);
}

async function foldersIn(folder: URL): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
