/** Builds `dist`: JavaScript and types of what is published. Playwright does not transpile below node_modules. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

rmSync('dist', { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
chmodSync('dist/src/cli/cli.js', 0o755);

// What a report prints of each fix is a file beside its manifest.
for (const manifest of readdirSync('dist/servers/frameworks', { recursive: true })) {
  if (basename(manifest) !== 'manifest.js') continue;
  const folder = join('servers/frameworks', dirname(manifest));
  const { default: fix } = await import(pathToFileURL(join('dist', folder, 'manifest.js')).href);
  const file = join(folder, 'app', fix.printed);
  mkdirSync(join('dist', dirname(file)), { recursive: true });
  copyFileSync(file, join('dist', file));
}
