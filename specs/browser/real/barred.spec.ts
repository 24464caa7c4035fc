import type { ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { noWaiting } from '../../support/no-waiting.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';

/**
 * Resolves to the verdicts, each as check, status and what was seen, on an API that lets any origin in while it
 * answers.
 */
async function judged(
  cors: Cors,
  engine: RunningEngine,
  bar: (origin: string, response: ServerResponse) => boolean,
): Promise<ReadonlySet<string>> {
  const verdicts = await judgeServer(
    cors,
    engine,
    { trustedOrigins: [trusted], routes: [{ path: '/', methods: ['GET'], credentials: 'include' }] },
    (request, response) => {
      const { origin } = request.headers;
      response.setHeader('Vary', 'Origin');
      if (origin !== undefined && !bar(origin, response)) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
      }
      response.end();
    },
    { pacing: noWaiting() },
  );
  const found = verdicts.filter(({ route }) => route === '/');
  return new Set(found.map(({ check, status, seen }) => `${check} ${status}: ${seen}`));
}

test('an API that bars whoever asks from a strange page is not taken for one that refuses strangers', async ({
  cors,
  corsHarness,
}) => {
  let barred = false;
  const verdicts = await judged(cors, corsHarness, (origin, response) => {
    barred ||= origin !== trusted;
    if (barred) response.statusCode = 403;
    return barred;
  });
  const unsteady =
    'A trusted page whose request the API answered at first was not answered so in the end (origin-missing, status 403), so others may have been refused for what refused it; see limits.requestsPerSecond if the API limits requests.';
  expect([...verdicts].filter((line) => /^(unreadable|\S+-refused)/.test(line))).toEqual([
    `method-refused inconclusive: ${unsteady}`,
    `header-refused inconclusive: ${unsteady}`,
    `unreadable inconclusive: ${unsteady}`,
  ]);
});

test('an API whose answers become errors for everybody is not taken for one that refuses strangers', async ({
  cors,
  corsHarness,
}) => {
  let left = 12;
  const verdicts = await judged(cors, corsHarness, (origin, response) => {
    left -= 1;
    if (left < 0) response.statusCode = 403;
    return left < 0 && origin !== trusted;
  });
  const unsteady =
    'A trusted page whose request the API answered at first was not answered so in the end (an error that it reads, status 403), so others may have been refused for what refused it; see limits.requestsPerSecond if the API limits requests.';
  expect([...verdicts].filter((line) => line.startsWith('unreadable inconclusive'))).toEqual([
    `unreadable inconclusive: ${unsteady}`,
  ]);
  expect([...verdicts].filter((line) => line.startsWith('unreadable conforms'))).toEqual([]);
});

test('an API that tells strangers to come back later is not taken for one that refuses them', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, (origin, response) => {
    if (origin !== trusted) response.statusCode = 429;
    return origin !== trusted;
  });
  expect([...verdicts].filter((line) => /^(unreadable|vary)/.test(line))).toEqual([
    'unreadable inconclusive: The request is refused, but by an answer with status 429, which says that the API does not answer just now; what it answers when it does was not seen. If it limits requests, set limits.requestsPerSecond in the policy.',
    'vary inconclusive: The answers cannot be compared: the answer to an untrusted origin has status 429, which says that the API does not answer just now.',
  ]);
});

test('an API that answers all the while is judged', async ({ cors, corsHarness }) => {
  const verdicts = await judged(cors, corsHarness, (origin) => origin !== trusted);
  expect([...verdicts].filter((line) => !/ conforms: /.test(line))).toEqual([]);
});
