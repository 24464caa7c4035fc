import { expect, test, type Cors } from '../../support/judging.ts';
import type { RouteInput } from '../../../src/policy/types.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';

/** Resolves to the violations of an API that has /items alone, and answers OPTIONS where `has` says that it does. */
async function found(
  cors: Cors,
  corsHarness: RunningEngine,
  route: Partial<RouteInput>,
  has: (path: string, method: string) => boolean,
): Promise<string[]> {
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    { trustedOrigins: [trusted], routes: [{ path: '/items', methods: ['GET'], ...route }] },
    ({ url = '', method = '', headers: { origin } }, response) => {
      response.setHeader('Vary', 'Origin');
      if (origin === trusted) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Headers', route.requestHeaders ?? []);
      }
      response.statusCode = has(url, method) ? 200 : 404;
      response.end();
    },
  );
  return verdicts
    .filter(({ status }) => status === 'violates')
    .map(({ check, diagnosis, severity, remedy }) => `${check} ${diagnosis} ${severity}: ${remedy}`);
}

const answer = 'Answer OPTIONS on this path with 204, before authentication, method checks and routing.';

test('a CORS-preflight request that is answered with 404 where the policy declares a 404 is medium, and said to keep the page from that', async ({
  cors,
  corsHarness,
}) => {
  const route = {
    headers: { 'x-request-id': '1' },
    requestHeaders: ['x-request-id'],
    errors: [{ name: 'not found', path: '/nothing', status: 404 }],
  };
  expect(await found(cors, corsHarness, route, (path) => path === '/items')).toEqual([
    `error-readable preflight-status-not-ok medium: The API has nothing at /nothing, and its 404 to the CORS-preflight request keeps the page from the 404 that it asks for: answer OPTIONS on every path, before the router. ${answer}`,
  ]);
});

test('where the API answers all with 404, the policy may have another path', async ({
  cors,
  corsHarness,
}) => {
  const violations = await found(cors, corsHarness, { requestHeaders: ['x-request-id'] }, () => false);
  expect(violations).toEqual([
    `readable preflight-status-not-ok medium: The API answers the other requests for /items with 404 as well: it has nothing there. Correct the path in the policy, or what serves it, first. ${answer}`,
  ]);
});

test('where the API answers other requests, or may hide from whoever has no token, it is high', async ({
  cors,
  corsHarness,
}) => {
  const isGet = (path: string, method: string): boolean => path === '/items' && method === 'GET';
  const plain = `readable preflight-status-not-ok high: ${answer}`;
  expect(await found(cors, corsHarness, { requestHeaders: ['x-request-id'] }, isGet)).toEqual([plain]);
  expect(await found(cors, corsHarness, { requestHeaders: ['authorization'] }, () => false)).toEqual([plain]);
});
