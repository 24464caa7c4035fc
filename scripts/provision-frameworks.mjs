// Installs what the fixes run on, below .provision/ (ignored by git), one folder per system.
//   node scripts/provision-frameworks.mjs [SYSTEM…]
// Quick when nothing is to do. A system whose runtime is missing is left out with a line that says why;
// with CI=true that ends the script with exit code 1, unless it is Node that is too old.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const systems = join(root, 'servers', 'frameworks', 'systems');
const provision = join(root, '.provision');

/**
 * Each module of scripts/provision/ exports `file`, the name of the file that says what is to be installed,
 * and `install({ id, from, into, log })`, which does it. `install` throws `Missing` for a
 * runtime that is not there.
 */
async function loadInstallers() {
  const folder = new URL('./provision/', import.meta.url);
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.mjs') && name !== 'missing.mjs')
    .sort();
  return Promise.all(names.map((name) => import(new URL(name, folder).href)));
}

/** Changes with everything that the installed folder depends on. */
async function fingerprint(folder, installers) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!entry.isFile() || entry.name === 'system.ts') continue;
    hash.update(`\0${entry.name}\0`).update(await readFile(join(folder, entry.name)));
  }
  for (const installer of installers) hash.update(`\0${installer.file}\0${installer.install}`);
  return hash.digest('hex');
}

async function provisionSystem(id, allInstallers) {
  const from = join(systems, id);
  const into = join(provision, id);
  const files = new Set(await readdir(from));
  const installers = allInstallers.filter((installer) => files.has(installer.file));
  const wanted = await fingerprint(from, installers);
  const stampFile = join(into, 'stamp.json');
  const stamp = await readFile(stampFile, 'utf8').then(JSON.parse, () => null);
  if (stamp?.fingerprint === wanted) return 'there';
  const began = Date.now();
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  try {
    for (const installer of installers) {
      await installer.install({ id, from, into, log: (line) => console.log(`${id}: ${line}`) });
    }
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw error;
  }
  await writeFile(stampFile, `${JSON.stringify({ fingerprint: wanted })}\n`);
  return `installed in ${((Date.now() - began) / 1000).toFixed(1)} s`;
}

const known = (await readdir(systems)).sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no system ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(2);
}

const installers = await loadInstallers();
let failed = false;
for (const id of asked.length > 0 ? asked : known) {
  try {
    console.log(`${id}: ${await provisionSystem(id, installers)}`);
  } catch (error) {
    const tooOld = error?.code === 'NODE_TOO_OLD';
    const missing = tooOld || error?.code === 'RUNTIME_MISSING';
    console.log(`${id}: ${missing ? 'left out' : 'failed'}: ${error.message}`);
    if (!missing || (process.env.CI === 'true' && !tooOld)) failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
