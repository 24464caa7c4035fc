import { expect, test } from '../../../fixtures/test.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';
/** Another page by which a cache is known already. */
const insecure = 'http://app.example.com';

test('what a cache is found to keep is asked for apart from then on, and no more often', async ({
  cors,
  corsHarness,
}) => {
  const asked = new Map<string, number>();
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/items', methods: ['GET'], credentials: 'include' }],
      unknownPath: false,
    },
    (request, response) => {
      const { origin, 'user-agent': agent = '' } = request.headers;
      // Not the printed curl lines.
      const isOfPage = !agent.startsWith('curl/');
      if (isOfPage && request.method === 'GET' && origin !== undefined && request.url === '/items') {
        asked.set(origin, (asked.get(origin) ?? 0) + 1);
      }
      response.setHeader('Vary', 'Origin');
      response.setHeader('ETag', '"1"');
      response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
      response.end();
    },
    { lookalikes: (origin) => origin === insecure },
  );
  expect(verdicts.filter(({ status }) => status === 'inconclusive')).toEqual([]);
  // The trusted page makes one request, and the one at the end.
  expect([...asked]).toEqual([
    [trusted, 2],
    // With credentials, without, and again what the cache had answered with status 304.
    ['https://untrusted.test', 3],
    ['null', 2],
    [insecure, 2],
  ]);
});
