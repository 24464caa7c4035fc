import { expect, test } from '../../../fixtures/test.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

const token = 'very-secret-token-1234';

test('no secret reaches a verdict, not even one that the server echoes', async ({ cors, corsHarness }) => {
  const seen: string[] = [];
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: ['https://app.example.com'],
      routes: [
        {
          path: '/',
          methods: ['GET'],
          requestHeaders: ['authorization', 'x-api-key'],
          headers: { authorization: `Bearer ${token}`, 'x-api-key': 'api-key-secret-9012' },
        },
      ],
      unknownPath: false,
    },
    (request, response) => {
      seen.push(request.headers.authorization ?? '');
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
      response.setHeader('Access-Control-Allow-Headers', 'authorization, x-api-key');
      response.setHeader('Access-Control-Expose-Headers', 'X-Echo');
      response.setHeader(
        'X-Echo',
        `${request.headers.authorization ?? ''} ${String(request.headers['x-api-key'])}`,
      );
      response.setHeader('Set-Cookie', 'session=cookie-secret-5678; Path=/');
      response.end();
    },
    { lookalikes: noLookalikes },
  );
  expect(seen).toContain(`Bearer ${token}`);
  const written = JSON.stringify(verdicts);
  expect(
    [token, 'api-key-secret-9012', 'cookie-secret-5678'].filter((secret) => written.includes(secret)),
  ).toEqual([]);
  expect(written).toContain('[redacted]');
});
