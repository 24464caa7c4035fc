/** Builds `dist`: JavaScript and types of what is published. Playwright does not transpile below node_modules. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

rmSync('dist', { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
const schema = 'reports/report.schema.json';
if (existsSync(schema)) copyFileSync(schema, `dist/${schema}`);
chmodSync('dist/src/cli.js', 0o755);
