import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { reportJsonSchema } from '../reports/schema.ts';
import { goldenFolders, schemaPath } from '../specs/pure/reports/golden-files.ts';

// CI compares; whoever changes a format looks at the difference and commits it.
if (process.env['CI']) throw new Error('Golden files are never written in CI.');

for (const { path, content } of (await goldenFolders()).flat()) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
const options = await resolveConfig(schemaPath);
await writeFile(schemaPath, await format(reportJsonSchema(), { ...options, filepath: schemaPath }));
