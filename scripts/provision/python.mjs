import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, onPath } from './debian.mjs';
import { Missing } from './missing.mjs';
import { run } from './run.mjs';

export const file = 'requirements.txt';

/** Makes a virtual environment with exactly what requirements.txt pins, from PyPI. */
export async function install({ from, into, log }) {
  await run(await interpreter(log), ['-m', 'venv', into]);
  cpSync(join(from, file), join(into, file));
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', file];
  await run(join(into, 'bin', 'python'), pip, { cwd: into });
}

/** Resolves to a Python that can make a virtual environment with pip: Debian packs that part separately. */
async function interpreter(log) {
  for (const python of ['python3', '/usr/bin/python3']) {
    if (spawnSync(python, ['-c', 'import ensurepip, venv']).status === 0) return python;
  }
  if (!onPath('apt-get')) throw new Missing('needs Python 3.10 or later with the modules venv and ensurepip');
  await aptInstall(['python3-venv'], log);
  return '/usr/bin/python3';
}
