// Writes docs/catalogue.md, docs/engines.md and docs/diagnoses/ from the cases, the diagnoses and the engines.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { pages } = await jiti.import('./docs/pages.ts');
const folder = new URL('../docs/', import.meta.url);
await rm(new URL('diagnoses/', folder), { recursive: true, force: true });
await mkdir(new URL('diagnoses/', folder), { recursive: true });
for (const [path, text] of await pages()) await writeFile(new URL(path, folder), text);
