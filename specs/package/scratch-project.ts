import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { playwrightVersion } from '../../src/browser/playwright-version.ts';

export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
}

/** A project outside of this one, with the packed package and Playwright in it, and nothing else of ours. */
export interface ScratchProject {
  /** What npm printed when it installed them. */
  readonly installation: string;
  write(path: string, content: string): Promise<void>;
  read(path: string): Promise<string>;
  run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Run>;
  remove(): Promise<void>;
}

/** Packs this package, and installs it as a user would. `type` is that of the project's own modules. */
export async function scratchProject(type: 'module' | 'commonjs'): Promise<ScratchProject> {
  if (!existsSync('dist')) throw new Error('There is no dist to be packed: run "npm run build" first.');
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-scratch-'));
  const run: ScratchProject['run'] = (command, args, env = {}) => runIn(folder, command, args, env);
  const write: ScratchProject['write'] = async (path, content) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const remove: ScratchProject['remove'] = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = await runIn(process.cwd(), 'npm', [
      'pack',
      '--ignore-scripts',
      '--silent',
      '--pack-destination',
      folder,
    ]);
    const tarball = packed.output.trim().split('\n').at(-1) ?? '';
    await write('package.json', JSON.stringify({ name: 'scratch', private: true, type }));
    const installed = await run('npm', [
      'install',
      '--save-dev',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      `@playwright/test@${playwrightVersion()}`,
      'typescript@6',
      '@types/node@20',
      `./${tarball}`,
    ]);
    if (installed.exitCode !== 0) throw new Error(`npm install failed:\n${installed.output}`);
    const { output: installation } = installed;
    return { installation, write, read: (path) => readFile(join(folder, path), 'utf8'), run, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Returns the environment without what this run says of itself, so that the inner run is a run of its own. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(CORS_(?!CHROMIUM$)|PLAYWRIGHT_|PW_|TEST_|FORCE_COLOR|NODE_OPTIONS|DEBUG)/.test(name),
    ),
  );
}

function runIn(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...ownEnvironment(), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
