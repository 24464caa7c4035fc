import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PolicyInput } from '../../src/policy/types.ts';
import { innerRun, type InnerRun } from './inner-run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A project of somebody else, whose one spec file calls `corsTarget()`. */
export interface Consumer {
  readonly folder: string;
  run(env?: Readonly<Record<string, string>>, args?: readonly string[]): Promise<InnerRun>;
  remove(): Promise<void>;
}

/** Makes such a project; `config` is the source text of its configuration object, in which `ours` is our reporter. */
export async function makeConsumer(policy: PolicyInput, config: string): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-consumer-'));
  const files = {
    'package.json': '{ "type": "module" }',
    'playwright.config.ts': `import { defineConfig } from '@playwright/test';
const ours = ${JSON.stringify(join(root, 'reports/reporter.ts'))};
export default defineConfig(${config});
`,
    'cors.spec.ts': `import { corsTarget } from ${JSON.stringify(join(root, 'fixtures/target.ts'))};
corsTarget();
`,
    'cors.policy.json': JSON.stringify(policy),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    run: (env = {}, args = []) => innerRun(env, args, folder, join(folder, 'playwright.config.ts')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
