import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { claims } from '../../../fixtures/claims.ts';
import { claimsPage, claimsPagePath, updateCommand } from '../../../scripts/docs/claims-page.ts';

test('docs/claims.md is what the claims say', async () => {
  const written = readFileSync(claimsPagePath, 'utf8');
  expect(written, `Run "${updateCommand}" and look at the difference.`).toBe(await claimsPage(claims));
});
