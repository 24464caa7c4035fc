import { judgeSession } from '../../src/judge/session.ts';
import { hearWitnesses } from '../../src/judge/witnesses.ts';
import type { Observation } from '../../src/model.ts';
import { probeRequest } from '../../src/plan/probe-request.ts';
import { authorityOf } from '../../src/fetch-standard/urls.ts';
import { defaultLimits, type ProbePage } from '../../src/probe/probe.ts';
import type { SessionMeans } from '../../src/run/opening.ts';
import { openSession } from '../../src/run/open-session.ts';
import { Pace, usualPacing } from '../../src/run/pace.ts';
import { SessionKeeper } from '../../src/run/session-keeper.ts';
import type { StartedEngine } from '../../fixtures/stage/start-engine.ts';
import { resolvedPolicy } from './resolved-policy.ts';

/** What came of a session: the judgement of its cookie, and what the browser said of it. */
export interface SignedIn {
  readonly came: string | null;
  readonly console: readonly string[];
  readonly reasons: readonly string[];
}

const means: SessionMeans = {
  byCode: () => Promise.reject(new Error('No code opens it.')),
  file: () => Promise.reject(new Error('No file opens it.')),
};

/**
 * Resolves with what came of it: a page at `origin` signs in by `POST /auth/login`, asks `GET /me` as often as `times` says,
 * each time with empty caches, and whether the cookie of the session went along the last time is judged.
 */
export async function signedIn(
  { harness, definition }: StartedEngine,
  page: ProbePage,
  origin: string,
  api: string,
  times = 1,
): Promise<SignedIn> {
  const policy = resolvedPolicy({
    target: api,
    trustedOrigins: [origin],
    sessions: { user: { page: [{ method: 'POST', path: '/auth/login' }], timeoutMs: 60_000 } },
    routes: [{ path: '/me', methods: ['GET'], credentials: 'include', session: 'user' }],
  });
  const [session] = Object.entries(policy.sessions).map(([name, own]) => ({ ...own, name }));
  if (session === undefined) throw new Error('The policy has no session.');
  const keeper = new SessionKeeper(session, {
    engine: harness.engine.id,
    secrets: [],
    trusted: [origin],
    ordinary: [],
  });
  const authorities = new Set([authorityOf(api)]);
  const pace = new Pace(null, Date.now() + 60_000, usualPacing);
  const run = { engine: harness.engine, definition, limits: defaultLimits, authorities, secrets: [], pace };
  await openSession(page, run, { keeper, target: policy.target, origins: [origin], means });
  const own = keeper.page(page);
  const url = `${api}/me`;
  const request = probeRequest(url, { method: 'GET', headers: [], body: null, credentialsMode: 'include' });
  const observations: Observation[] = [];
  for (let count = 0; count < times; count++) {
    await own.moveTo(origin);
    observations.push(...(await own.probe([request])));
  }
  const observation = observations.at(-1);
  if (observation === undefined) throw new Error('Nothing was observed.');
  const testimony = hearWitnesses(observation, definition, authorities);
  const { finding } = judgeSession(
    { origin, url },
    { check: 'session', probe: 'own', declared: null },
    new Map([['own', { kind: 'observed', observation, testimony }]]),
    keeper.seen(),
  );
  const logins = keeper.seen().openings.flatMap((opening) => opening.observations);
  return {
    came:
      finding.status === 'conforms' ? null : finding.status === 'violates' ? finding.diagnosis : finding.seen,
    console: logins.flatMap((login) => login.console),
    reasons: [...logins, observation].flatMap(({ cookieReasons = [] }) =>
      cookieReasons.map(({ reason }) => reason),
    ),
  };
}
