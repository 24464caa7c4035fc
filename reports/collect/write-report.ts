import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Report } from '../../src/model.ts';
import type { Language } from '../../src/words/language.ts';
import type { Format } from '../format.ts';
import { say } from '../../src/words/say.ts';
import { renderedIn } from '../words/in-language.ts';
import { formatFiles, loadFormat } from './discover-formats.ts';

/** What became of the files of a report. */
export interface Written {
  readonly paths: readonly string[];
  /** Sentences, one for each format that could not be rendered or written. */
  readonly failures: readonly string[];
}

/** Returns `report` in a format, said in `language` unless programs read it. */
export const inFormat = ({ isForPrograms, render }: Format, report: Report, language: Language): string =>
  renderedIn(isForPrograms === true ? 'en' : language, report, render);

/**
 * Writes `report` into `folder`, which is made, in every format of `formats`, said in `language`. Never throws; one failure stops
 * no other.
 */
export async function writeReport(
  report: Report,
  folder: string,
  { language = 'en', formats }: { readonly language?: Language; readonly formats?: URL } = {},
): Promise<Written> {
  const paths: string[] = [];
  const failures: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const file of await formatFiles(formats)) {
      try {
        const format = await loadFormat(file);
        const path = join(folder, format.fileName);
        await writeFile(path, inFormat(format, report, language));
        paths.push(path);
      } catch (error) {
        failures.push(
          say('The report format {file} failed: {error}', {
            file: basename(file.pathname),
            error: String(error),
          }),
        );
      }
    }
  } catch (error) {
    failures.push(say('The report could not be written: {error}', { error: String(error) }));
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
