import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

export const file = 'pom.xml';

const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** Copies every jar that pom.xml asks for into lib/. Nothing is left in the user's own Maven repository. */
export async function install({ from, into }) {
  const repository = join(into, 'repository');
  await run('mvn', [
    '--batch-mode',
    '--quiet',
    `--file=${join(from, file)}`,
    `-Dmaven.repo.local=${repository}`,
    `-DoutputDirectory=${join(into, 'lib')}`,
    plugin,
  ]);
  rmSync(repository, { recursive: true });
}
