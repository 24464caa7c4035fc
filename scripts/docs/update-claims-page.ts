import { writeFile } from 'node:fs/promises';
import { claims } from '../../fixtures/claims.ts';
import { claimsPage, claimsPagePath } from './claims-page.ts';

// CI compares; whoever changes a claim looks at the difference and commits it.
if (process.env['CI']) throw new Error('Documentation is never written in CI.');

await writeFile(claimsPagePath, await claimsPage(claims));
