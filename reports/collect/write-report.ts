import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Report } from '../../src/model.ts';
import { formatFiles, loadFormat } from './discover-formats.ts';

/** What became of the files of a report. */
export interface Written {
  readonly paths: readonly string[];
  /** Sentences, one for each format that could not be rendered or written. */
  readonly failures: readonly string[];
}

/**
 * Writes `report` into `folder`, which is made, in every format of `formats`. Never throws; one failure stops
 * no other.
 */
export async function writeReport(report: Report, folder: string, formats?: URL): Promise<Written> {
  const paths: string[] = [];
  const failures: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const file of await formatFiles(formats)) {
      try {
        const { fileName, render } = await loadFormat(file);
        await writeFile(join(folder, fileName), render(report));
        paths.push(join(folder, fileName));
      } catch (error) {
        failures.push(`The report format ${basename(file.pathname)} failed: ${String(error)}`);
      }
    }
  } catch (error) {
    failures.push(`The report could not be written: ${String(error)}`);
  }
  return { paths, failures };
}

/** Removes the files of an earlier report from `folder`, if there are any, and nothing else. Never throws. */
export async function removeReport(folder: string, formats?: URL): Promise<void> {
  try {
    for (const file of await formatFiles(formats)) {
      const { fileName } = await loadFormat(file);
      await rm(join(folder, fileName), { force: true });
    }
  } catch {
    // What cannot be removed cannot be written either, and that is said.
  }
}
