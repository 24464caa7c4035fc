import type { Cors } from '../../fixtures/test.ts';
import { engines } from '../../fixtures/engines.ts';
import { CanaryServer } from '../../servers/api/canary-server.ts';
import { spkiHashOf } from '../../servers/certificates.ts';
import { PageOriginServer } from '../../servers/page-origin.ts';
import type { CorsAnswer } from '../../fixtures/stage/cors-answer.ts';
import { scenarios, type ApiFix, type Scenario, type ScenarioId } from '../../src/fix/fix.ts';
import { probeRequest } from '../../src/plan/probe-request.ts';
import { startChromium } from '../../src/probe/chromium/harness.ts';
import type { ProbePage } from '../../src/probe/probe.ts';
import { authorityOf } from '../../src/fetch-standard/urls.ts';
import { hearWitnesses } from '../../src/judge/witnesses.ts';
import type { Run } from './run.ts';

export const scenarioIds = Object.keys(scenarios).filter((name): name is ScenarioId =>
  Object.hasOwn(scenarios, name),
);

/** Opens a page that reaches the fix; for an https fix, in a browser that trusts its key. */
export async function withPage<Result>(
  cors: Cors,
  { running, around }: Run,
  work: (page: ProbePage) => Promise<Result>,
): Promise<Result> {
  const authority = authorityOf(running.baseUrl);
  const certificate = around.extraFiles['server.crt'];
  if (certificate === undefined) return work(await cors.openPage([authority]));
  const origins = await PageOriginServer.start();
  const canary = await CanaryServer.start();
  const harness = await startChromium(
    engines.chromium ?? neverMissing(),
    {
      proxyUrl: origins.proxyUrl,
      spkiHash: [origins.spkiHash, spkiHashOf(certificate)].join(','),
      pageUrl: (...page) => origins.pageUrl(...page),
    },
    canary,
  );
  try {
    return await work(await harness.openPage([authority], []));
  } finally {
    await harness.close();
    await canary.close();
    await origins.close();
  }
}

/** Makes one scenario's request from where the page is, with empty caches. */
export async function make(
  page: ProbePage,
  baseUrl: string,
  scenario: ScenarioId | Scenario,
): Promise<CorsAnswer> {
  const { path, method, headers, body, credentialsMode } = inFull(scenario);
  await page.clearCaches();
  const [observation] = await page.probe([
    probeRequest(`${baseUrl}${path}`, { method, headers, body, credentialsMode }),
  ]);
  if (observation === undefined) throw new Error('The page returned no observation.');
  const allowed = new Set([authorityOf(baseUrl)]);
  return { observation, testimony: hearWitnesses(observation, engines.chromium ?? neverMissing(), allowed) };
}

/** Returns what the page's script made of it, in one line; the same line that `expectedLine` says is right. */
export function lineOf(scenario: ScenarioId | Scenario, { observation, testimony }: CorsAnswer): string {
  const { outcome } = observation;
  const name = nameOf(scenario);
  if (outcome.kind !== 'response') return `${name}: ${testimony.kind}`;
  const { readable } = inFull(scenario);
  const read = readable.map(([name]) => {
    const value = outcome.headers.find(([header]) => header === name)?.[1];
    return `, ${name}: ${value ?? 'hidden'}`;
  });
  return `${name}: ${testimony.kind}, ${outcome.status}${read.join('')}`;
}

export function expectedLine(scenario: ScenarioId | Scenario, { otherStatuses }: ApiFix): string {
  const { method, status: usual, readable } = inFull(scenario);
  const status = typeof scenario === 'string' ? (otherStatuses?.byMethod[method] ?? usual) : usual;
  return `${nameOf(scenario)}: shared, ${status}${readable.map(([name, value]) => `, ${name}: ${value}`).join('')}`;
}

const inFull = (scenario: ScenarioId | Scenario): Scenario =>
  typeof scenario === 'string' ? scenarios[scenario] : scenario;

const nameOf = (scenario: ScenarioId | Scenario): string =>
  typeof scenario === 'string' ? scenario : `${scenario.method} ${scenario.path}`;

function neverMissing(): never {
  throw new Error('There is no definition of Chromium.');
}
