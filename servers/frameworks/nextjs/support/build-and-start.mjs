// `next build && next start`, in one process group.
import { spawnSync } from 'node:child_process';

const [next, ...rest] = process.argv.slice(2);
const build = spawnSync(process.execPath, [next, 'build'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
process.argv = [process.execPath, next, 'start', ...rest];
await import(next);
