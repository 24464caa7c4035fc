import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { chooseEngines, leftOutLine, type EngineChoice } from '../../../src/browser/choose-engines.ts';
import { whyFirefoxIsNotDriven } from '../../../src/browser/try-firefox.ts';
import { whyBlind } from '../../../src/browser/why-blind.ts';
import { whyAbsent } from '../../../src/browser/why-absent.ts';
import { engines } from '../../../fixtures/engines.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import { innerRun } from '../../support/inner-run.ts';

const known: readonly Engine[] = Object.values(engines);

/** What is chosen where Firefox is installed and WebKit is not. */
const chosen = (env: Record<string, string>, ...argv: string[]): Promise<EngineChoice> =>
  chooseEngines(known, {
    env,
    argv,
    whyAbsent: ({ id }) => Promise.resolve(id === 'webkit' ? 'not installed' : null),
  });

const withoutWebKit = [{ name: 'WebKit', reason: 'not installed' }];

test('every engine that can run does, and one that cannot is left out with the reason', async () => {
  const choice = await chosen({}, 'test');
  expect(choice).toEqual({ chosen: ['chromium', 'firefox'], leftOut: withoutWebKit });
  expect(leftOutLine(choice.leftOut)).toBe('Left out: WebKit (not installed).');
});

test('CORS_ENGINES names the engines, there or not', async () => {
  expect(await chosen({ CORS_ENGINES: 'chromium' })).toEqual({ chosen: ['chromium'], leftOut: [] });
  expect(await chosen({ CORS_ENGINES: ' webkit, firefox' }, '--project=target')).toEqual({
    chosen: ['firefox', 'webkit'],
    leftOut: [],
  });
  await expect(chosen({ CORS_ENGINES: 'safari' })).rejects.toThrow(
    'CORS_ENGINES names "safari", which is none of chromium, firefox, webkit.',
  );
});

test('--project asks for its engine alone, by name or by a pattern', async () => {
  const rows: [readonly string[], EngineChoice][] = [
    [['--project=target'], { chosen: ['chromium'], leftOut: [] }],
    [['--project=Firefox-target'], { chosen: ['firefox'], leftOut: [] }],
    [
      ['--project', 'harness', 'webkit*', '--workers', 'firefox'],
      { chosen: ['chromium', 'webkit'], leftOut: [] },
    ],
    [['--project=*'], { chosen: ['chromium', 'firefox'], leftOut: withoutWebKit }],
    [['--project=*-target'], { chosen: ['chromium', 'firefox'], leftOut: withoutWebKit }],
  ];
  for (const [argv, choice] of rows)
    expect(await chosen({}, 'test', ...argv), argv.join(' ')).toEqual(choice);
});

test('the path of a browser asks for its engine too', async () => {
  expect(await chosen({ CORS_WEBKIT: '/opt/MiniBrowser' })).toEqual({
    chosen: ['chromium', 'firefox', 'webkit'],
    leftOut: [],
  });
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

test('an engine that could only be inconclusive about a target is left out of it', () => {
  const origins = [
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'http://[::1]',
    'https://127.0.0.1',
    'http://api.test',
  ];
  const reason = 'to it http on loopback is mixed content: give the target an https address';
  expect(origins.map((origin) => whyBlind(engineOf('webkit'), origin))).toEqual([
    reason,
    reason,
    reason,
    null,
    null,
  ]);
  expect(origins.map((origin) => whyBlind(engineOf('firefox'), origin))).toEqual(origins.map(() => null));
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
    expect(exitCode).toBe(1);
  } finally {
    await run.remove();
  }
});

function engineOf(id: Engine['id']): Engine {
  const engine = engines[id];
  if (engine === undefined) throw new Error(`There is no engine ${id}.`);
  return engine;
}
