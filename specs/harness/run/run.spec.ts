import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { engines } from '../../../fixtures/engines.ts';
import { findBrowser } from '../../../src/browser/find-browser.ts';
import { downloadedBrowser } from './downloaded-browser.ts';
import { innerRun } from './inner-run.ts';

const settings = { ...correctSettings, methods: ['GET'], requestHeaders: [], exposedHeaders: [] };
const origins = 'https://app.example.com, https://admin.example.com';

test('a target and its origins in the environment are all that is needed', async () => {
  const server = await startExpressCors(settings);
  const run = await innerRun({
    CORS_TARGET_URL: `${server.origin}/items`,
    CORS_ORIGIN: origins,
    CORS_CREDENTIALS: 'include',
  });
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('Running 2 tests');
    expect(output).toContain('readable by     https://app.example.com, https://admin.example.com');
    expect(output).toContain('Gate passed, exit code 0.');
    expect(exitCode).toBe(0);
    expect(await run.readReport()).toMatchObject({
      target: server.origin,
      gate: { passed: true },
      totals: { violates: 0 },
    });
    expect(await run.processes()).toEqual([]);
  } finally {
    await run.remove();
    await server.close();
  }
});

test('a violation ends the run with exit code 1 and the exact console text', async () => {
  const server = await startExpressCors({ ...settings, credentials: false });
  const run = await innerRun({
    CORS_TARGET_URL: `${server.origin}/items`,
    CORS_ORIGIN: 'https://app.example.com',
    CORS_CREDENTIALS: 'include',
  });
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('credentials-not-allowed');
    expect(output.replace(/\s+/g, ' ')).toContain(
      "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    );
    expect(output).toContain('Access-Control-Allow-Credentials: true');
    expect(exitCode).toBe(1);
  } finally {
    await run.remove();
    await server.close();
  }
});

test('an unsafe request is not sent again because Playwright retries what failed', async () => {
  const server = await startExpressCors({ ...settings, methods: ['GET', 'PUT'], origin: 'echo' });
  const run = await innerRun(
    {
      CORS_TARGET_URL: `${server.origin}/items`,
      CORS_ORIGIN: 'https://app.example.com',
      CORS_METHODS: 'GET,PUT',
      CORS_SEND: '1',
    },
    ['--retries=2'],
  );
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('any-origin');
    expect(exitCode).toBe(1);
    expect(server.log.filter((line) => line.startsWith('PUT'))).toEqual(['PUT /items']);
  } finally {
    await run.remove();
    await server.close();
  }
});

test('a wrong environment is refused with every problem before anything is sent', async () => {
  const server = await startExpressCors(settings);
  const run = await innerRun({
    CORS_TARGET_URL: `${server.origin}/items`,
    CORS_ORIGIN: 'https://app.example.com/, *',
    CORS_METHODS: 'GET,put',
    CORS_CREDENTIALS: 'yes',
  });
  try {
    const { exitCode, output } = await run.ended;
    for (const place of ['CORS_ORIGIN[0]', 'CORS_ORIGIN[1]', 'CORS_CREDENTIALS'])
      expect(output).toContain(place);
    expect(exitCode).toBe(1);
    expect(server.log).toEqual([]);
  } finally {
    await run.remove();
    await server.close();
  }
});

test('a browser that is not there is said so in one sentence', async () => {
  const run = await innerRun({ CORS_CHROMIUM: '/no/such/browser' }, ['--project=target']);
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain(
      'CORS_CHROMIUM is "/no/such/browser", which cannot be executed: give the path of a browser.',
    );
    expect(exitCode).toBe(1);
  } finally {
    await run.remove();
  }
});

test("of Playwright's own downloads the whole browser is used, and not its headless shell", async () => {
  const installed = engines.chromium === undefined ? null : findBrowser(engines.chromium)?.executablePath;
  test.skip(
    typeof installed !== 'string' || process.platform !== 'linux',
    'an installed browser plays the downloaded one: https://playwright.dev/docs/browsers#chromium-new-headless-mode',
  );
  const downloaded = await downloadedBrowser(String(installed));
  const run = await innerRun(downloaded.env, ['--project=target']);
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('Gate passed, exit code 0.');
    expect(exitCode).toBe(0);
  } finally {
    await run.remove();
    await downloaded.remove();
  }
});

test('nothing is left running after Ctrl-C', async () => {
  test.skip(process.platform !== 'linux', 'What is running is read from /proc.');
  let asked: () => void;
  const firstRequest = new Promise<void>((resolve) => (asked = resolve));
  const server = createServer(() => asked());
  const port = await listenOnLoopback(server);
  const run = await innerRun({
    CORS_TARGET_URL: `http://127.0.0.1:${port}/`,
    CORS_ORIGIN: 'https://app.example.com',
  });
  try {
    await firstRequest;
    expect((await run.processes()).length).toBeGreaterThan(2);
    run.child.kill('SIGINT');
    await run.ended;
    await expect.poll(() => run.processes()).toEqual([]);
  } finally {
    await run.remove();
    await closeServer(server);
  }
});
