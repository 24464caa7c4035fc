import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '../../src/fix/fix.ts';
import { systemsFolder } from '../../servers/fix-runner/places.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The versions that this repository pins for a system, as `Express 5.3.0`; a name alone where the version is that
 * of the machine, such as Debian's.
 */
export async function pinnedVersions(system: System): Promise<readonly string[]> {
  const folder = join(systemsFolder, system.id);
  const requirements = await readFile(join(folder, 'requirements.txt'), 'utf8').catch(() => '');
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => '{"packages":{}}');
  const { packages }: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(lock);
  return system.versions.map((source) => {
    if (source.from === 'npm') {
      return `${source.name} ${packages[`node_modules/${source.package}`]?.version ?? 'unpinned'}`;
    }
    if (source.from === 'node') {
      const [version] = Object.values(packages['']?.optionalDependencies ?? {});
      return `${source.name} ${version ?? 'unpinned'}`;
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
