import { expect, test } from '../../../fixtures/test.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

const app = 'https://app.example';

test('an API that speaks plain http on this machine is judged in each engine, and gets plain http', async ({
  cors,
  corsHarness,
}) => {
  const log = new Set<string>();
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [app],
      routes: [
        { path: '/items', methods: ['GET', 'PUT'], errors: [{ name: 'moved', path: '/moved', status: 404 }] },
      ],
      unknownPath: false,
    },
    ({ method, url, headers: { host, origin } }, response) => {
      if (origin === app) log.add(`${method ?? ''} ${url ?? ''} of ${host?.replace(/\d+$/, '') ?? ''}`);
      response.setHeader('Vary', 'Origin');
      if (origin === app) {
        response.setHeader('Access-Control-Allow-Origin', app);
        response.setHeader('Access-Control-Allow-Methods', 'PUT');
      }
      if (url === '/moved') response.writeHead(302, { Location: '/missing' });
      if (url === '/missing') response.writeHead(404);
      response.end();
    },
    { lookalikes: noLookalikes },
  );
  expect([...log].sort()).toEqual([
    'GET /items of 127.0.0.1:',
    'GET /missing of 127.0.0.1:',
    'GET /moved of 127.0.0.1:',
    'OPTIONS /items of 127.0.0.1:',
  ]);
  const failed = verdicts.filter(({ status }) => status === 'violates' || status === 'inconclusive');
  expect(failed.map(({ seen }) => seen)).toEqual([]);
  const exchanged = new Set(
    verdicts.flatMap(({ exchanges }) => exchanges.map(({ url }) => new URL(url).protocol)),
  );
  expect([...exchanged]).toEqual(['http:']);
});
