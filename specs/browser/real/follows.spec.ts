import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import type { Verdict } from '../../../src/model.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';
const lookalike = 'https://app.example.com.untrusted.test';

/**
 * Resolves to the verdicts on what a look-alike's page reads by GET, as mode, status, diagnosis and whether it follows;
 * and what it asked.
 */
async function judged(
  cors: Cors,
  engine: RunningEngine,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  route: object = { credentials: 'include' },
): Promise<{ readonly verdicts: (string | boolean | null)[][]; readonly asked: number }> {
  let asked = 0;
  const all = await judgeServer(
    cors,
    engine,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET'], ...route }],
      unknownPath: false,
    },
    (request, response) => {
      if (request.headers.origin === lookalike && request.method === 'GET') asked += 1;
      response.setHeader('Vary', 'Origin');
      response.setHeader('Cache-Control', 'no-store');
      answer(request, response);
      response.end();
    },
  );
  const own = all.filter(({ origin, detail }) => origin === lookalike && detail === '');
  const described = ({
    credentialsMode,
    status,
    diagnosis,
    followsFrom,
  }: Verdict): (string | boolean | null)[] => [credentialsMode, status, diagnosis, followsFrom !== null];
  const [omit, include] = own;
  if (include?.followsFrom != null) expect([include.followsFrom, include.exchanges]).toEqual([omit?.id, []]);
  return { verdicts: own.map(described), asked };
}

const allow = (response: ServerResponse, origin = '*'): void => {
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
};

const allowAll = (response: ServerResponse): void => {
  response.setHeader('Access-Control-Allow-Origin', '*');
};

test('what is refused without credentials is not asked for with them, and follows', async ({
  cors,
  corsHarness,
}) => {
  expect(
    await judged(cors, corsHarness, ({ headers: { origin } }, response) => {
      if (origin === trusted) allow(response, origin);
    }),
  ).toEqual({
    verdicts: [
      ['omit', 'conforms', null, false],
      ['include', 'conforms', null, true],
    ],
    asked: 1,
  });
});

test('what is shared without credentials is asked for with them', async ({ cors, corsHarness }) => {
  const { verdicts } = await judged(cors, corsHarness, ({ headers: { origin } }, response) =>
    allow(response, origin),
  );
  expect(verdicts).toEqual([
    ['omit', 'violates', 'any-origin', false],
    ['include', 'violates', 'any-origin-with-credentials', false],
  ]);
  const { verdicts: ofWildcard } = await judged(cors, corsHarness, ({ headers: { origin } }, response) =>
    origin === trusted ? allow(response, origin) : allowAll(response),
  );
  expect(ofWildcard).toEqual([
    ['omit', 'violates', 'any-origin', false],
    ['include', 'conforms', null, false],
  ]);
});

test('a stranger who is told to come back later is asked with credentials, too', async ({
  cors,
  corsHarness,
}) => {
  const { verdicts, asked } = await judged(cors, corsHarness, ({ headers: { origin } }, response) => {
    if (origin === trusted) allow(response, origin);
    else response.statusCode = 503;
  });
  expect(verdicts).toEqual([
    ['omit', 'inconclusive', null, false],
    ['include', 'inconclusive', null, false],
  ]);
  expect(asked).toBe(2);
});

test('where an answer sets a cookie, nothing follows', async ({ cors, corsHarness }) => {
  const { verdicts, asked } = await judged(cors, corsHarness, ({ headers: { origin } }, response) => {
    response.setHeader('Set-Cookie', 'id=1');
    if (origin === trusted) allow(response, origin);
  });
  expect(verdicts).toEqual([
    ['omit', 'conforms', null, false],
    ['include', 'conforms', null, false],
  ]);
  expect(asked).toBeGreaterThan(1);
});

test('what everybody reads is asked for with credentials only where the answer would be shared with them', async ({
  cors,
  corsHarness,
}) => {
  const everybodys = { public: true };
  const ofWildcard = await judged(cors, corsHarness, (_, response) => allowAll(response), everybodys);
  expect(ofWildcard.verdicts).toEqual([
    ['omit', 'conforms', null, false],
    ['include', 'conforms', null, true],
  ]);
  const ofNobody = await judged(cors, corsHarness, () => undefined, everybodys);
  expect(ofNobody.verdicts).toEqual([
    ['omit', 'violates', 'origin-missing', false],
    ['include', 'conforms', null, true],
  ]);
  const ofEcho = await judged(
    cors,
    corsHarness,
    ({ headers: { origin } }, response) => allow(response, origin),
    everybodys,
  );
  expect(ofEcho.verdicts).toEqual([
    ['omit', 'conforms', null, false],
    ['include', 'violates', 'credentials-undeclared-granted', false],
  ]);
  expect([ofWildcard.asked, ofNobody.asked, ofEcho.asked]).toEqual([1, 1, 2]);
});
