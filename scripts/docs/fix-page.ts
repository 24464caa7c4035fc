import { readdir } from 'node:fs/promises';
import { loadSystem } from '../../servers/fix-runner/availability.ts';
import { fixTable, type TableSystem } from './fix-table.ts';
import { loadFixes } from '../../servers/fix-runner/load.ts';
import { notRun } from './not-run.ts';
import { pinnedVersions } from './pinned-versions.ts';
import { systemsFolder } from '../../servers/fix-runner/places.ts';

/** The text of docs/fixes.md, before it is formatted. */
export async function fixPage(): Promise<string> {
  const systems = new Map<string, TableSystem>();
  for (const id of (await readdir(systemsFolder)).sort()) {
    const system = await loadSystem(id);
    systems.set(id, { system, versions: await pinnedVersions(system) });
  }
  const fixes = (await loadFixes()).map(({ fix }) => fix);
  return fixTable({ fixes, systems, notRun });
}
