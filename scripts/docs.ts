import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { command, isGenerated, pages } from './docs/pages.ts';

// npm run docs                    writes the generated pages of docs/, and removes those that are no longer made
// npm run docs -- --check         writes nothing; says which pages differ, and ends with exit code 1 if one does
// npm run docs -- --in <folder>   does either in another folder than docs/
const { check, in: folder } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    in: { type: 'string', default: fileURLToPath(new URL('../docs', import.meta.url)) },
  },
}).values;

const made = await pages();
const there = await pagesIn(folder);
const gone = [...there].filter(([path, text]) => !made.has(path) && isGenerated(text)).map(([path]) => path);
const different = [...made].filter(([path, text]) => there.get(path) !== text);

const named = (path: string): string => relative('', join(folder, path));

if (check) {
  for (const [path] of different) {
    console.error(`${named(path)} ${there.has(path) ? 'is not what is generated' : 'is missing'}.`);
  }
  for (const path of gone) console.error(`${named(path)} is no longer generated.`);
  if (different.length + gone.length > 0) {
    console.error(`Run \`${command}\`, look at the difference, and commit it.`);
    process.exitCode = 1;
  } else console.log('Every page is what is generated.');
} else {
  for (const [path, text] of different) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const path of gone) await rm(join(folder, path));
  console.log(`Pages written: ${different.length}, removed: ${gone.length}.`);
}

/** Returns the text of each page in `folder`, by its path below it. */
async function pagesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const paths = await readdir(folder, { recursive: true });
  const own = paths.filter((path) => /\.(md|html)$/.test(path)).toSorted();
  return new Map(
    await Promise.all(own.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}
