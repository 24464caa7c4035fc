import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from './missing.mjs';
import { run } from './run.mjs';

export const file = 'go.sum';

/**
 * Compiles what `imports.go` names once, from modules that are the system's own. Fixes below the folder belong to its
 * module. Comes after what is installed for `go.mod`.
 */
export async function install({ from, into }) {
  for (const name of ['go.mod', 'go.sum', 'imports.go']) cpSync(join(from, name), join(into, name));
  const env = {
    ...process.env,
    GOCACHE: join(into, 'cache'),
    GOMODCACHE: join(into, 'modules'),
    GOFLAGS: '-buildvcs=false -modcacherw',
    GOTOOLCHAIN: 'local',
  };
  await run('go', ['build', '-o', 'imports', '.'], { cwd: into, env }).catch((error) => {
    throw /requires go >=/.test(error.message) ? new Missing(error.message) : error;
  });
  for (const name of ['imports.go', 'imports']) rmSync(join(into, name));
}
