import { execFile } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { System } from '../../src/fix/fix.ts';
import { nodeOf } from './node-of.ts';
import { provisionFolder, systemsFolder } from './places.ts';

/**
 * `versions`: what is installed, as `Express 5.3.0`. `excused`: this version of Node cannot run it, so that it is
 * left out even where nothing may be missing.
 */
export type Availability =
  | { readonly available: true; readonly system: System; readonly versions: readonly string[] }
  | {
      readonly available: false;
      readonly system: System;
      readonly reason: string;
      readonly excused: boolean;
    };

export async function loadSystem(id: string): Promise<System> {
  const file = join(systemsFolder, id, 'system.ts');
  const module: { readonly default: System } = await import(pathToFileURL(file).href);
  if (module.default.id !== id) throw new Error(`${file} has the id "${module.default.id}": write "${id}".`);
  return module.default;
}

/** Where to look: the folder of what was provisioned, the PATH, and the version of Node. */
export interface Machine {
  readonly provisioned: string;
  readonly path: string;
  readonly node: string;
}

const thisMachine: Machine = {
  provisioned: provisionFolder,
  path: process.env['PATH'] ?? '',
  node: process.versions.node,
};

/** Reports whether fixes can run on this system here and now, and if not, what to do. */
export async function availabilityOf(id: string, machine: Machine = thisMachine): Promise<Availability> {
  const system = await loadSystem(id);
  const no = (reason: string): Availability => ({ available: false, system, reason, excused: false });
  const { node, commands = [] } = system.needs;
  const folder = join(machine.provisioned, id);
  const bringsNode = (await nodeOf(folder)) !== process.execPath;
  if (node !== undefined && !bringsNode && older(machine.node, node)) {
    const reason = `${system.name} needs Node ${node} or later; this is ${machine.node}.`;
    return { available: false, system, reason, excused: true };
  }
  const stamp = await readFile(join(folder, 'stamp.json'), 'utf8').catch(() => null);
  if (stamp === null)
    return no(`${system.name} is not installed: run node scripts/provision-frameworks.mjs ${id}`);
  for (const command of commands) {
    if (!(await isOnPath(command, machine.path)))
      return no(`${system.name} needs the command ${command}, which is not on the PATH.`);
  }
  const versions: string[] = [];
  for (const source of system.versions) versions.push(`${source.name} ${await versionOf(folder, source)}`);
  return { available: true, system, versions };
}

async function versionOf(folder: string, source: System['versions'][number]): Promise<string> {
  switch (source.from) {
    case 'npm': {
      const file = join(folder, 'node_modules', source.package, 'package.json');
      const manifest: { readonly version: string } = JSON.parse(await readFile(file, 'utf8'));
      return manifest.version;
    }
    case 'python':
      return printed(
        [
          join(folder, 'bin', 'python'),
          '-c',
          'import sys; from importlib.metadata import version; print(version(sys.argv[1]))',
          source.package,
        ],
        '^(\\S+)',
      );
    case 'command':
      return printed(
        source.argv.map((word) => word.replace('{system}', folder)),
        source.pattern,
      );
    case 'node':
      return printed([await nodeOf(folder), '--version'], '^v(\\S+)');
    default:
      return source satisfies never;
  }
}

function printed([command = '', ...rest]: readonly string[], pattern: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, rest, { timeout: 20_000 }, (error, stdout, stderr) => {
      const found = new RegExp(pattern, 'm').exec(`${stdout}\n${stderr}`)?.[1];
      if (found !== undefined) resolve(found);
      else reject(new Error(`${command} did not print a version: ${error?.message ?? stdout}`));
    });
  });
}

async function isOnPath(command: string, path: string): Promise<boolean> {
  for (const folder of path.split(delimiter)) {
    const found = await access(join(folder, command), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

/** Compares `major.minor.patch` numerically. */
function older(version: string, minimum: string): boolean {
  const left = version.split('.').map(Number);
  const right = minimum.split('.').map(Number);
  for (const [index, number] of right.entries()) {
    const difference = (left[index] ?? 0) - number;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
