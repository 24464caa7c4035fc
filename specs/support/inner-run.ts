import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface InnerRun {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly exitCode: number | null; readonly output: string }>;
  readReport(): Promise<unknown>;
  /** The processes that this run has started, directly or not, and that are alive. Linux alone. */
  processes(): Promise<readonly number[]>;
  remove(): Promise<void>;
}

const ownConfig = fileURLToPath(new URL('../../playwright.config.ts', import.meta.url));

/**
 * Runs `npx playwright test` on this project's own configuration, in Chromium alone if `env` names no engines, with a
 * report folder of its own, in which the report of an earlier run lies. The policy is that of `policyFolder`; another
 * project's run is given by its configuration, `config`.
 */
export async function innerRun(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  policyFolder: string = process.cwd(),
  config: string = ownConfig,
): Promise<InnerRun> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-run-'));
  // What nobody shall take for a report of this run.
  await mkdir(join(folder, 'report'));
  await writeFile(join(folder, 'report', 'report.json'), 'of an earlier run');
  const mark = `CORS_CONFORMANCE_MARK=${folder}`;
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const options = ['--config', config, '--output', join(folder, 'results')];
  const child = spawn(process.execPath, [cli, 'test', ...options, ...args], {
    cwd: policyFolder,
    env: {
      ...withoutOuterRun(),
      CORS_REPORT_DIR: join(folder, 'report'),
      CORS_CONFORMANCE_MARK: folder,
      // What these runs are about is the same in every engine.
      CORS_ENGINES: 'chromium',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ exitCode: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
  return {
    child,
    ended,
    readReport: async () => JSON.parse(await readFile(join(folder, 'report', 'report.json'), 'utf8')),
    processes: () => markedProcesses(mark),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function withoutOuterRun(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(CORS_(?!CHROMIUM$)|PLAYWRIGHT_|PW_|TEST_|FORCE_COLOR|GITHUB_)/.test(name),
    ),
  );
}

async function markedProcesses(mark: string): Promise<number[]> {
  const marked: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end while it is looked at.
    const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(mark)) marked.push(Number(name));
  }
  return marked;
}
