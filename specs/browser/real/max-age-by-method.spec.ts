import { expect, test } from '../../support/judging.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';

test('the CORS-preflight cache time of each method is judged', async ({ cors, corsHarness }) => {
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET', 'POST', 'PUT', 'DELETE'], preflightCacheSeconds: 600 }],
    },
    ({ method, headers }, response) => {
      response.setHeader('Vary', 'Origin');
      if (headers.origin === trusted) response.setHeader('Access-Control-Allow-Origin', trusted);
      if (method === 'OPTIONS') {
        const isDelete = headers['access-control-request-method'] === 'DELETE';
        response.setHeader('Access-Control-Allow-Methods', 'PUT, DELETE');
        response.setHeader('Access-Control-Max-Age', isDelete ? '3600' : '600');
      }
      response.end();
    },
  );
  expect(
    verdicts
      .filter(({ check, status }) => check === 'preflight-cache' || status === 'violates')
      .map(({ check, method, status, diagnosis }) => [check, method, status, diagnosis]),
  ).toEqual([
    ['preflight-cache', 'PUT', 'conforms', null],
    ['preflight-cache', 'DELETE', 'violates', 'preflight-cache-longer'],
  ]);
});
