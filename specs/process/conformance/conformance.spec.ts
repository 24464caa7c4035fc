import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const npm = execFile(
      'npm',
      ['run', '--silent', 'conformance', '--', ...args],
      { cwd: root },
      (_, stdout, stderr) => {
        resolve({ exitCode: npm.exitCode, stdout, stderr });
      },
    );
  });

test('a library that is not there is named, with those that are', inWholeSuite, async () => {
  const { exitCode, stderr } = await run('express-cors', 'no-such-library');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('There is no library no-such-library in servers/conformance/. There are: ');
});

/** One library of each ecosystem, as its file of reports/conformance/ says. */
const samples = ['express-cors', 'flask-cors', 'rs-cors', 'javalin', 'actix-cors', 'rack-cors', 'nginx'];

for (const id of samples) {
  test(`${id} does what its row says`, inWholeSuite, async () => {
    test.setTimeout(900_000);
    const { exitCode, stdout, stderr } = await run('--check', id);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/: as before \(/);
  });
}
