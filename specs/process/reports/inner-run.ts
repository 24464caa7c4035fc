import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from '@playwright/test';
import type { Verdict } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';

/** One test of an inner run. */
export interface InnerTest {
  readonly title: string;
  /** Absent: a test that is about no target. */
  readonly plan?: TestPlan;
  /** The id of the case of the catalogue that it plays; absent: none. */
  readonly case?: string;
  readonly does:
    | { readonly attach: readonly Verdict[] }
    | { readonly skip: string }
    | { readonly fail: string }
    /** Each attempt attaches the next list, and all but the last fail. */
    | { readonly retry: readonly (readonly Verdict[])[] };
}

interface InnerRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

/** A project in the test's own output folder, wherever that is: its modules are those of this one. */
export interface InnerProject {
  /** Runs `playwright ...args` there, with no variable set that changes what is printed but those of `env`. */
  readonly run: (args?: readonly string[], env?: NodeJS.ProcessEnv) => Promise<InnerRun>;
  readonly read: (path: string) => Promise<string>;
  readonly folder: string;
}

/**
 * Makes the project of an inner run. `extraReporters` is source text: elements of the configuration's reporter list,
 * each with its comma.
 */
export async function createInnerProject(
  testInfo: TestInfo,
  tests: readonly InnerTest[],
  { extraReporters = '', options = '{}' }: { extraReporters?: string; options?: string } = {},
): Promise<InnerProject> {
  const folder = testInfo.outputPath('inner');
  await mkdir(folder, { recursive: true });
  const files = {
    'package.json': '{ "type": "module" }',
    'playwright.config.ts': configText(extraReporters, options),
    'inner.spec.ts': specText(),
    'tests.json': JSON.stringify(tests),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    run: (args = ['test'], env = {}) => runPlaywright(folder, args, env),
    read: (path) => readFile(join(folder, path), 'utf8'),
  };
}

function runPlaywright(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<InnerRun> {
  const removed = [
    'FORCE_COLOR',
    'NO_COLOR',
    'DEBUG_COLORS',
    'CI',
    'TEST_WORKER_INDEX',
    'TEST_PARALLEL_INDEX',
    'GITHUB_ACTIONS',
    'GITHUB_STEP_SUMMARY',
  ];
  const inherited = Object.entries(process.env).filter(([name]) => !removed.includes(name));
  const options = { cwd: folder, env: { ...Object.fromEntries(inherited), ...env } };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [playwright, ...args], options, (error, stdout, stderr) => {
      // Whatever its results, a run prints some; this one never began, or was ended from outside.
      if (stdout === '') reject(new Error(`The inner run printed nothing. ${String(error)}\n${stderr}`));
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode, stdout, stderr });
    });
  });
}

function configText(extraReporters: string, options: string): string {
  return `import { defineConfig } from '@playwright/test';
export default defineConfig({
  workers: 1,
  retries: Number(process.env.INNER_RETRIES ?? 0),
  fullyParallel: true,
  outputDir: 'output',
  use: process.env.INNER_ENGINE ? { corsEngine: process.env.INNER_ENGINE } : {},
  reporter: process.env.INNER_BLOB
    ? [['blob']]
    : [${extraReporters}[${JSON.stringify(join(root, 'reports/reporter.ts'))}, ${options}]],
});
`;
}

function specText(): string {
  return `import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { caseAnnotation, findingAnnotation, planAnnotation, verdictsAttachment } from ${JSON.stringify(new URL('../../../src/plan/report-contract.ts', import.meta.url).href)};

for (const { title, plan, case: id, does } of JSON.parse(readFileSync(new URL('tests.json', import.meta.url), 'utf8'))) {
  test(title, plan ? { annotation: planAnnotation(plan) } : id ? { annotation: caseAnnotation(id) } : {}, async ({}, testInfo) => {
    test.skip('skip' in does, does.skip);
    if ('fail' in does) throw new Error(does.fail);
    const verdicts = does.attach ?? does.retry[testInfo.retry];
    await testInfo.attach(...verdictsAttachment(verdicts));
    for (const annotation of verdicts.map(findingAnnotation)) if (annotation) testInfo.annotations.push(annotation);
    if ('retry' in does && testInfo.retry < does.retry.length - 1) throw new Error('attempt ' + testInfo.retry);
  });
}
`;
}
