import { expect, test, type Cors } from '../../../fixtures/test.ts';
import { BrokenServer, type Breakage } from '../../../servers/api/broken-server.ts';
import type { DiagnosisId } from '../../../src/diagnoses/vocabulary.ts';
import type { Verdict, VerdictStatus } from '../../../src/model.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeTarget } from '../../support/judge-target.ts';

/** Judges what a trusted page and a stranger's get of one route. */
const judged = (
  cors: Cors,
  engine: RunningEngine,
  policy: Pick<PolicyInput, 'target' | 'routes' | 'limits'>,
): Promise<Verdict[]> =>
  judgeTarget(
    cors,
    engine,
    { ...policy, trustedOrigins: ['https://app.example.com'], unknownPath: false },
    { lookalikes: noLookalikes },
  );

/** What each failure is said to be: never CORS. */
const expected: Readonly<Record<Breakage, { status: VerdictStatus; diagnoses: readonly DiagnosisId[] }>> = {
  down: { status: 'inconclusive', diagnoses: ['connection-refused'] },
  reset: { status: 'inconclusive', diagnoses: ['connection-reset'] },
  hang: { status: 'inconclusive', diagnoses: ['response-timeout'] },
  'huge-headers': { status: 'inconclusive', diagnoses: ['response-invalid'] },
  garbage: { status: 'inconclusive', diagnoses: ['response-invalid'] },
  'self-signed': { status: 'inconclusive', diagnoses: ['tls-failure'] },
  // Its headers do come, and they let everybody read.
  endless: { status: 'conforms', diagnoses: [] },
};

for (const [breakage, { status, diagnoses }] of Object.entries(expected)) {
  test(`a server that is ${breakage} is said to be that, within the time limit`, async ({
    cors,
    corsHarness,
  }) => {
    const server = await BrokenServer.start(asBreakage(breakage));
    try {
      const verdicts = await judged(cors, corsHarness, {
        target: server.origin,
        routes: [{ path: '/endless', methods: ['GET'], public: true }],
        // What has no end is waited for in full; what has one may take its time on a busy machine.
        limits: { probeTimeoutMs: ['hang', 'endless'].includes(breakage) ? 3_000 : 20_000 },
      });
      const readable = verdicts.filter(({ check }) => check === 'readable');
      expect(new Set(readable.map((verdict) => verdict.status))).toEqual(new Set([status]));
      const found = new Set(readable.flatMap(({ diagnosis }) => (diagnosis === null ? [] : [diagnosis])));
      expect([...found]).toEqual(diagnoses);
    } finally {
      await server.close();
    }
  });
}

test('a host name that does not resolve is said to be that', async ({ cors, corsHarness }) => {
  const verdicts = await judged(cors, corsHarness, {
    target: 'https://no-such-host.invalid',
    routes: [{ path: '/', methods: ['GET'] }],
  });
  const [first] = verdicts;
  expect(first?.status).toBe('inconclusive');
  expect(first?.console).toEqual(['Failed to load resource: net::ERR_NAME_NOT_RESOLVED']);
  expect(first?.diagnosis).toBe('host-not-found');
});

function asBreakage(name: string): Breakage {
  const known = ['reset', 'hang', 'endless', 'huge-headers', 'garbage', 'self-signed', 'down'] as const;
  const breakage = known.find((candidate) => candidate === name);
  if (breakage === undefined) throw new Error(`${name} is no breakage`);
  return breakage;
}

test('a plain http target of secure pages is said to be mixed content', async ({ cors, corsHarness }) => {
  const verdicts = await judged(cors, corsHarness, {
    target: 'http://no-such-host.invalid',
    routes: [{ path: '/', methods: ['GET'] }],
  });
  const [first] = verdicts;
  expect(first?.status).toBe('inconclusive');
  expect(first?.diagnosis).toBe('mixed-content');
});
