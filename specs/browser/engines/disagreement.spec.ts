import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { startEngine } from '../../../fixtures/stage/start-engine.ts';
import { collect, type TargetTest } from '../../../reports/collect/collect.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { scopeText } from '../../../reports/read/engine-scope.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { deriveCases, verdictIn } from '../../../src/plan/derive-cases.ts';
import type { EngineId, Report } from '../../../src/model.ts';
import type { TestPlan } from '../../../src/plan/report-contract.ts';
import { runTarget } from '../../../src/run/run-target.ts';
import { fewerPages, noLookalikes } from '../../support/fewer-pages.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';

const app = 'https://app.example.com';

/**
 * Starts a server that answers `app` with `lines` in front of the rest, byte by byte, and others without CORS headers.
 */
async function startServer(lines: readonly string[]): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      const isApp = new RegExp(`^origin: ${app}\\r$`, 'im').test(chunk.toString('latin1'));
      const head = ['HTTP/1.1 200 OK', 'Vary: Origin', 'Content-Length: 0', ...(isApp ? lines : []), '', ''];
      socket.write(head.join('\r\n'));
    });
  });
  const port = await listenOnLoopback(server);
  return { port, close: () => closeServer(server) };
}

/** Resolves to the report of a run in every engine of this run, on a server that answers with `lines`. */
async function reportOn(lines: readonly string[]): Promise<Report> {
  const { port, close } = await startServer(lines);
  try {
    const tests = [];
    for (const id of engineChoice.harness) tests.push(...(await testsIn(id, port)));
    return collect(tests, '1.0.0');
  } finally {
    await close();
  }
}

async function testsIn(id: EngineId, port: number): Promise<TargetTest[]> {
  const policy = resolvedPolicy({
    target: `http://127.0.0.1:${port}`,
    trustedOrigins: [app],
    routes: [{ path: '/users', methods: ['GET'] }],
  });
  const engine = await startEngine(id);
  const pages: { close(): Promise<void> }[] = [];
  let position = 0;
  try {
    const tests: TargetTest[] = [];
    const plans = deriveCases(policy).map((plan) => fewerPages(plan, noLookalikes));
    const judged = await runTarget(plans, policy, engine, async (...of) => {
      const page = await engine.harness.openPage(...of);
      pages.push(page);
      return page;
    });
    for (const [index, plan] of plans.entries()) {
      const verdicts = (judged[index] ?? []).map((verdict) => verdictIn(id, verdict));
      const plain: TestPlan = {
        target: policy.target.origin,
        failOn: 'error',
        fix: null,
        engine: null,
        routes: policy.routes,
        checks: plan.checks.map(({ expectation, ...check }) => ({ ...check, position: position++ })),
      };
      const attempts = [{ attachments: [JSON.stringify({ verdicts })], problem: null }];
      tests.push({ title: plan.route, plan: JSON.stringify(plain), engine: id, attempts });
    }
    return tests;
  } finally {
    for (const page of pages) await page.close();
    await engine.close();
  }
}

test.skip(
  engineChoice.harness.length < 3,
  'engines can only disagree where there are three: https://playwright.dev/docs/browsers',
);

/** Lines of a response on which engines truly differ. */
const servers = [
  {
    name: 'a second line that is empty',
    lines: [`Access-Control-Allow-Origin: ${app}`, 'access-control-allow-origin:'],
    scope: 'refused in Chromium and WebKit only; readable in Firefox',
    diagnosis: 'origin-multiple',
  },
  {
    name: 'a space before the colon',
    lines: [`Access-Control-Allow-Origin : ${app}`],
    scope: 'refused in Firefox and WebKit only; readable in Chromium',
    diagnosis: 'origin-missing',
  },
] as const;

for (const { name, lines, scope, diagnosis } of engineChoice.suite === 'all'
  ? servers
  : servers.slice(0, 1)) {
  test(`${name}: the report says in which engines the page is refused`, async () => {
    const report = await reportOn(lines);
    expect(report.verdicts.filter(({ status }) => status === 'inconclusive')).toEqual([]);
    const { violations } = findingsOf(report);
    expect(violations.map(({ name: id, verdicts, checks }) => [id, scopeText(verdicts, checks)])).toEqual([
      [diagnosis, scope],
      [diagnosis, scope],
    ]);
    expect([...new Set(report.disagreements.map(({ origin, check }) => `${check} ${origin}`))]).toEqual([
      `readable ${app}`,
      `error-readable ${app}`,
    ]);
  });
}
