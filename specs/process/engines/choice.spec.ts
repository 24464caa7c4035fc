import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import {
  chooseEngines,
  leftOutLine,
  notAskedLine,
  type EngineChoice,
} from '../../../src/browser/choose-engines.ts';
import { whyFirefoxIsNotDriven } from '../../../src/browser/try-firefox.ts';
import { whyAbsent } from '../../../src/browser/why-absent.ts';
import { engines } from '../../../fixtures/engines.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import type { EngineId } from '../../../src/model.ts';
import { suiteOf, type Suite } from '../../../fixtures/stage/suite.ts';
import { makeConsumer } from '../../support/consumer.ts';
import { innerRun } from '../../support/inner-run.ts';

const known: readonly Engine[] = Object.values(engines);

/** Resolves to what is chosen where Firefox is installed and can run, and WebKit is installed and cannot. */
const chosen = (env: Record<string, string>, ...argv: string[]): Promise<EngineChoice> =>
  chooseEngines(known, {
    env,
    argv,
    isInstalled: () => true,
    whyAbsent: ({ id }) => Promise.resolve(id === 'webkit' ? 'needs Xvfb' : null),
  });

const asked = (...ids: EngineId[]): EngineChoice => ({ chosen: ids, leftOut: [], notAsked: [] });

test('Chromium alone is asked where nobody says which, and one line names the others that are installed', async () => {
  const choice = await chosen({}, 'test');
  expect(choice).toEqual({ ...asked('chromium'), notAsked: ['Firefox', 'WebKit'] });
  expect(notAskedLine(choice.notAsked)).toBe(
    'Installed and not asked: Firefox, WebKit. CORS_ENGINES=all asks every engine.',
  );
});

test('CORS_ENGINES=all asks every engine that can run, and one that cannot is left out with the reason', async () => {
  const choice = await chosen({ CORS_ENGINES: ' all ' }, 'test');
  expect(choice).toEqual({
    chosen: ['chromium', 'firefox'],
    leftOut: [{ name: 'WebKit', reason: 'needs Xvfb' }],
    notAsked: [],
  });
  expect(leftOutLine(choice.leftOut)).toBe('Left out: WebKit (needs Xvfb).');
});

test('CORS_ENGINES names the engines, there or not', async () => {
  expect(await chosen({ CORS_ENGINES: 'chromium' })).toEqual(asked('chromium'));
  expect(await chosen({ CORS_ENGINES: ' webkit, firefox' }, '--project=target')).toEqual(
    asked('firefox', 'webkit'),
  );
  await expect(chosen({ CORS_ENGINES: 'safari' })).rejects.toThrow(
    'CORS_ENGINES names "safari", which is none of chromium, firefox, webkit. Write all for every engine.',
  );
  await expect(chosen({ CORS_ENGINES: 'all,firefox' })).rejects.toThrow(
    'CORS_ENGINES names "all", which is none of chromium, firefox, webkit. Write all for every engine.',
  );
});

test('--project asks for its engine alone, by name or by a pattern', async () => {
  const rows: [readonly string[], EngineChoice][] = [
    [['--project=target'], asked('chromium')],
    [['--project=Firefox-target'], asked('firefox')],
    [['--project', 'pure', 'webkit*', '--workers', 'firefox'], asked('chromium', 'webkit')],
    [['--project=*'], asked('chromium')],
  ];
  for (const [argv, choice] of rows)
    expect(await chosen({}, 'test', ...argv), argv.join(' ')).toEqual(choice);
});

test('the suite is the named one, else the demo, and every test is found where a command names some', () => {
  const of = (command: string, env: Record<string, string> = {}): Suite =>
    suiteOf(env, ['node', 'cli.js', ...command.split(' ')]);
  const commands = [
    'test',
    'test --workers 2 --reporter line --shard=1/2 --list',
    'test specs/pure',
    'test --headed catalogue',
    'test --project=pure',
    'test -g vary',
  ];
  expect(commands.map((command) => of(command))).toEqual([
    'demo',
    'demo',
    'change',
    'change',
    'change',
    'change',
  ]);
  expect(of('test specs/pure', { CORS_SUITE: 'all' })).toBe('all');
  expect(() => of('test', { CORS_SUITE: 'full' })).toThrow(
    'CORS_SUITE is "full", which is none of demo, change, all.',
  );
});

