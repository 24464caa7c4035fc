import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { reportSchema } from '../../../reports/schema.ts';
import { engineNames } from '../../../reports/words/wording.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { EngineId } from '../../../src/model.ts';
import { innerRun } from '../../support/inner-run.ts';
import { descendantsOf, holderOf, lineageOf, runningOf } from '../../support/process-tree.ts';

test.skip(
  process.platform !== 'linux',
  'processes are found by ps: https://man7.org/linux/man-pages/man1/ps.1.html',
);

const app = 'https://app.example.com';

/** How each engine shows in the requests of its pages, and as a process. */
const signs = {
  chromium: { agent: /Chrome\//, process: /^(chrom|headless_shell)/ },
  firefox: { agent: /Firefox\//, process: /^firefox/ },
  webkit: { agent: /AppleWebKit(?!.*Chrome\/)/, process: /^(MiniBrowser|pw_run)/ },
} as const satisfies Record<EngineId, object>;

/**
 * A correct API that calls `onFirst` for the first request to /users of a page of `engine`, with the port
 * that it came from, and leaves that without an answer.
 */
async function startApi(engine: EngineId, onFirst: (port: number) => void) {
  let first = true;
  const server = createServer((request, response) => {
    if (first && request.url === '/users' && signs[engine].agent.test(request.headers['user-agent'] ?? '')) {
      first = false;
      onFirst(request.socket.remotePort ?? 0);
      return;
    }
    response.setHeader('Vary', 'Origin');
    if (request.headers.origin === app) response.setHeader('Access-Control-Allow-Origin', app);
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200).end();
  });
  return { origin: `http://127.0.0.1:${await listenOnLoopback(server)}`, server };
}

/** A whole run in `engine` and another, in the middle of which the browser of `engine` gets `signal`. */
async function runThatLoses(engine: EngineId, signal: NodeJS.Signals) {
  const other: EngineId = engine === 'chromium' ? 'firefox' : 'chromium';
  const seen = new Set<number>();
  const lost: string[] = [];
  let lostAt = Number.NEGATIVE_INFINITY;
  const lose = (port: number): void => {
    const tree = descendantsOf(run.child.pid ?? 0);
    for (const { pid } of tree) seen.add(pid);
    // Two workers may each have a browser of this engine: it is that whose request this is, sent by a process of its
    // own, or by a tap in the worker that started it.
    const sender = holderOf(port, [...seen]);
    const own = sender === undefined ? [] : lineageOf(sender).filter(({ pid }) => seen.has(pid));
    const browser = own.find(({ name }) => signs[engine].process.test(name));
    if (browser === undefined) return;
    process.kill(browser.pid, signal);
    lost.push(browser.name);
    lostAt = performance.now();
  };
  const { origin, server } = await startApi(engine, lose);
  const run = await innerRun(
    {
      CORS_ENGINES: `${engine},${other}`,
      CORS_TARGET_URL: `${origin}/users`,
      CORS_ORIGIN: app,
    },
    ['--workers=2'],
  );
  try {
    const { exitCode, output } = await run.ended;
    const endedAfterMs = performance.now() - lostAt;
    await expect.poll(() => runningOf([...seen])).toEqual([]);
    await expect.poll(() => run.processes()).toEqual([]);
    expect(lost, 'the browser whose request it was is found').toEqual([
      expect.stringMatching(signs[engine].process),
    ]);
    return { exitCode, output, endedAfterMs, report: await run.readReport(), other };
  } finally {
    await run.remove();
    await closeServer(server);
  }
}

const harms = [
  { what: 'is killed', signal: 'SIGKILL', reason: /(is gone|was closed|crashed)/ },
  { what: 'hangs', signal: 'SIGSTOP', reason: /(did not|is gone)/ },
] as const;

for (const engine of ['chromium', 'firefox', 'webkit'] as const) {
  for (const { what, signal, reason } of harms) {
    // After a change, the hang of one engine stands for those whose code is as it was.
    if (what === 'hangs' && engineChoice.recorded.includes(engine)) continue;
    test(`when ${engine} ${what} in the middle of a run, it alone is inconclusive, and nothing is left`, async () => {
      test.skip(
        !engineChoice.chosen.includes(engine) || engineChoice.chosen.length < 2,
        'an engine is lost beside another: https://playwright.dev/docs/browsers',
      );
      // Two engines are started first, which on a busy machine takes longer than what is measured.
      test.setTimeout(300_000);
      const { exitCode, output, endedAfterMs, report, other } = await runThatLoses(engine, signal);
      expect(exitCode, output).toBe(1);
      const { verdicts, engines } = reportSchema.parse(report);
      const of = (id: EngineId): string[] => [
        ...new Set(verdicts.filter((verdict) => verdict.engine.id === id).map(({ status }) => status)),
      ];
      expect(of(other)).toEqual(['conforms']);
      // The route that it was lost in has no answer; the next one is judged by the engine started anew.
      expect(of(engine).sort()).toEqual(['conforms', 'inconclusive']);
      const reasons = verdicts.filter(({ status }) => status === 'inconclusive').map(({ seen }) => seen);
      expect([...new Set(reasons)]).toEqual([expect.stringMatching(reason)]);
      expect(engines.map(({ id }) => id).sort()).toEqual([engine, other].sort());
      expect(output).toContain(`, in ${engineNames[engine]}`);
      expect(endedAfterMs).toBeLessThan(100_000);
    });
  }
}
