import { fileURLToPath } from 'node:url';
import { formatFiles, loadFormat } from '../../../reports/discover-formats.ts';
import { sampleReport } from './sample-report.ts';

export const updateCommand = 'npm run golden';

const reports = new URL('../../../reports/', import.meta.url);

export const schemaPath = fileURLToPath(new URL('report.schema.json', reports));

/** The path and the content that each golden file is to have: the sample report in every format. */
export async function goldenFiles(): Promise<readonly { readonly path: string; readonly content: string }[]> {
  const report = sampleReport();
  const formats = await Promise.all((await formatFiles()).map(loadFormat));
  return formats.map(({ fileName, render }) => ({
    path: fileURLToPath(new URL(`golden/${fileName}`, reports)),
    content: render(report),
  }));
}
