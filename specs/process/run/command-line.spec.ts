import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

test('a reader that closes the pipe after the first lines ends the command in silence', async () => {
  const child = spawn(join('node_modules', '.bin', 'jiti'), [join('src', 'cli', 'cli.ts'), 'plan'], {
    env: {
      ...process.env,
      CORS_TARGET_URL: 'http://127.0.0.1:8080/items',
      CORS_ORIGIN: 'https://app.example.com',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  expect([exitCode, printed]).toEqual([0, '']);
});

test('--version prints the version of the package', () => {
  const printed = execFileSync(join('node_modules', '.bin', 'jiti'), [
    join('src', 'cli', 'cli.ts'),
    '--version',
  ]);
  const manifest = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(printed.toString()).toBe(`${manifest.version}\n`);
});
