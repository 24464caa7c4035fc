import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { engines } from '../../../fixtures/engines.ts';
import { findBrowser } from '../../../src/browser/find-browser.ts';
import { makeConsumer, standardSpec } from '../../support/consumer.ts';

const runTimeoutMs = 3_000;

for (const [whose, reporter] of [
  ['our reporter', '[[ours]]'],
  ["Playwright's own reporter", "'line'"],
] as const) {
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
      expect(exitCode).toBe(1);
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

/** A run of a consumer whose tests have two seconds each, in a browser that is `script`. */
async function runIn(script: string, env: Readonly<Record<string, string>> = {}) {
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
  const browser = join(consumer.folder, 'browser.sh');
  await writeFile(browser, `#!/bin/sh\n${script}\n`);
  await chmod(browser, 0o755);
  const run = await consumer.run({ CORS_CHROMIUM: browser, ...env });
  try {
    return { browser, ...(await run.ended) };
  } finally {
    await run.remove();
    await consumer.remove();
    await closeServer(server);
  }
}

test('a browser may take longer to start than a test of its consumer may take', async () => {
  const installed = engines.chromium === undefined ? null : findBrowser(engines.chromium)?.executablePath;
  test.skip(typeof installed !== 'string', 'a script starts it: https://playwright.dev/docs/browsers');
  const { output, exitCode } = await runIn(`sleep 4; exec ${String(installed)} "$@"`);
  expect(output).toContain('Gate passed, exit code 0.');
  expect(exitCode).toBe(0);
});

test('a browser that does not start is said to be that, with what to do', async () => {
  const { browser, output, exitCode } = await runIn('exec sleep 600', { CORS_START_SECONDS: '3' });
  expect(output.replace(/\s+/g, ' ')).toContain(
    `Chromium (${browser}) did not start within 3 s: see whether it starts by hand, give it more time with CORS_START_SECONDS, or name another browser in CORS_CHROMIUM.`,
  );
  expect(exitCode).toBe(1);
});
