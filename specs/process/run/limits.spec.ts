import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { makeConsumer } from '../../support/consumer.ts';

const runTimeoutMs = 5_000;

for (const [whose, reporter] of [
  ['our reporter', '[[ours]]'],
  ["Playwright's own reporter", "'line'"],
] as const) {
  test(`the time limit holds for a run with several workers, with ${whose}`, async () => {
    const arrivals: number[] = [];
    const server = createServer((_, response) => {
      arrivals.push(performance.now());
      setTimeout(() => response.end(), 600);
    });
    const consumer = await makeConsumer(
      {
        target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
        trustedOrigins: ['https://app.example.com'],
        // Requests that are sent are made by a test of their own, and each failed test costs its worker.
        routes: ['/a', '/b', '/c'].map((path) => ({ path, methods: ['POST'], send: true })),
        unknownPath: false,
        limits: { runTimeoutMs },
      },
      `{ workers: 1, reporter: ${reporter} }`,
    );
    const run = await consumer.run();
    try {
      const { exitCode } = await run.ended;
      expect(exitCode).toBe(1);
      expect(arrivals.length).toBeGreaterThan(10);
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
