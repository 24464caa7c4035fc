import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSystem } from '../../servers/fix-runner/availability.ts';
import { systemsFolder } from '../../servers/fix-runner/places.ts';
import type { System } from '../../src/fix/fix.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Returns each system by its id, with the versions that this repository pins, as `Express 5.3.0, cors 2.8.6`. */
export async function loadSystems(): Promise<ReadonlyMap<string, string>> {
  const ids = await readdir(systemsFolder);
  return new Map(
    await Promise.all(
      ids.map(async (id) => {
        const system = await loadSystem(id);
        return [id, nameWith(system.name, await pinnedVersions(system))] as const;
      }),
    ),
  );
}

/** Returns `name` and `versions`. The name is not said twice, and what has no number is no version. */
function nameWith(name: string, versions: readonly string[]): string {
  const pinned = versions.filter((version) => /\d/.test(version));
  if (pinned.length === 0) return name;
  return pinned[0]?.startsWith(name) === true ? pinned.join(', ') : `${name} (${pinned.join(', ')})`;
}

/** Returns the pinned versions of a system; a name alone where the machine decides, as with a Debian package. */
async function pinnedVersions(system: System): Promise<readonly string[]> {
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
