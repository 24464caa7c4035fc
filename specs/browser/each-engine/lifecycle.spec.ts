import { createServer } from 'node:net';
import { test as base, expect, type WorkerFixtures } from '../../../fixtures/test.ts';
import { startEngine } from '../../../fixtures/stage/start-engine.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { descendantsOf, type Process } from '../../support/process-tree.ts';

const test = base.extend<{ readonly silent: number }, Pick<WorkerFixtures, 'corsEngine'>>({
  /** The port of a server that takes connections and says nothing. */
  silent: async ({}, use) => {
    const sockets = new Set<{ destroy(): void }>();
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      sockets.add(socket);
    });
    await use(await listenOnLoopback(server));
    for (const socket of sockets) socket.destroy();
    await closeServer(server);
  },
});

test.skip(
  process.platform !== 'linux',
  'processes are found by ps: https://man7.org/linux/man-pages/man1/ps.1.html',
);

const browserName = /^(chrom|headless_shell|firefox|MiniBrowser)/;

/** Starts an engine with a request under way that is never answered, does `harm` to its process, and ends it. */
async function harmed(
  engine: WorkerFixtures['corsEngine'],
  port: number,
  harm: NodeJS.Signals,
): Promise<{ readonly outcome: string; readonly left: readonly string[] }> {
  const before = descendantsOf(process.pid).map(({ pid }) => pid);
  const own = (): Process[] => descendantsOf(process.pid).filter(({ pid }) => !before.includes(pid));
  const started = await startEngine(engine);
  const page = await started.harness.openPage([`127.0.0.1:${port}`], []);
  await page.moveTo('http://app.example');
  const probing = page.probe([probeRequest(`http://127.0.0.1:${port}/`)], {
    timeoutMs: 1_000,
    bodyTimeoutMs: 0,
  });
  const [browser] = own().filter(({ name }) => browserName.test(name));
  if (browser === undefined) throw new Error('No browser process was found.');
  process.kill(browser.pid, harm);
  const outcome = await probing.then(
    ([observation]) => observation?.outcome.kind ?? 'nothing',
    () => 'rejected',
  );
  await page.close().catch(() => undefined);
  await started.close();
  await expect.poll(() => own().map(({ name }) => name)).toEqual([]);
  return { outcome, left: own().map(({ name }) => name) };
}

test('a crash is reported and leaves no process', async ({ corsEngine, silent }) => {
  expect(await harmed(corsEngine, silent, 'SIGKILL')).toEqual({ outcome: 'rejected', left: [] });
});

test('a hang is reported within its time limit and leaves no process', async ({ corsEngine, silent }) => {
  const startedAt = Date.now();
  const { outcome, left } = await harmed(corsEngine, silent, 'SIGSTOP');
  expect({ outcome: outcome === 'timeout' ? 'rejected' : outcome, left }).toEqual({
    outcome: 'rejected',
    left: [],
  });
  expect(Date.now() - startedAt).toBeLessThan(90_000);
});
