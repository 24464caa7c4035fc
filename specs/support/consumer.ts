import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineChoice } from '../../fixtures/stage/engine-choice.ts';
import type { PolicyInput } from '../../src/policy/types.ts';
import { innerRun, type InnerRun } from './inner-run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A project of somebody else, whose one spec file declares the tests of its policy. */
export interface Consumer {
  readonly folder: string;
  run(env?: Readonly<Record<string, string>>, args?: readonly string[]): Promise<InnerRun>;
  remove(): Promise<void>;
}

/**
 * A spec file that calls `corsTarget()`. After a change, what is about Playwright's runs and not about a browser is shown
 * with `standard`: the same tests, whose pages are pages of the standard.
 */
const specs = {
  browser: `import { corsTarget } from ${JSON.stringify(join(root, 'fixtures/target.ts'))};
corsTarget();
`,
  standard: `import { declareTarget } from ${JSON.stringify(join(root, 'fixtures/stage/declare-target.ts'))};
import { test as standard } from ${JSON.stringify(join(root, 'specs/support/standard-test.ts'))};
declareTarget(import.meta.filename, standard);
`,
} as const;

/** Which of them shows what is the same in every browser. */
export const standardSpec: keyof typeof specs = engineChoice.suite === 'all' ? 'browser' : 'standard';

/** Makes such a project; `config` is the source text of its configuration object, in which `ours` is our reporter. */
export async function makeConsumer(
  policy: PolicyInput,
  config: string,
  spec: keyof typeof specs = 'browser',
): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-consumer-'));
  const files = {
    'package.json': '{ "type": "module" }',
    'playwright.config.ts': `import { defineConfig } from '@playwright/test';
const ours = ${JSON.stringify(join(root, 'reports/reporter.ts'))};
export default defineConfig(${config});
`,
    'cors.spec.ts': specs[spec],
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
