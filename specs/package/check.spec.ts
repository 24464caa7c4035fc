import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { closeServer, listenOnLoopback } from '../../servers/loopback.ts';

// An address, as it has fewer look-alikes than a name: what is shown is the same.
const app = 'http://127.0.0.1:3000';

test('one command judges an address in a folder without any file, and leaves the reports alone behind', async () => {
  const folder = test.info().outputPath();
  await mkdir(folder, { recursive: true });
  const server = createServer(({ headers: { origin } }, response) => {
    response.setHeader('Vary', 'Origin');
    response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
    response.end();
  });
  const address = `http://127.0.0.1:${await listenOnLoopback(server)}/items`;
  try {
    const { exitCode, output, told, left } = await check(folder, [
      address,
      '--origin',
      app,
      '--stack',
      'nginx',
      '--json',
    ]);
    expect(told).toContain('HIGH  any-origin ');
    expect(told).toContain('Fix 1  for nginx');
    expect(exitCode).toBe(1);
    expect(await readdir(folder)).toEqual(['reports']);
    const report: unknown = JSON.parse(await readFile(join(folder, 'reports/out/report.json'), 'utf8'));
    expect(report).toMatchObject({ target: new URL(address).origin, gate: { passed: false } });
    expect(JSON.parse(output)).toEqual(report);
    expect(left.filter((name) => name.startsWith('cors-conformance-'))).toEqual([]);
  } finally {
    await closeServer(server);
  }
});

test('SIGTERM ends the run in order', async () => {
  const folder = test.info().outputPath();
  await mkdir(folder, { recursive: true });
  // It answers nobody, so that the run goes on until the signal.
  const server = createServer();
  const asked = new Promise((done) => server.once('request', done));
  const address = `http://127.0.0.1:${await listenOnLoopback(server)}/items`;
  try {
    const { exitCode, output } = await check(folder, [address, '--origin', app, '--quiet'], asked);
    expect(output).toContain('The run was interrupted.');
    expect(output).not.toContain('WHO READS WHAT');
    expect(exitCode).toBe(130);
  } finally {
    await closeServer(server);
  }
});

interface Checked {
  readonly exitCode: number | null;
  readonly output: string;
  /** What came on standard error. */
  readonly told: string;
  readonly left: readonly string[];
}

/** Runs `check` in `folder`, and ends it by SIGTERM once `until` is there; `left` is what it leaves for temporary files. */
async function check(folder: string, args: readonly string[], until?: Promise<unknown>): Promise<Checked> {
  const temporary = await mkdtemp(join(tmpdir(), 'check-'));
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(CORS_(?!CHROMIUM$)|PLAYWRIGHT_|PW_|TEST_|FORCE_COLOR)/.test(name),
  );
  const jiti = resolve('node_modules/jiti/lib/jiti-cli.mjs');
  const child = spawn(process.execPath, [jiti, resolve('src/cli/cli.ts'), 'check', ...args], {
    cwd: folder,
    env: {
      ...Object.fromEntries(own),
      TMPDIR: temporary,
      // Else Playwright transforms every file of ours anew.
      PWTEST_CACHE_DIR: join(tmpdir(), `playwright-transform-cache-${process.geteuid?.()}`),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  void until?.then(() => child.kill('SIGTERM'));
  const exitCode = await new Promise<number | null>((done) => child.on('close', done));
  const left = await readdir(temporary);
  await rm(temporary, { recursive: true });
  return { exitCode, output, told, left };
}
