import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { reportSchema } from '../../../reports/schema.ts';
import { engineNames } from '../../../reports/words/wording.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { EngineId } from '../../../src/model.ts';
import type { PolicyInput } from '../../../src/policy/types.ts';
import { innerRun } from '../../support/inner-run.ts';
import { descendantsOf, holderOf, lineageOf, runningOf } from '../../support/process-tree.ts';

test.skip(
  process.platform !== 'linux',
  'processes are found by ps: https://man7.org/linux/man-pages/man1/ps.1.html',
);

// An address, as it has fewer look-alikes than a name: what is shown is the same.
const app = 'http://127.0.0.1:3000';

/** How each engine shows in the requests of its pages, and as a process. */
const signs = {
  chromium: { agent: /Chrome\//, process: /^(chrom|headless_shell)/ },
  firefox: { agent: /Firefox\//, process: /^firefox/ },
  webkit: { agent: /AppleWebKit(?!.*Chrome\/)/, process: /^(MiniBrowser|pw_run)/ },
} as const satisfies Record<EngineId, object>;

/** The routes of the API, what is done to the browser in the first request to them, and what is then said of it. */
const harms = {
  '/killed': { signal: 'SIGKILL', reason: /(is gone|was closed|crashed)/ },
  '/hung': { signal: 'SIGSTOP', reason: /(did not|is gone)/ },
} as const;
const routes = [...Object.keys(harms), '/kept'];

/**
 * Starts a correct API. A request of a page of `engine` to the first route whose harm is not done yet is left without an
 * answer if `lose`, which is given the harm's signal and the port that the request came from, did it.
 */
async function startApi(engine: EngineId, lose: (signal: NodeJS.Signals, port: number) => boolean) {
  const left = Object.entries(harms);
  const server = createServer(({ url = '', headers, socket, method }, response) => {
    // In order: the routes are first asked together, and the one that hangs is asked by itself once the other was killed.
    const [path, harm] = left[0] ?? [];
    const isOfEngine = signs[engine].agent.test(headers['user-agent'] ?? '');
    if (url === path && harm !== undefined && isOfEngine && lose(harm.signal, socket.remotePort ?? 0)) {
      left.shift();
      return;
    }
    response.setHeader('Vary', 'Origin');
    if (headers.origin === app) response.setHeader('Access-Control-Allow-Origin', app);
    response.writeHead(method === 'OPTIONS' ? 204 : 200).end();
  });
  return { origin: `http://127.0.0.1:${await listenOnLoopback(server)}`, server };
}

/** Makes a whole run in `engine` and another, in which the browser of `engine` is lost in each way. */
async function runThatLoses(engine: EngineId) {
  const other: EngineId = engine === 'chromium' ? 'firefox' : 'chromium';
  const seen = new Set<number>();
  const lost: string[] = [];
  const harmed = new Set<number>();
  let lostAt = Number.NEGATIVE_INFINITY;
  const lose = (signal: NodeJS.Signals, port: number): boolean => {
    const tree = descendantsOf(run.child.pid ?? 0);
    for (const { pid } of tree) seen.add(pid);
    // Two workers may each have a browser of this engine: it is that whose request this is, sent by a process of its
    // own, or by a tap in the worker that started it.
    const sender = holderOf(port, [...seen]);
    const own = sender === undefined ? [] : lineageOf(sender).filter(({ pid }) => seen.has(pid));
    const browser = own.find(({ name }) => signs[engine].process.test(name));
    // What is left of a browser that was killed may still send what was under way: it has to be one started since.
    if (browser === undefined || harmed.has(browser.pid)) return false;
    for (const pid of seen) harmed.add(pid);
    process.kill(browser.pid, signal);
    lost.push(browser.name);
    lostAt = performance.now();
    return true;
  };
  const { origin, server } = await startApi(engine, lose);
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-lost-'));
  const policy: PolicyInput = {
    target: origin,
    trustedOrigins: [app],
    routes: routes.map((path) => ({ path, methods: ['GET'] })),
    unknownPath: false,
    limits: { probeTimeoutMs: 2_000 },
  };
  await writeFile(join(folder, 'cors.policy.json'), JSON.stringify(policy));
  const run = await innerRun(
    { CORS_ENGINES: `${engine},${other}`, CORS_TARGET_URL: origin },
    ['--workers=2'],
    folder,
  );
  try {
    const { exitCode, output } = await run.ended;
    const endedAfterMs = performance.now() - lostAt;
    await expect.poll(() => runningOf([...seen])).toEqual([]);
    await expect.poll(() => run.processes()).toEqual([]);
    const isBrowser: unknown = expect.stringMatching(signs[engine].process);
    expect(lost, 'the browser whose request it was is found').toEqual([isBrowser, isBrowser]);
    return { exitCode, output, endedAfterMs, report: await run.readReport(), other };
  } finally {
    await run.remove();
    await rm(folder, { recursive: true });
    await closeServer(server);
  }
}

for (const engine of ['chromium', 'firefox', 'webkit'] as const) {
  // It depends on which requests are under way when the browser is lost, and takes its time.
  if (engineChoice.suite !== 'all') continue;
  test(`when ${engine} is killed in the middle of a run, and hangs when it was started anew, its routes of then alone are inconclusive, and nothing is left`, async () => {
    test.skip(
      !engineChoice.harness.includes(engine) || engineChoice.harness.length < 2,
      'an engine is lost beside another: https://playwright.dev/docs/browsers',
    );
    // Four browsers are started, which on a busy machine takes longer than what is measured.
    test.setTimeout(300_000);
    const { exitCode, output, endedAfterMs, report, other } = await runThatLoses(engine);
    // A witness was missing: what to do is another thing than with a finding.
    expect(exitCode, output).toBe(4);
    const { verdicts, engines } = reportSchema.parse(report);
    const statuses = (id: EngineId): string[] => [
      ...new Set(
        verdicts
          .filter((verdict) => verdict.engine.id === id)
          .map(({ route, status }) => `${route} ${status}`),
      ),
    ];
    expect(statuses(other).sort()).toEqual(['/hung conforms', '/kept conforms', '/killed conforms']);
    // A route that it was lost in has no answer; the next one is judged by the engine started anew.
    expect(statuses(engine).sort()).toEqual(['/hung inconclusive', '/kept conforms', '/killed inconclusive']);
    for (const [path, { reason }] of Object.entries(harms)) {
      const lostIn = verdicts.filter(({ status, route }) => status === 'inconclusive' && route === path);
      expect([...new Set(lostIn.map(({ seen }) => seen))]).toEqual([expect.stringMatching(reason)]);
    }
    expect(engines.map(({ id }) => id).sort()).toEqual([engine, other].sort());
    expect(output).toContain(`, in ${engineNames[engine]}`);
    expect(endedAfterMs).toBeLessThan(100_000);
  });
}
