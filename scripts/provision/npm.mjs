import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeTooOld } from './missing.mjs';
import { run } from './run.mjs';

export const file = 'package.json';

/**
 * Installs exactly what package-lock.json says, in a folder of its own. A system that needs a newer Node than this
 * one has it from npm, by `optionalDependencies`, where npm has it for this platform.
 */
export async function install({ from, into }) {
  const { engines, optionalDependencies = {} } = JSON.parse(readFileSync(join(from, file), 'utf8'));
  const minimum = engines?.node?.replace(/^>=\s*/, '');
  const brings = Object.hasOwn(optionalDependencies, `node-${process.platform}-${process.arch}`);
  if (minimum !== undefined && !brings && older(process.versions.node, minimum)) {
    throw new NodeTooOld(`needs Node ${minimum} or later; this is ${process.versions.node}`);
  }
  for (const name of [file, 'package-lock.json']) cpSync(join(from, name), join(into, name));
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: into,
    shell: process.platform === 'win32',
  });
}

function older(version, minimum) {
  const left = version.split('.').map(Number);
  const right = minimum.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
