import { gzipSync } from 'node:zlib';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import type { RouteInput } from '../../../src/policy/types.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = ['https://app.example.com', 'https://admin.example.net'];

/**
 * Resolves to what is said of Vary: the status and diagnosis of each such check, what it is on, and what was seen or is
 * to do first.
 */
async function saidOfVary(
  cors: Cors,
  engine: RunningEngine,
  route: Omit<RouteInput, 'path'>,
  answer: RequestListener,
): Promise<(string | null)[][]> {
  const verdicts = await judgeServer(
    cors,
    engine,
    { trustedOrigins: trusted, routes: [{ path: '/', ...route }], unknownPath: false },
    answer,
  );
  // What else is wrong would be a slip of the server.
  expect(
    verdicts
      .filter(({ check, status }) => check !== 'vary' && (status === 'violates' || status === 'inconclusive'))
      .map(({ diagnosis, seen }) => [diagnosis, seen]),
  ).toEqual([]);
  return verdicts
    .filter(({ check }) => check === 'vary')
    .map(({ status, diagnosis, method, detail, seen, url, remedy }) => [
      `${status} ${diagnosis ?? ''} ${method} ${detail}`.replaceAll(/ +/g, ' ').trim(),
      seen.replaceAll(url, '{url}'),
      /^[^.]*: what (?:the CORS layer|adds the CORS headers|compresses)[^.]*\./.exec(remedy)?.[0] ?? null,
    ]);
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

interface Refusing {
  readonly vary: boolean;
  readonly method?: string;
  readonly headers?: readonly string[];
}

/** Makes a middleware that refuses a CORS-preflight request as a whole if it asks for a method or a header too many. */
const refusing =
  ({ vary, method = 'GET', headers = [] }: Refusing): RequestListener =>
  (request, response) => {
    const { origin, ...asked } = request.headers;
    const isKnown = trusted.some((one) => one === origin);
    const names = asked['access-control-request-headers']?.split(',') ?? [];
    const isAsked = (asked['access-control-request-method'] ?? method) === method;
    const isGranted = isKnown && isAsked && names.every((name) => headers.includes(name));
    if (isPreflight(request) && !isGranted) {
      response.writeHead(403).end();
      return;
    }
    if (vary || !isPreflight(request)) response.setHeader('Vary', 'Origin');
    if (isKnown && origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
    if (isPreflight(request)) {
      response.setHeader('Access-Control-Allow-Methods', method);
      response.setHeader('Access-Control-Allow-Headers', headers.join(', '));
    }
    response.end();
  };

const whereCaches = 'Each answer that a cache may store carries Vary: Origin.';

test('a CORS-preflight response that refuses a made-up header to everybody is compared by the declared ones', async ({
  cors,
  corsHarness,
}) => {
  const route = { methods: ['GET'], requestHeaders: ['authorization'] };
  const said = (vary: boolean): Promise<(string | null)[][]> =>
    saidOfVary(cors, corsHarness, route, refusing({ vary, headers: ['authorization'] }));
  const actual = ['conforms GET', whereCaches, null];
  expect(await said(false)).toEqual([
    actual,
    [
      'violates preflight-vary-origin-missing GET on the preflight',
      'The CORS-preflight response for {url} depends on the Origin header, but Vary: Origin is missing from the answer to a trusted origin with the declared request headers and the answer to an untrusted origin with the declared request headers.',
      null,
    ],
  ]);
});

test('a method that needs a CORS-preflight request by itself is compared without any header', async ({
  cors,
  corsHarness,
}) => {
  const said = await saidOfVary(
    cors,
    corsHarness,
    { methods: ['PUT'] },
    refusing({ vary: false, method: 'PUT' }),
  );
  expect(said.map(([what]) => what)).toEqual(['violates preflight-vary-origin-missing PUT on the preflight']);
});

test('where every CORS-preflight request that can be compared is refused to everybody, nothing is judged', async ({
  cors,
  corsHarness,
}) => {
  expect(await saidOfVary(cors, corsHarness, { methods: ['GET'] }, refusing({ vary: false }))).toEqual([
    ['conforms GET', whereCaches, null],
    [
      'inapplicable GET on the preflight',
      'The CORS-preflight requests that were compared are refused to everybody, so whether the answer depends on the origin was not seen.',
      null,
    ],
  ]);
});

/** Makes an API of several layers, the last of which has the last word on Vary. */
const layered =
  (...layers: readonly ((request: IncomingMessage, response: ServerResponse) => void)[]): RequestListener =>
  (request, response) => {
    const { origin } = request.headers;
    if (trusted.some((one) => one === origin))
      response.setHeader('Access-Control-Allow-Origin', origin ?? '');
    if (isPreflight(request)) {
      response.setHeader('Vary', 'Origin');
      response.writeHead(204).end();
      return;
    }
    for (const layer of layers) layer(request, response);
    response.end();
  };

const handler = (_: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('Vary', 'Accept');
};
const corsLayer = ({ headers: { origin } }: IncomingMessage, response: ServerResponse): void => {
  if (origin !== undefined) response.setHeader('Vary', 'Origin');
};
/** Sends Vary as it is where the CORS layer sees no origin that it knows. */
const forEverybody = (_: IncomingMessage, response: ServerResponse): void => {
  response.appendHeader('Vary', 'Origin');
};

const route = { methods: ['GET'] };
const onPreflight = ['conforms GET on the preflight', whereCaches, null];

test('a handler that replaces the Vary of the CORS layer is told so', async ({ cors, corsHarness }) => {
  expect(await saidOfVary(cors, corsHarness, route, layered(corsLayer, handler))).toEqual([
    [
      'violates vary-origin-missing GET',
      'The answer to GET {url} depends on the Origin header, but Vary: Origin is missing from the answer to a trusted origin, the answer to another trusted origin, the answer to an untrusted origin and the answer to a request without Origin.',
      'The CORS-preflight response of this address says Vary: Origin, and this answer says Vary: accept: what the CORS layer sets is replaced behind it.',
    ],
    onPreflight,
  ]);
});

test('a CORS layer that replaces the Vary of the handler is told so, where one answer still has it', async ({
  cors,
  corsHarness,
}) => {
  const replacing = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.headers.origin === undefined) response.appendHeader('Vary', 'Origin');
    else response.setHeader('Vary', 'Origin');
  };
  expect(await saidOfVary(cors, corsHarness, route, layered(handler, replacing))).toEqual([
    [
      'violates vary-overwritten GET',
      'The answer to GET {url} says Vary: origin for a trusted origin, but Vary: accept for a request without Origin: what adds the CORS headers replaces the Vary of the handler.',
      null,
    ],
    onPreflight,
  ]);
});

