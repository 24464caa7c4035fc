import { fileURLToPath } from 'node:url';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
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
  const samples = [
    { folder: 'golden', report: sampleReport() },
    { folder: 'golden/three-engines', report: threeEnginesReport() },
  ];
  return samples.map(({ folder, report }) =>
    formats.map(({ fileName, render }) => ({
      path: fileURLToPath(new URL(`${folder}/${fileName}`, reports)),
      content: render(report),
    })),
  );
}
