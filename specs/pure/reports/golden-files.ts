import { fileURLToPath } from 'node:url';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import { inFormat } from '../../../reports/collect/write-report.ts';
import type { Report } from '../../../src/model.ts';
import type { Language } from '../../../src/words/language.ts';
import { threeEnginesReport } from './sample-engines.ts';
import { sampleReport } from './sample-report.ts';

export const updateCommand = 'npm run golden';

const reports = new URL('../../../reports/', import.meta.url);

export const schemaPath = fileURLToPath(new URL('report.schema.json', reports));

export interface GoldenFile {
  readonly path: string;
  readonly content: string;
}

/** Resolves to the golden files of each folder: a sample report in every format. */
export async function goldenFolders(): Promise<readonly (readonly GoldenFile[])[]> {
  const formats = await Promise.all((await formatFiles()).map(loadFormat));
  const samples: readonly { folder: string; report: Report; language?: Language }[] = [
    { folder: 'golden', report: sampleReport() },
    { folder: 'golden/ja', report: sampleReport(), language: 'ja' },
    { folder: 'golden/three-engines', report: threeEnginesReport() },
  ];
  return samples.map(({ folder, report, language = 'en' }) =>
    formats
      .filter(({ isForPrograms }) => language === 'en' || isForPrograms !== true)
      .map((format) => ({
        path: fileURLToPath(new URL(`${folder}/${format.fileName}`, reports)),
        content: inFormat(format, report, language),
      })),
  );
}
