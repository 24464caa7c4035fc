import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from './missing.mjs';

export const file = 'debian-packages.txt';

const denyStarts = '/usr/sbin/policy-rc.d';

/**
 * Installs the packages of debian-packages.txt, one a line. A second word on a line is a command: the package
 * is left alone if that command is on the PATH, whoever put it there.
 *
 * With `python3-…` packages among them, `into` also becomes a virtual environment of Debian's own Python that
 * sees them, so that a fix starts the same `bin/python` here and where the packages come from PyPI.
 */
export async function install({ from, into, log }) {
  const lines = readFileSync(join(from, file), 'utf8').split('\n').filter(Boolean);
  const wanted = lines.map((line) => line.split(/\s+/));
  aptInstall(
    wanted.filter(([, command]) => command === undefined || !onPath(command)).map(([name]) => name),
    log,
  );
  if (wanted.some(([name]) => name.startsWith('python3-'))) {
    run('/usr/bin/python3', ['-m', 'venv', '--without-pip', '--system-site-packages', into]);
  }
}

/** Installs those of `packages` that are not there, without starting a service. Throws `Missing` elsewhere. */
export function aptInstall(packages, log) {
  if (packages.length === 0) return;
  if (!onPath('dpkg-query'))
    throw new Missing(`needs ${packages.join(', ')}, and this is not a Debian system`);
  const absent = packages.filter((name) => !installed(name));
  if (absent.length === 0) return;
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    throw new Missing(`needs root for: apt-get install --no-install-recommends ${absent.join(' ')}`);
  }
  log(`apt-get install ${absent.join(' ')}`);
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const apt = (...rest) => run(...split([...sudo, ...environment, 'apt-get', '-qq', '-y', ...rest]));
  if (absent.some((name) => !available(name))) apt('update');
  const undo = denyServiceStarts(sudo);
  try {
    apt('install', '--no-install-recommends', ...absent);
  } finally {
    undo();
  }
}

/**
 * A Debian package starts its service when it is installed, unless this file says no. One that is there
 * belongs to somebody else, and is neither changed nor removed. Returns what takes ours away again.
 */
function denyServiceStarts(sudo) {
  const script = '#!/bin/sh\nexit 101\n';
  if (sudo.length > 0) {
    const make = `set -C; printf '#!/bin/sh\\nexit 101\\n' > ${denyStarts} && chmod 755 ${denyStarts}`;
    const made = spawnSync('sudo', ['-n', 'sh', '-c', make]).status === 0;
    return () => made && spawnSync('sudo', ['-n', 'rm', '-f', denyStarts]);
  }
  try {
    writeFileSync(denyStarts, script, { mode: 0o755, flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return () => {};
    throw error;
  }
  return () => rmSync(denyStarts);
}

/** Runs to the end, or throws with what the command printed. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (done.status === 0) return done.stdout;
  const said = `${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`.trim();
  throw new Error(`${command} ${args.join(' ')} failed:\n${said}`);
}

export function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const split = ([command, ...rest]) => [command, rest];
const installed = (name) =>
  spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' }).stdout ===
  'installed';
const available = (name) => /Candidate: (?!\(none\))/.test(run('apt-cache', ['policy', name]));
