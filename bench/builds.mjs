import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The build that today's is measured against: the last one that asked for everything that it says. */
const baseRevision = 'd0eeda6860d279ab0752e50493ac4858f6803ec7';

/** Where the build that is measured stands. */
export const present = { name: 'now', root: fileURLToPath(new URL('..', import.meta.url)) };

/**
 * Returns both builds, each with the folder that holds its `dist`. That of `revision` is taken from git into a folder of
 * its own, which `close()` removes, and built there with the packages of today.
 */
export function openBuilds(revision = baseRevision) {
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-base-'));
  const root = join(folder, 'base');
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(root);
    const archive = execFileSync('git', ['archive', revision], { cwd: present.root, maxBuffer: 2 ** 29 });
    execFileSync('tar', ['-x', '-C', root], { input: archive });
    mkdirSync(join(root, 'bench'), { recursive: true });
    symlinkSync(join(present.root, 'node_modules'), join(root, 'node_modules'));
    const { status, stdout } = spawnSync(process.execPath, ['scripts/build.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${revision} does not build: ${stdout}`);
  } catch (error) {
    close();
    throw error;
  }
  return { base: { name: 'base', root }, present, close };
}

/** What the demo of a build is: today's has a session, which the earlier build knows nothing of. */
const demoFiles = ['cors.policy.ts', 'servers/api/demo-api.ts'];

/**
 * Copies today's build beside `base`, with the demo API and the policy that it has: a whole run of both is then one of the
 * same API. It is removed with the base.
 */
export function copyWithDemoOf(base) {
  const root = join(base.root, '../now');
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: present.root, encoding: 'utf8' });
  for (const name of [...tracked.split('\0').filter((one) => one !== ''), 'dist']) {
    cpSync(join(present.root, name), join(root, name), { recursive: true });
  }
  for (const name of demoFiles) cpSync(join(base.root, name), join(root, name));
  symlinkSync(join(present.root, 'node_modules'), join(root, 'node_modules'));
  return { name: 'now', root };
}

/** Loads `module` of what `root` has built. */
export const built = ({ root }, module) => import(join(root, 'dist', module));
