import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

test.skip(
  process.platform === 'win32',
  'process groups are those of POSIX systems: https://man7.org/linux/man-pages/man2/setpgid.2.html',
);

const guardModule = fileURLToPath(new URL('../../../src/browser/guard-process.ts', import.meta.url));

/** Starts a process that starts a leader with a helper, guards them with a folder, and then does `ending`. */
async function endedBy(
  ending: string,
  signal: NodeJS.Signals | null,
): Promise<{ left: string[]; folder: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-guard-test-'));
  const script = `
    import { spawn } from 'node:child_process';
    import { createJiti } from 'jiti';
    const { guardProcess } = await createJiti(process.cwd()).import(${JSON.stringify(guardModule)});
    const leader = spawn('/bin/sh', ['-c', 'sleep 300 & echo $!; wait'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const guard = guardProcess(leader.pid, ${JSON.stringify(folder)});
    leader.stdout.once('data', (helper) => {
      process.stdout.write(leader.pid + ' ' + String(helper).trim() + '\\n');
      ${ending}
    });`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pids = await new Promise<string[]>((resolve) =>
    parent.stdout.once('data', (text: Buffer) => resolve(text.toString().trim().split(' '))),
  );
  if (signal !== null) parent.kill(signal);
  await expect.poll(() => [...pids.filter(isRunning), ...(existsSync(folder) ? [folder] : [])]).toEqual([]);
  parent.kill('SIGKILL');
  return { left: pids.filter(isRunning), folder: existsSync(folder) };
}

function isRunning(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

const nothing = { left: [], folder: false };

test('a browser and its folder are gone when the process that started it is killed', async () => {
  expect(await endedBy('setInterval(() => undefined, 1000);', 'SIGKILL')).toEqual(nothing);
});

test('a browser and its folder are gone after an interrupt', async () => {
  expect(await endedBy('setInterval(() => undefined, 1000);', 'SIGINT')).toEqual(nothing);
});

test('a browser and its folder are gone after a crash', async () => {
  expect(await endedBy("throw new Error('crash');", null)).toEqual(nothing);
});

test('a browser and its folder are gone when the guard is told to end them', async () => {
  expect(await endedBy('guard.end(); setInterval(() => undefined, 1000);', null)).toEqual(nothing);
});
