import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { expect, test } from '@playwright/test';
import { fixPage } from '../../../scripts/docs/fix-page.ts';

test('docs/fixes.md says what the manifests say', async () => {
  const file = new URL('../../../docs/fixes.md', import.meta.url);
  const options = await resolveConfig(file);
  const written = await format(await fixPage(), { ...options, parser: 'markdown' });
  expect(await readFile(file, 'utf8'), 'run node scripts/generate-fix-table.mjs').toBe(written);
});
