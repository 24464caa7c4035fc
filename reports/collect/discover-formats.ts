import { readdir } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Format } from '../format.ts';

const formatsFolder = new URL('../formats/', import.meta.url);

/** Returns the files of `folder` that hold a format, sorted by name. */
export async function formatFiles(folder: URL = formatsFolder): Promise<readonly URL[]> {
  const names = (await readdir(folder)).filter(isFormatFile).sort();
  return names.map((name) => new URL(name, folder));
}

/** Returns the format in `file`. Throws if it holds none, or if its id is not the file's name. */
export async function loadFormat(file: URL): Promise<Format> {
  const name = basename(file.pathname);
  const module: unknown = await import(file.href);
  const format = typeof module === 'object' && module !== null && 'default' in module ? module.default : null;
  if (!isFormat(format)) throw new Error(`${name} must export defineFormat({ … }) as default.`);
  const expectedId = basename(name, extname(name));
  if (format.id === expectedId) return format;
  throw new Error(`${name} calls its format "${format.id}": call it "${expectedId}", like the file.`);
}

/**
 * Reports whether `name` is that of a format: `.ts` in the checkout and `.js` once published. The pattern admits no
 * second dot, so no `.d.ts`.
 */
function isFormatFile(name: string): boolean {
  return /^[a-z0-9-]+\.(ts|js)$/.test(name);
}

function isFormat(value: unknown): value is Format {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'fileName' in value &&
    typeof value.fileName === 'string' &&
    'render' in value &&
    typeof value.render === 'function'
  );
}