test('a CORS layer that replaces the Vary of the handler for whom it knows alone is told so, too', async ({
  cors,
  corsHarness,
}) => {
  const forTrusted = ({ headers: { origin } }: IncomingMessage, response: ServerResponse): void => {
    if (trusted.some((one) => one === origin)) response.setHeader('Vary', 'Origin');
  };
  expect(await saidOfVary(cors, corsHarness, route, layered(handler, forTrusted))).toEqual([
    [
      'violates vary-origin-missing GET',
      'The answer to GET {url} depends on the Origin header, but Vary: Origin is missing from the answer to an untrusted origin and the answer to a request without Origin.',
      'The answer to a trusted origin says Vary: origin, and the one to a request without Origin Vary: accept: what adds the CORS headers replaces the Vary of the handler.',
    ],
    onPreflight,
  ]);
});

test('a CORS layer that appends to Vary is in order', async ({ cors, corsHarness }) => {
  expect(await saidOfVary(cors, corsHarness, route, layered(handler, forEverybody))).toEqual([
    ['conforms GET', whereCaches, null],
    onPreflight,
  ]);
});

/** Returns a handler in front of the API that compresses, and puts its own Vary in the place of the API's. */
const compressing =
  (vary: string): RequestListener =>
  ({ method, headers: { origin } }, response) => {
    if (trusted.some((one) => one === origin))
      response.setHeader('Access-Control-Allow-Origin', origin ?? '');
    if (method === 'OPTIONS') {
      response.writeHead(204, { Vary: 'Origin' }).end();
      return;
    }
    response.writeHead(200, { Vary: vary, 'Content-Encoding': 'gzip' }).end(gzipSync('[]'));
  };

test('a Vary that is lost where the answer is compressed is said to be lost by what compresses', async ({
  cors,
  corsHarness,
}) => {
  const [lost] = await saidOfVary(cors, corsHarness, route, compressing('Accept-Encoding'));
  expect(lost).toEqual([
    'violates vary-origin-missing GET',
    'The answer to GET {url} depends on the Origin header, but Vary: Origin is missing from the answer to a trusted origin, the answer to another trusted origin, the answer to an untrusted origin and the answer to a request without Origin.',
    'Another answer of this address, which is not compressed, says Vary: Origin, and this answer says Vary: accept-encoding: what compresses replaces the Vary of the CORS layer.',
  ]);
  const [kept] = await saidOfVary(cors, corsHarness, route, compressing('Origin, Accept-Encoding'));
  expect(kept).toEqual(['conforms GET', whereCaches, null]);
});
