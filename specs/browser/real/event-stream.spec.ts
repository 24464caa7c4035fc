import { expect, test } from '../../support/judging.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';
const timeoutMs = 1_500;

test('a stream need not answer a HEAD request that no route declares', async ({ cors, corsHarness }) => {
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/events', methods: ['GET'] }],
      unknownPath: false,
      limits: { probeTimeoutMs: timeoutMs },
    },
    (request, response) => {
      const { method, headers } = request;
      response.setHeader('Vary', 'Origin');
      if (headers.origin === trusted) response.setHeader('Access-Control-Allow-Origin', trusted);
      // An answer that goes on: of one to HEAD, nothing is on the wire before its end.
      response.writeHead(method === 'OPTIONS' ? 204 : 200, { 'Content-Type': 'text/event-stream' });
      if (method === 'HEAD') response.write('data: 1\n\n');
      else response.end('data: 1\n\n');
    },
  );
  const others = verdicts.filter(({ status }) => status !== 'conforms');
  const reason = `The policy does not declare HEAD, and the API did not answer it in full within ${timeoutMs} ms: what it would have answered was not seen.`;
  expect(
    others.map(({ status, origin, method, credentialsMode, seen }) => [
      status,
      `${method} from ${origin}, ${credentialsMode}`,
      seen,
    ]),
  ).toEqual([
    ['inapplicable', 'HEAD from https://untrusted.test, omit', reason],
    ['inapplicable', 'HEAD from https://untrusted.test, include', reason],
    ['inapplicable', 'HEAD from null, omit', reason],
    ['inapplicable', 'HEAD from null, include', reason],
  ]);
});
