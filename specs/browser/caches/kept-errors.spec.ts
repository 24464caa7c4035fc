import { createServer } from 'node:http';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeTarget, type Judging } from '../../support/judge-target.ts';

const trusted = 'https://app.example.com';

/** Statuses that a cache may store by default, and that the policy declares. */
const cacheable = [404, 405, 410, 414, 501];
const isAll = engineChoice.suite === 'all';
const rounds = isAll ? 15 : 3;

test(`errors that a cache may store come to the same in ${rounds} runs`, async ({
  cors,
  corsHarness,
  corsEngine,
}, testInfo) => {
  testInfo.setTimeout(rounds * 40_000);
  // Each page more takes some seconds in the engines behind a tap.
  const judging: Judging = isAll && corsEngine === 'chromium' ? {} : { lookalikes: noLookalikes };
  const server = createServer(({ method, url = '', headers: { origin } }, response) => {
    response.setHeader('Vary', 'Origin');
    if (origin === trusted) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.setHeader('Access-Control-Allow-Methods', 'GET');
      response.setHeader('Access-Control-Allow-Headers', 'authorization');
    }
    const status = Number(url.slice(1)) || 200;
    response.writeHead(method === 'OPTIONS' ? 204 : status).end();
  });
  const target = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  const route = {
    path: '/items',
    methods: ['GET'],
    requestHeaders: ['authorization'],
    headers: { authorization: 'Bearer t0ken' },
    credentials: 'include',
    errors: cacheable.map((status) => ({ name: `${status}`, path: `/${status}`, status })),
  } as const;
  const runs: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const policy = { target, trustedOrigins: [trusted], unknownPath: false, routes: [route] };
      const verdicts = await judgeTarget(cors, corsHarness, policy, judging);
      expect(verdicts.filter(({ status }) => status !== 'conforms')).toEqual([]);
      runs.push(JSON.stringify(verdicts).replace(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, 'some time'));
    }
  } finally {
    await closeServer(server);
  }
  expect(new Set(runs).size).toBe(1);
});
