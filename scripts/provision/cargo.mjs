import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

export const file = 'Cargo.lock';

/** Compiles the crates that `Cargo.toml` names once, into a folder of the system's own: a fix is then compiled alone. */
export async function install({ from, into }) {
  for (const name of ['Cargo.toml', 'Cargo.lock']) cpSync(join(from, name), join(into, name));
  const empty = join(into, 'main.rs');
  writeFileSync(empty, 'fn main() {}\n');
  const env = { ...process.env, CARGO_TARGET_DIR: join(into, 'target'), CARGO_HOME: join(into, 'cargo') };
  mkdirSync(env.CARGO_HOME, { recursive: true });
  await run('cargo', ['build', '--locked', '--quiet'], { cwd: into, env });
  rmSync(empty);
}
