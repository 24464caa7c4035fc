import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { engines } from '../../../fixtures/engines.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { findBrowser } from '../../../src/browser/find-browser.ts';
import { scriptBrowser } from '../../support/script-browser.ts';
import { makeConsumer, standardSpec } from '../../support/consumer.ts';
import { downloadedBrowser } from './downloaded-browser.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const runTimeoutMs = 3_000;

/** Every other run after a change has our reporter, so that the limit is shown with Playwright's. */
const reporters =
  engineChoice.suite === 'all'
    ? ([
        ['our reporter', '[[ours]]'],
        ["Playwright's own reporter", "'line'"],
      ] as const)
    : ([["Playwright's own reporter", "'line'"]] as const);

for (const [whose, reporter] of reporters) {
  test(`the time limit holds for a run with several workers, with ${whose}`, async () => {
    const arrivals: number[] = [];
    const server = createServer((_, response) => {
      arrivals.push(performance.now());
      setTimeout(() => response.end(), 200);
    });
    const consumer = await makeConsumer(
      {
        target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
        trustedOrigins: ['http://127.0.0.1:3000'],
        // Requests that are sent are made by a test of their own, and each failed test costs its worker.
        routes: ['/a', '/b'].map((path) => ({ path, methods: ['POST'], send: true })),
        unknownPath: false,
        limits: { runTimeoutMs },
      },
      `{ workers: 1, reporter: ${reporter} }`,
      standardSpec,
    );
    const run = await consumer.run();
    try {
      const { exitCode } = await run.ended;
      // Playwright itself knows no other.
      expect(exitCode).toBe(whose === 'our reporter' ? 4 : 1);
      expect(arrivals.length).toBeGreaterThan(5);
      const [first = 0] = arrivals;
      // What is under way at the limit is waited for.
      expect((arrivals.at(-1) ?? 0) - first).toBeLessThan(2 * runTimeoutMs);
    } finally {
      await run.remove();
      await consumer.remove();
      await closeServer(server);
    }
  });
}

/** Runs a consumer whose tests have two seconds each. */
async function runWith(env: Readonly<Record<string, string>>) {
  const server = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end();
  });
  const consumer = await makeConsumer(
    {
      target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
      trustedOrigins: ['http://127.0.0.1:3000'],
      routes: [{ path: '/', methods: ['GET'], public: true }],
      unknownPath: false,
    },
    '{ timeout: 2_000, reporter: [[ours]] }',
  );
  const run = await consumer.run(env);
  try {
    return await run.ended;
  } finally {
    await run.remove();
    await consumer.remove();
    await closeServer(server);
  }
}

// It waits for a browser that is started late on purpose.
test(
  "of Playwright's own downloads the whole browser is used, not its headless shell, and it may take longer to start than a test of its consumer may take",
  inWholeSuite,
  async () => {
    const installed = engines.chromium === undefined ? null : findBrowser(engines.chromium)?.executablePath;
    test.skip(
      typeof installed !== 'string' || process.platform !== 'linux',
      'a script that starts an installed browser plays the downloaded one: https://playwright.dev/docs/browsers#chromium-new-headless-mode',
    );
    const slow = await scriptBrowser(`sleep 4; exec ${String(installed)} "$@"`);
    const downloaded = await downloadedBrowser(slow.path);
    try {
      const { output, exitCode } = await runWith(downloaded.env);
      expect(output).toContain('Gate passed, exit code 0.');
      expect(exitCode).toBe(0);
    } finally {
      await downloaded.remove();
      await slow.remove();
    }
  },
);

test('a browser that does not start is said to be that, with what to do', async () => {
  const { path, remove } = await scriptBrowser('exec sleep 600');
  try {
    const { output, exitCode } = await runWith({ CORS_CHROMIUM: path, CORS_START_SECONDS: '3' });
    expect(output.replace(/\s+/g, ' ')).toContain(
      `Chromium (${path}) did not start within 3 s: see whether it starts by hand, give it more time with CORS_START_SECONDS, or name another browser in CORS_CHROMIUM.`,
    );
    expect(exitCode).toBe(4);
  } finally {
    await remove();
  }
});
