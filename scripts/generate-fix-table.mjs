// Writes docs/fixes.md from the manifests below servers/frameworks/.
import { mkdir, writeFile } from 'node:fs/promises';
import { createJiti } from 'jiti';
import { format, resolveConfig } from 'prettier';

const jiti = createJiti(import.meta.url);
const { fixPage } = await jiti.import('./docs/fix-page.ts');
const file = new URL('../docs/fixes.md', import.meta.url);
const options = await resolveConfig(file);
await mkdir(new URL('.', file), { recursive: true });
await writeFile(file, await format(await fixPage(), { ...options, parser: 'markdown' }));
