import { createServer, type ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { PasswordDialogues } from '../../../src/probe/chromium/password-dialogues.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import type { Observation, ProbeRequest, Verdict } from '../../../src/model.ts';
import { noLookalikes, type IsAsked } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

/** A page of the API's own site: Chromium asks its user for a password. */
const sameSite = 'http://127.0.0.1:3000';
/** Another one, which nobody trusts. */
const beside = 'http://127.0.0.1';

/** Judges an API that asks everybody for a password; `grant` gives an answer its CORS headers. */
function judgedWithPassword(
  cors: Cors,
  engine: RunningEngine,
  policy: Pick<PolicyInput, 'trustedOrigins'>,
  grant: (origin: string, response: ServerResponse) => void,
  lookalikes: IsAsked = noLookalikes,
): Promise<Verdict[]> {
  return judgeServer(
    cors,
    engine,
    {
      ...policy,
      routes: [
        {
          path: '/',
          methods: ['GET', 'PUT'],
          requestHeaders: ['x-client'],
          credentials: 'include',
          preflightCacheSeconds: 600,
          status: 401,
        },
      ],
      unknownPath: false,
      limits: { probeTimeoutMs: 3_000 },
    },
    ({ method, headers: { origin } }, response) => {
      response.setHeader('Vary', 'Origin');
      if (origin !== undefined) grant(origin, response);
      if (method === 'OPTIONS') {
        response.setHeader('Access-Control-Allow-Headers', 'x-client');
        response.setHeader('Access-Control-Max-Age', '600');
        response.writeHead(204, { 'Access-Control-Allow-Methods': 'PUT' }).end();
        return;
      }
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="api"' }).end();
    },
    { lookalikes },
  );
}

const echo = (origin: string, response: ServerResponse): void => {
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
};

/** Returns how many verdicts there are of each status and diagnosis. */
function countsOf(verdicts: readonly Verdict[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, diagnosis } of verdicts) {
    const name = `${status} ${diagnosis ?? ''}`.trim();
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

// The first of the trusted pages learns of the dialogue by waiting for it; or the others have learned by then.
for (const trustedOrigins of [
  [sameSite, 'https://app.example.com'],
  ['https://app.example.com', sameSite],
]) {
  test(`an API that asks for a password conforms, first asked from ${trustedOrigins.join(', then ')}`, async ({
    cors,
    corsHarness,
  }) => {
    const verdicts = await judgedWithPassword(cors, corsHarness, { trustedOrigins }, (origin, response) => {
      if (trustedOrigins.includes(origin)) echo(origin, response);
    });
    expect(countsOf(verdicts)).toEqual({ conforms: verdicts.length });
  });
}

test('an API that asks for a password and echoes every origin is read by a page of its own site', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judgedWithPassword(
    cors,
    corsHarness,
    { trustedOrigins: ['https://app.example.com'] },
    echo,
    (origin) => origin === beside,
  );
  const read = verdicts.filter(
    ({ origin, method, detail }) => origin === beside && method === 'GET' && detail === '',
  );
  expect(countsOf(read)).toEqual({ 'violates any-origin': 1, 'violates any-origin-with-credentials': 1 });
});

test('a request that waits for its user is made again only if its method is safe', async ({ cors }) => {
  const log: string[] = [];
  const server = createServer(({ method }, response) => {
    log.push(method ?? '');
    echo(sameSite, response);
    if (method !== 'OPTIONS') response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="api"' });
    else response.setHeader('Access-Control-Allow-Methods', 'PUT');
    response.end();
  });
  const authority = `127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    const page = await cors.openPage([authority]);
    await page.moveTo(sameSite);
    const observations = await page.probe(
      ['PUT', 'GET'].map((method) =>
        probeRequest(`http://${authority}/`, { method, credentialsMode: 'include' }),
      ),
      { timeoutMs: 1_000, inFlight: 1 },
    );
    expect(observations.map(({ outcome }) => outcome.kind)).toEqual(['timeout', 'response']);
    expect(log).toEqual(['OPTIONS', 'PUT', 'GET', 'GET']);
  } finally {
    await closeServer(server);
  }
});

test('a server that never answers is suspected of a dialogue once, by pages that may be of its site', async () => {
  const dialogues = new PasswordDialogues();
  const requests = ['/a', '/b'].map((path) =>
    probeRequest(`http://api.example.com${path}`, { credentialsMode: 'include' }),
  );
  const asked: string[] = [];
  const ask = (some: readonly ProbeRequest[]): Promise<readonly Observation[]> => {
    asked.push(some.map((one) => `${one.url} ${dialogues.isExpectedFor(one)}`).join(', '));
    return Promise.resolve(some.map(unanswered));
  };
  for (const origin of ['https://untrusted.test', 'https://app.example.com', 'https://app.example.com']) {
    await dialogues.answered(requests, origin, ask);
  }
  const all = 'http://api.example.com/a false, http://api.example.com/b false';
  expect(asked).toEqual([all, all, 'http://api.example.com/a true', all]);
});

for (const [status, challenge, isAwaited] of [
  [401, 'Basic realm="api"', true],
  [401, 'Bearer, Basic realm="api"', true],
  [401, 'NTLM', true],
  [401, 'Negotiate', true],
  [401, 'Bearer realm="basic"', false],
  [401, '', false],
  [403, 'Basic realm="api"', false],
] as const) {
  test(`status ${status} with WWW-Authenticate: ${challenge} ${isAwaited ? 'makes' : 'does not make'} the browser ask for a password`, () => {
    const dialogues = new PasswordDialogues();
    const request = probeRequest('http://api.example/', {});
    const headers = challenge === '' ? {} : { 'WWW-Authenticate': challenge };
    dialogues.note(request, { responsesReceived: [{ status, headers, text: null }] });
    expect([
      dialogues.isExpectedFor(request),
      dialogues.isExpectedFor({ ...request, held: true }),
      dialogues.isExpectedFor(probeRequest('http://other.example/', {})),
    ]).toEqual([isAwaited, false, false]);
  });
}

const unanswered = (request: ProbeRequest): Observation => ({
  engine: { id: 'chromium', version: '0' },
  pageOrigin: 'https://app.example.com',
  request,
  outcome: { kind: 'timeout', afterMs: 1_000 },
  console: [],
  exchanges: [],
  refusal: null,
  failure: null,
  incomplete: null,
});
