import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from './missing.mjs';
import { run } from './run.mjs';

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
  const wanted = packagesOf(from);
  await aptInstall(neededOf(wanted), log);
  if (wanted.some(([name]) => name.startsWith('python3-'))) {
    await run('/usr/bin/python3', ['-m', 'venv', '--without-pip', '--system-site-packages', into]);
  }
}

/** Installs the packages of several systems at once: apt-get takes most of its time for beginning and ending. */
export async function prepare({ froms, log }) {
  await aptInstall([...new Set(froms.flatMap((from) => neededOf(packagesOf(from))))], log);
}

const packagesOf = (from) =>
  readFileSync(join(from, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(/\s+/));

const neededOf = (wanted) =>
  wanted.filter(([, command]) => command === undefined || !onPath(command)).map(([name]) => name);

let turn = Promise.resolve();

/**
 * Installs those of `packages` that are not there, without starting a service, and one call after the other, as
 * apt-get works alone. Rejects with `Missing` where it cannot be done.
 */
export function aptInstall(packages, log) {
  const done = turn.then(() => installAbsent(packages, log));
  turn = done.catch(() => {});
  return done;
}

async function installAbsent(packages, log) {
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
  if (absent.some((name) => !isAvailable(name))) await apt('update');
  const undo = denyServiceStarts(sudo);
  try {
    await apt('install', '--no-install-recommends', ...absent);
  } finally {
    undo();
  }
}

/**
 * Refuses that packages start their services: a Debian package does when it is installed, unless this file says no. One
 * that is there belongs to somebody else, and is neither changed nor removed. Returns what takes ours away again.
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
const isAvailable = (name) =>
  /Candidate: (?!\(none\))/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '');
