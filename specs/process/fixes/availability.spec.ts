import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { expect, test, type TestInfo } from '@playwright/test';
import { availabilityOf } from '../../../servers/fix-runner/availability.ts';
import { provisionFolder } from '../../../servers/fix-runner/places.ts';
import { innerRun } from '../../support/inner-run.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const thisMachine = { path: process.env['PATH'] ?? '', node: process.versions.node };

/** Makes a folder in which `system` counts as provisioned, with `files` in it: path → text. */
async function provisioned(
  testInfo: TestInfo,
  system: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = testInfo.outputPath('provisioned');
  for (const [name, text] of Object.entries({ ...files, 'stamp.json': '{}' })) {
    const file = join(folder, system, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

test('a system that was not provisioned', async ({}, testInfo) => {
  expect(
    await availabilityOf('caddy', { ...thisMachine, provisioned: testInfo.outputPath('none') }),
  ).toMatchObject({
    available: false,
    reason: 'Caddy 2 is not installed: run node scripts/provision-frameworks.mjs caddy',
    excused: false,
  });
});

test('a system whose command is not on the PATH', async ({}, testInfo) => {
  const folder = await provisioned(testInfo, 'caddy');
  expect(
    await availabilityOf('caddy', {
      ...thisMachine,
      provisioned: folder,
      path: ['', '/no/such'].join(delimiter),
    }),
  ).toMatchObject({
    available: false,
    reason: 'Caddy 2 needs the command caddy, which is not on the PATH.',
    excused: false,
  });
});

const packages = {
  'node_modules/webpack-dev-server/package.json': '{ "version": "6.1.0" }',
  'node_modules/webpack/package.json': '{ "version": "5.112.2" }',
};

test('a system that brings the Node it needs', async ({}, testInfo) => {
  const folder = await provisioned(testInfo, 'webpack-dev-server-6', packages);
  const bin = join(folder, 'webpack-dev-server-6', 'node_modules', '.bin');
  await mkdir(bin);
  await symlink(process.execPath, join(bin, 'node'));
  expect(await availabilityOf('webpack-dev-server-6', { ...thisMachine, provisioned: folder })).toMatchObject(
    {
      available: true,
      versions: ['webpack-dev-server 6.1.0', 'webpack 5.112.2', `Node ${process.versions.node}`],
    },
  );
});

test('a system that needs a newer Node and brings none is excused', async ({}, testInfo) => {
  const folder = await provisioned(testInfo, 'webpack-dev-server-6', packages);
  expect(
    await availabilityOf('webpack-dev-server-6', { ...thisMachine, provisioned: folder, node: '20.20.2' }),
  ).toMatchObject({
    available: false,
    reason: 'webpack-dev-server 6 needs Node 22.15.0 or later; this is 20.20.2.',
    excused: true,
  });
});

// A runtime that is hidden from a real run: the PATH holds nothing, and the test needs no browser.
for (const { where, ci, says, exitCode } of [
  { where: 'locally', ci: '', says: 'Skipped, 1 test: ', exitCode: 0 },
  { where: 'in CI', ci: 'true', says: 'Error: ', exitCode: 1 },
]) {
  test(
    `a run ${where} without a runtime: exit code ${exitCode}, and the reason`,
    inWholeSuite,
    async ({}, testInfo) => {
      const empty = testInfo.outputPath('empty');
      const availability = await availabilityOf('nginx', {
        provisioned: provisionFolder,
        path: empty,
        node: process.versions.node,
      });
      if (availability.available) throw new Error('nginx is not hidden.');
      const title = 'nginx-api-server on nginx is right on the wire';
      const run = await innerRun({ PATH: empty, CI: ci, CORS_SUITE: 'all' }, [
        '--project=frameworks',
        'specs/frameworks.spec.ts',
        '--grep',
        title,
      ]);
      try {
        const ended = await run.ended;
        expect(ended.output).toContain(`${says}${availability.reason}`);
        expect(ended.exitCode).toBe(exitCode);
      } finally {
        await run.remove();
      }
    },
  );
}
