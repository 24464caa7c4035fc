import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '../../src/fix.ts';
import { systemsFolder } from './places.ts';

/**
 * The versions that this repository pins for a system, as `Express 5.3.0`; a name alone where the version is that
 * of the machine, such as Debian's.
 */
export async function pinnedVersions(system: System): Promise<readonly string[]> {
  const folder = join(systemsFolder, system.id);
  const requirements = await readFile(join(folder, 'requirements.txt'), 'utf8').catch(() => '');
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => '{"packages":{}}');
  const { packages }: { readonly packages: Readonly<Record<string, { readonly version?: string }>> } =
    JSON.parse(lock);
  return system.versions.map((source) => {
    if (source.from === 'npm') {
      return `${source.name} ${packages[`node_modules/${source.package}`]?.version ?? 'unpinned'}`;
    }
    if (source.from === 'python') {
      const line = requirements
        .split('\n')
        .find((text) => text.toLowerCase().startsWith(`${source.package.toLowerCase()}==`));
      return line === undefined ? source.name : `${source.name} ${line.split('==')[1]?.split(/[\s;]/)[0]}`;
    }
    return source.name;
  });
}
