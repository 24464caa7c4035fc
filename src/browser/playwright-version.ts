import { createRequire } from 'node:module';

/** Returns the version of the Playwright that drives the browsers; `unknown` if it names none. */
export function playwrightVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('@playwright/test/package.json');
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}
