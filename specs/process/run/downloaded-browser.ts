import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Makes a folder of browsers as `npx playwright install chromium` makes it, but for the headless shell: `installed` is
 * the browser in it. Its `env` has Playwright look there.
 */
export async function downloadedBrowser(installed: string) {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-browsers-'));
  const env = { PLAYWRIGHT_BROWSERS_PATH: folder, CORS_CHROMIUM: '' };
  const { stdout: path } = spawnSync(
    process.execPath,
    ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"],
    { env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  await mkdir(dirname(path), { recursive: true });
  await symlink(installed, path);
  await writeFile(join(dirname(dirname(path)), 'INSTALLATION_COMPLETE'), '');
  return { env, remove: () => rm(folder, { recursive: true, force: true }) };
}
