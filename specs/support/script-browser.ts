import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a browser that is the shell script `script`, in a folder of its own. */
export async function scriptBrowser(script: string) {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-browser-'));
  const path = join(folder, 'browser.sh');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return { folder, path, remove: () => rm(folder, { recursive: true }) };
}
