// Installs what the fixes run on, below .provision/ (ignored by git), one folder per system.
//   node scripts/provision-frameworks.mjs [--all | SYSTEM…]
// Without --all, those are left out that are built for longer than a change may wait.
// Several at a time, and quick when nothing is to do. A system whose runtime is missing is left out with a line that says why;
// with CI=true that ends the script with exit code 1, unless it is Node that is too old.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const systems = join(root, 'servers', 'systems');
const provision = join(root, '.provision');

/** Modules of scripts/provision/ that install nothing. */
const helpers = ['missing.mjs', 'run.mjs'];
/** Most of an installation waits for the network or for apt-get. */
const atATime = 4;

/**
 * Loads the modules of scripts/provision/. Each exports `file`, the name of the file that says what is to be installed,
 * and `install({ id, from, into, log })`, which does it. `install` rejects with `Missing` for a runtime that is not
 * there. `prepare({ froms, log })`, where there is one, does beforehand what is quicker done for many systems at once;
 * if it fails, `install` meets the same problem and says whose it is.
 */
async function loadInstallers() {
  const folder = new URL('./provision/', import.meta.url);
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.mjs') && !helpers.includes(name))
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

/** Resolves to what is to be done for a system; `isThere` if nothing is. `weight`: the more, the longer it may take. */
async function plan(id, allInstallers) {
  const from = join(systems, id);
  const into = join(provision, id);
  const files = new Set(await readdir(from));
  const installers = allInstallers.filter((installer) => files.has(installer.file));
  const wanted = await fingerprint(from, installers);
  const stampFile = join(into, 'stamp.json');
  const stamp = await readFile(stampFile, 'utf8').then(JSON.parse, () => null);
  const isThere = stamp?.fingerprint === wanted;
  const weight = files.has('package-lock.json') ? (await stat(join(from, 'package-lock.json'))).size : 0;
  return { id, from, into, installers, wanted, stampFile, isThere, weight };
}

async function provisionSystem({ id, from, into, installers, wanted, stampFile, isThere }) {
  if (isThere) return 'there';
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
const isAll = process.argv.includes('--all');
const asked = process.argv.slice(2).filter((argument) => argument !== '--all');
const unknown = asked.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no system ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(2);
}

const installers = await loadInstallers();
const slow = JSON.parse(await readFile(join(root, 'servers', 'slow-systems.json'), 'utf8'));
const ids = asked.length > 0 ? asked : known.filter((id) => isAll || !slow.includes(id));
const plans = await Promise.all(ids.map((id) => plan(id, installers)));
for (const installer of installers) {
  const froms = plans
    .filter((one) => !one.isThere && one.installers.includes(installer))
    .map(({ from }) => from);
  // Not waited for: what needs no package of the system goes on meanwhile, and what does is next in turn.
  if (froms.length > 1) installer.prepare?.({ froms, log: console.log }).catch(() => {});
}

let failed = false;
async function provisionAndSay(one) {
  const { id } = one;
  try {
    console.log(`${id}: ${await provisionSystem(one)}`);
  } catch (error) {
    const tooOld = error?.code === 'NODE_TOO_OLD';
    const missing = tooOld || error?.code === 'RUNTIME_MISSING';
    console.log(`${id}: ${missing ? 'left out' : 'failed'}: ${error.message}`);
    if (!missing || (process.env.CI === 'true' && !tooOld)) failed = true;
  }
}

// The longest first, so that none of them is alone at the end.
const waiting = plans.sort((left, right) => right.weight - left.weight);
async function work() {
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await provisionAndSay(one);
}
await Promise.all(Array.from({ length: atATime }, work));
process.exitCode = failed ? 1 : 0;
