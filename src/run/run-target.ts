import { setTimeout as pause } from 'node:timers/promises';
import type { ResolvedPolicy } from '../plan/derive-cases.ts';
import type { RoutePlan } from '../plan/derived-check.ts';
import type { Engine } from '../engines/engine.ts';
import type { Verdict } from '../model.ts';
import { refusesHttpOnLoopback } from '../engines/quirk-flags.ts';
import { pageBehindTls } from '../probe/page/page-behind-tls.ts';
import type { Harness, PageOptions, ProbePage } from '../probe/probe.ts';
import { sendWithin } from './wire/send-request.ts';
import { wirePage } from './wire/wire-page.ts';
import { correctedServer } from './proof/corrected-server.ts';
import { Pace, usualPacing, type Pacing } from './pace.ts';
import { proveRoute } from './proof/prove-route.ts';
import { pageOrWire } from './page-or-wire.ts';
import type { PageRun } from './page-run.ts';
import { meansOfPolicy, openSession } from './open-session.ts';
import type { SessionMeans } from './opening.ts';
import type { PlannedSession } from '../plan/planned-session.ts';
import { pagesOf } from '../policy/trusted.ts';
import { groupBy } from '../words/group-by.ts';
import { runRoutes } from './run-routes.ts';
import { SessionKeeper } from './session-keeper.ts';
import { authorityOf, isAppOrigin, isPlainOnLoopback } from '../fetch-standard/urls.ts';

/** A running engine and its definition. */
export interface RunningEngine {
  readonly harness: Harness;
  readonly definition: Engine;
}

/** Opens a page that reaches `authorities` and nothing else; whoever gave it closes it. */
export type OpenPage = (
  authorities: readonly string[],
  secrets: readonly string[],
  options?: Pick<PageOptions, 'behindTls' | 'session'>,
) => Promise<ProbePage>;

/**
 * Judges routes of the target by the policy's limits, together: a list of verdicts for each. `deadline` is in
 * milliseconds since the epoch. `pacing` is told where the API limits requests. Rejects if the engine is gone, or if CORS is not in force in it.
 */
export async function runTarget(
  plans: readonly RoutePlan[],
  policy: ResolvedPolicy,
  { harness, definition }: RunningEngine,
  openPage: OpenPage,
  deadline = Number.POSITIVE_INFINITY,
  pacing: Pacing = usualPacing,
  means: SessionMeans = meansOfPolicy,
): Promise<Verdict[][]> {
  const { limits } = policy;
  const authorities = contactable(policy);
  const behindTls = refusesHttpOnLoopback(definition) ? plainOnLoopback(policy) : [];
  const run: PageRun = {
    engine: harness.engine,
    definition,
    limits: {
      inFlight: limits.requestsInFlight,
      perSecond: null,
      timeoutMs: limits.probeTimeoutMs,
      bodyTimeoutMs: Math.min(bodyTimeoutMs, limits.probeTimeoutMs),
      bodyBytes: limits.responseBytes,
      httpCache: 'used',
    },
    authorities: new Set(authorities),
    secrets: policy.secrets,
    pace: new Pace(limits.requestsPerSecond, deadline, pacing),
  };
  const judged = new Map<RoutePlan, readonly Verdict[]>();
  const send = sendWithin(new Set(authorities));
  for (const group of groupBy(plans, ({ session }) => session?.name ?? '')) {
    const [{ session }] = group;
    const options = session === null ? { behindTls } : { behindTls, session: session.name };
    const page = pageOrWire(
      pageBehindTls(await openPage(authorities, policy.secrets, options), behindTls),
      wirePage({ engine: harness.engine, codeOf: (reason) => reason, send, wait: pause }, policy.secrets),
    );
    const verdicts =
      session === null
        ? await judgePlans(group, policy, page, run)
        : await judgeSignedIn(group, session, policy, page, run, means);
    for (const [index, plan] of group.entries()) judged.set(plan, verdicts[index] ?? []);
  }
  return plans.map((plan) => [...(judged.get(plan) ?? [])]);
}

async function judgePlans(
  plans: readonly RoutePlan[],
  { proveFix }: ResolvedPolicy,
  page: ProbePage,
  run: PageRun,
): Promise<Verdict[][]> {
  const judged = await runRoutes(plans, page, run);
  if (!proveFix) return judged;
  const proven: Verdict[][] = [];
  for (const [index, plan] of plans.entries()) {
    proven.push(await proveRoute(plan, judged[index] ?? [], page, run, correctedServer(plan.promise)));
  }
  return proven;
}

/** Opens the session in `page`, and judges the routes that name it from there. */
async function judgeSignedIn(
  plans: readonly RoutePlan[],
  session: PlannedSession,
  policy: ResolvedPolicy,
  page: ProbePage,
  run: PageRun,
  means: SessionMeans,
): Promise<Verdict[][]> {
  const { secrets, target, trustedOrigins, routes } = policy;
  const origins = [...new Set(plans.flatMap(({ promise }) => pagesOf(promise.trustedOrigins)))].filter(
    (origin) => !isAppOrigin(origin),
  );
  const keeper = new SessionKeeper(session, {
    engine: run.engine.id,
    secrets,
    trusted: origins,
    ordinary: [
      target.origin,
      target.basePath,
      ...pagesOf(trustedOrigins),
      ...origins,
      ...routes.map(({ path }) => path),
    ],
  });
  await openSession(page, run, { keeper, target, origins, means });
  return judgePlans(plans, policy, keeper.page(page), { ...run, session: keeper });
}

/** Returns the target's own host, by https as well where it redirects there from http, and what the policy names. */
function contactable({ target, alsoContact }: ResolvedPolicy): string[] {
  const { hostname, port, protocol } = new URL(target.origin);
  const defaultPort = protocol === 'https:' ? '443' : '80';
  const own = port === '' ? [`${hostname}:80`, `${hostname}:443`] : [authorityOf(target.origin)];
  return [...own, ...alsoContact.map((host) => (/:\d+$/.test(host) ? host : `${host}:${defaultPort}`))];
}

/** Returns the target's authority if it speaks plain http on this machine, where a secure page of some engine may not ask it. */
function plainOnLoopback({ target }: ResolvedPolicy): string[] {
  return isPlainOnLoopback(new URL(target.origin)) ? [authorityOf(target.origin)] : [];
}

const bodyTimeoutMs = 2_000;