test('an engine is absent without a browser, and without what that browser needs', async () => {
  const webkit: Engine = { ...engineOf('webkit'), installed: ['/no/such/browser'] };
  const nowhere = { PATH: '/no/such/folder' };
  // A stand-in that is there and can be executed.
  const named = { CORS_WEBKIT: process.execPath };
  expect(await whyAbsent(webkit, { ...nowhere, ...named })).toBe('needs Xvfb, which is not installed');
  expect(await whyAbsent({ ...webkit, installedNeeds: [] }, { ...nowhere, ...named })).toBe(null);
  await expect(whyAbsent(webkit, { CORS_WEBKIT: '/no/such/browser' })).rejects.toThrow(
    'CORS_WEBKIT is "/no/such/browser", which cannot be executed: give the path of a browser.',
  );
});

test('an engine whose browser is nowhere is not installed, and what to run is said', () => {
  // Playwright decides where its own downloads are when it is loaded.
  const script = `
    import { createJiti } from 'jiti';
    const jiti = createJiti(process.cwd() + '/');
    const { engines } = await jiti.import('./fixtures/engines.ts');
    const { findBrowser, missingBrowser } = await jiti.import('./src/browser/find-browser.ts');
    const { whyAbsent } = await jiti.import('./src/browser/why-absent.ts');
    const nowhere = { ...engines.firefox, installed: ['/no/such/firefox'] };
    console.log(JSON.stringify([
      findBrowser(nowhere, {}),
      await whyAbsent(nowhere, {}),
      missingBrowser(nowhere).message,
      missingBrowser({ ...nowhere, debianPackage: null }).message,
    ]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: '/no/such/folder' },
  });
  expect(JSON.parse(stdout)).toEqual([
    null,
    'not installed',
    'No Firefox was found: run "npx playwright install --with-deps firefox" or, on Debian, "apt-get install firefox-esr", or set CORS_FIREFOX to the path of a browser.',
    'No Firefox was found: run "npx playwright install --with-deps firefox", or set CORS_FIREFOX to the path of a browser.',
  ]);
});

test('a Firefox that this Playwright cannot drive is found out', async () => {
  // It starts, and is no Firefox.
  const reason = await whyFirefoxIsNotDriven(process.execPath);
  expect(reason?.slice(0, reason.indexOf(':'))).toMatch(
    new RegExp(`^Playwright \\d+\\.\\d+\\.\\d+ cannot drive ${process.execPath}$`),
  );
});

test('an engine that is asked for by name and cannot run ends the run with one sentence', async () => {
  const env = { CORS_ENGINES: 'webkit', CORS_WEBKIT: process.execPath, PATH: '/no/such/folder' };
  const run = await innerRun(env, ['--project=webkit-target']);
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain(
      'BrowserError: WebKit was asked for and cannot run: needs Xvfb, which is not installed.',
    );
    expect(exitCode).toBe(4);
  } finally {
    await run.remove();
  }
});

test('a project of a configuration that runs in another engine than CORS_ENGINES names says what to do', async () => {
  const consumer = await makeConsumer(
    {
      // Nothing asks it.
      target: 'http://127.0.0.1:8080',
      trustedOrigins: ['http://127.0.0.1:3000'],
      routes: [{ path: '/', methods: ['GET'] }],
      unknownPath: false,
    },
    '{ reporter: [[ours]] }',
  );
  const run = await consumer.run({ CORS_ENGINES: 'firefox' });
  try {
    const { exitCode, output } = await run.ended;
    expect(output.replace(/\s+/g, ' ')).toContain(
      'CORS_ENGINES is "firefox", but this project of the Playwright configuration runs in chromium: leave the variable out, and choose among the projects with --project.',
    );
    expect(exitCode).toBe(4);
  } finally {
    await run.remove();
    await consumer.remove();
  }
});

function engineOf(id: Engine['id']): Engine {
  const engine = engines[id];
  if (engine === undefined) throw new Error(`There is no engine ${id}.`);
  return engine;
}
