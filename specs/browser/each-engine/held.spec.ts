import { expect, test } from '../../../fixtures/test.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

const app = 'http://app.example';

test('an unsafe method is not sent, and its verdict says what it rests on', async ({ cors, corsHarness }) => {
  const log: string[] = [];
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    { trustedOrigins: [app], routes: [{ path: '/', methods: ['POST', 'PUT'] }], unknownPath: false },
    (request, response) => {
      log.push(request.method ?? '');
      response.setHeader('Vary', 'Origin');
      if (request.headers.origin === app) {
        response.setHeader('Access-Control-Allow-Origin', app);
        response.setHeader('Access-Control-Allow-Methods', 'PUT');
      }
      response.end();
    },
    { lookalikes: noLookalikes },
  );
  expect([...new Set(log)].sort()).toEqual(['GET', 'OPTIONS']);
  const readable = verdicts.filter(({ check }) => check === 'readable');
  expect(readable.map(({ method, status, held, seen }) => ({ method, status, held, seen }))).toEqual([
    {
      method: 'POST',
      status: 'inapplicable',
      held: false,
      seen: 'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent; declare send: true to judge it.',
    },
    {
      method: 'PUT',
      status: 'conforms',
      held: true,
      seen: 'The CORS-preflight request is granted, response not seen: the actual request was held.',
    },
  ]);
});
