import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import type { RouteInput } from '../../../src/policy/types.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = ['https://app.example.com', 'https://admin.example.net'];

/**
 * Resolves to what does not conform, as diagnosis and what is asked, of an API whose CORS headers are `grant`'s choice.
 */
async function found(
  cors: Cors,
  engine: RunningEngine,
  route: Omit<RouteInput, 'path'>,
  grant: (request: IncomingMessage, response: ServerResponse) => string | undefined,
): Promise<string[]> {
  const verdicts = await judgeServer(
    cors,
    engine,
    {
      trustedOrigins: trusted,
      routes: [{ path: '/', credentials: 'include', ...route }],
      unknownPath: false,
      failOn: 'warn',
    },
    (request, response) => {
      const origin = grant(request, response);
      if (origin !== undefined) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        response.setHeader('Access-Control-Allow-Headers', 'content-type');
      }
      response.end();
    },
    { lookalikes: noLookalikes },
  );
  const wrong = verdicts.filter(({ status }) => status === 'violates' || status === 'inconclusive');
  return [
    ...new Set(wrong.map(({ diagnosis, method, detail }) => [diagnosis, method, detail].join(' ').trim())),
  ].sort();
}

const ofList = ({ headers: { origin } }: IncomingMessage, response: ServerResponse): string | undefined => {
  response.setHeader('Vary', 'Origin, Accept');
  return trusted.find((one) => one === origin);
};

test('strangers ask with the Accept value that the policy has, as every page may', async ({
  cors,
  corsHarness,
}) => {
  const route = { methods: ['GET'], requestHeaders: ['accept'], headers: { accept: 'application/json' } };
  expect(await found(cors, corsHarness, route, ofList)).toEqual([]);
  expect(
    await found(cors, corsHarness, route, (request, response) =>
      request.headers.accept === 'application/json' ? request.headers.origin : ofList(request, response),
    ),
  ).toEqual([
    'any-origin GET with safelisted request headers',
    'any-origin-with-credentials GET with safelisted request headers',
    'vary-origin-missing GET',
  ]);
});

test('strangers ask for GET where no route declares it, and what is not there says nothing', async ({
  cors,
  corsHarness,
}) => {
  const route = { methods: ['POST'], requestHeaders: ['content-type'] };
  const openToGet =
    (status: number) =>
    (request: IncomingMessage, response: ServerResponse): string | undefined => {
      const own = ofList(request, response);
      if (request.method !== 'GET') return own;
      response.statusCode = status;
      return request.headers.origin;
    };
  expect(await found(cors, corsHarness, route, openToGet(200))).toEqual([
    'any-origin GET undeclared',
    'any-origin-with-credentials GET undeclared',
  ]);
  expect(await found(cors, corsHarness, route, openToGet(405))).toEqual([]);
  expect(await found(cors, corsHarness, route, openToGet(401))).toEqual([
    'any-origin GET undeclared',
    'any-origin-with-credentials GET undeclared',
  ]);
});

test('an API that gives whoever it does not know the first origin of its list needs Vary', async ({
  cors,
  corsHarness,
}) => {
  const firstOfList =
    (vary: boolean) =>
    (request: IncomingMessage, response: ServerResponse): string | undefined => {
      const own = ofList(request, response);
      if (!vary) response.removeHeader('Vary');
      return own ?? trusted[0];
    };
  const route = { methods: ['GET'] };
  expect(await found(cors, corsHarness, route, firstOfList(true))).toEqual([]);
  expect(await found(cors, corsHarness, route, firstOfList(false))).toEqual([
    'preflight-vary-origin-missing GET on the preflight',
    'vary-origin-missing GET',
  ]);
});

test('the CORS-preflight responses of each method are compared', async ({ cors, corsHarness }) => {
  const route = { methods: ['PUT', 'DELETE'] };
  expect(
    await found(cors, corsHarness, route, (request, response) => {
      const own = ofList(request, response);
      response.setHeader('Access-Control-Allow-Methods', own === undefined ? '' : 'PUT, DELETE');
      if (request.headers['access-control-request-method'] === 'DELETE') response.removeHeader('Vary');
      return own;
    }),
  ).toEqual(['preflight-vary-origin-missing DELETE on the preflight']);
});
