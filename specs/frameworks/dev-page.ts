import { engines } from '../../fixtures/engines.ts';
import type { Cors } from '../../fixtures/test.ts';
import { devScenarios, type DevScenario, type DevScenarioId } from '../../src/fix/fix.ts';
import type { Observation } from '../../src/model.ts';
import { probeRequest } from '../../src/plan/probe-request.ts';
import type { ProbePage } from '../../src/probe/probe.ts';
import { authorityOf } from '../../src/fetch-standard/urls.ts';
import { hearWitnesses } from '../../src/judge/witnesses.ts';
import type { Run } from './run.ts';

const isRequest = (name: string): name is keyof typeof devScenarios => Object.hasOwn(devScenarios, name);

export const devScenarioIds: readonly DevScenarioId[] = [
  ...Object.keys(devScenarios).filter(isRequest),
  'WebSocket',
];

/** What the page, the browser and the API saw of one scenario. */
export interface DevSight {
  readonly id: DevScenarioId;
  /** What the page read; null for a network error, and where it is the dev server's own business. */
  readonly status: number | null;
  readonly diagnosis: string | null;
  /** Whether the console stayed free of CORS. */
  readonly quiet: boolean;
  /** Method and path of what reached the API. */
  readonly reached: readonly string[];
  /** The Host of each. */
  readonly hosts: readonly string[];
}

/** Opens the dev server's own page, which may also reach the API's address. */
export async function openDevPage(cors: Cors, { running, around }: Run): Promise<ProbePage> {
  // Dev servers compile a page when it is first asked for, and a browser does not wait that long.
  await (await fetch(running.baseUrl)).text();
  const page = await cors.openPage([authorityOf(running.baseUrl), authorityOf(around.backend)]);
  await page.moveTo(running.baseUrl);
  around.upstream?.takeSeen();
  return page;
}

export async function devSight(page: ProbePage, run: Run, id: DevScenarioId): Promise<DevSight> {
  const { running, around } = run;
  around.upstream?.takeSeen();
  await page.clearCaches();
  const observation = id === 'WebSocket' ? await openSocket(page, run) : await request(page, run, id);
  const seen = around.upstream?.takeSeen() ?? [];
  const engine = engines.chromium;
  if (engine === undefined) throw new Error('There is no definition of Chromium.');
  const authorities = new Set([authorityOf(running.baseUrl), authorityOf(around.backend)]);
  const { outcome } = observation;
  const failed = outcome.kind === 'network-error' ? hearWitnesses(observation, engine, authorities) : null;
  return {
    id,
    status: outcome.kind === 'response' && !ownBusiness(id) ? outcome.status : null,
    diagnosis: failed !== null && 'diagnosis' in failed ? failed.diagnosis : null,
    quiet: !observation.console.some((text) => text.includes('CORS')),
    reached: seen.map(({ method, path }) => `${method} ${path}`),
    hosts: seen.map(({ headers }) => headers['host'] ?? ''),
  };
}

/** Returns what `devSight` gives where everything works. `host`: what the API finds in Host. */
export function expectedSight(id: DevScenarioId, host: string): DevSight {
  const working = { id, diagnosis: null, quiet: true };
  if (id === 'WebSocket') {
    return { ...working, status: 101, reached: ['GET /api/socket'], hosts: [host] };
  }
  const { status, reaches }: DevScenario = devScenarios[id];
  return {
    ...working,
    status: status === 'any' ? null : status,
    reached: reaches,
    hosts: reaches.map(() => host),
  };
}

const ownBusiness = (id: DevScenarioId): boolean => id !== 'WebSocket' && devScenarios[id].status === 'any';

async function request(
  page: ProbePage,
  { running }: Run,
  id: keyof typeof devScenarios,
): Promise<Observation> {
  const { before, path, method, headers, body }: DevScenario = devScenarios[id];
  if (before !== null) await page.probe([probeRequest(`${running.baseUrl}${before}`)]);
  const [observation] = await page.probe([
    probeRequest(`${running.baseUrl}${path}`, { method, headers, body }),
  ]);
  if (observation === undefined) throw new Error('The page returned no observation.');
  return observation;
}

async function openSocket(page: ProbePage, { running }: Run): Promise<Observation> {
  const url = `${running.baseUrl.replace('http', 'ws')}/api/socket`;
  const [observation] = await page.probe([probeRequest(url, { api: 'WebSocket' })]);
  if (observation === undefined) throw new Error('The page returned no observation.');
  return observation;
}
