import { expect, test, type Cors } from '../../support/judging.ts';
import type { Verdict } from '../../../src/model.ts';
import type { RouteInput } from '../../../src/policy/types.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';

/** What a CORS-preflight response for a trusted origin says, from what is asked for. */
type Answer = (asked: { readonly method: string; readonly headers: string }) => {
  readonly status?: number;
  readonly methods: string;
  readonly headers: string;
};

/** Resolves to what does not conform of a server that is correct but for its lists, in a line each. */
async function found(...server: Parameters<typeof departures>): Promise<string[]> {
  return (await departures(...server)).map(
    ({ status, method, seen, url }) => `${status} ${method}: ${seen.replaceAll(`:${new URL(url).port}`, '')}`,
  );
}

async function departures(
  cors: Cors,
  corsHarness: RunningEngine,
  route: Partial<RouteInput>,
  answer: Answer,
  ...others: readonly Partial<RouteInput>[]
): Promise<Verdict[]> {
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [route, ...others].map((one) => ({
        path: '/',
        methods: ['GET'],
        credentials: 'include',
        ...one,
      })),
    },
    (request, response) => {
      const { origin, 'access-control-request-method': method, ...others } = request.headers;
      response.setHeader('Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers');
      if (origin === trusted) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        if (request.method === 'OPTIONS' && method !== undefined) {
          const { status, methods, headers } = answer({
            method,
            headers: others['access-control-request-headers'] ?? '',
          });
          response.statusCode = status ?? 204;
          response.setHeader('Access-Control-Allow-Methods', methods);
          response.setHeader('Access-Control-Allow-Headers', headers);
        }
      }
      response.end();
    },
  );
  return verdicts.filter(({ status }) => status !== 'conforms');
}

test('a method and a request header that are listed are granted, whatever is asked for', async ({
  cors,
  corsHarness,
}) => {
  expect(
    await found(cors, corsHarness, { methods: ['GET', 'PUT'], requestHeaders: ['x-request-id'] }, () => ({
      methods: 'GET, PUT, PROPFIND, propfind',
      headers: 'X-Request-Id, X-Debug, Authorization',
    })),
  ).toEqual([
    `violates UNDECLARED: The CORS-preflight response for http://127.0.0.1/ grants PROPFIND, propfind to ${trusted}, which the policy does not declare.`,
    `violates GET: The CORS-preflight response for http://127.0.0.1/ grants the request header x-debug, authorization to ${trusted}, which the policy does not declare.`,
  ]);
});

test('a list that is shown only where the request is granted is read there', async ({
  cors,
  corsHarness,
}) => {
  expect(
    await found(
      cors,
      corsHarness,
      { methods: ['GET'], requestHeaders: ['x-request-id'] },
      ({ method, headers }) =>
        method === 'GET' && headers === 'x-request-id'
          ? { methods: 'GET, PURGE', headers: 'x-request-id, x-debug' }
          : { status: 400, methods: 'GET, PURGE', headers: 'x-request-id, x-debug' },
    ),
  ).toEqual([
    `violates UNDECLARED: The CORS-preflight response for http://127.0.0.1/ grants PURGE to ${trusted}, which the policy does not declare.`,
    `violates GET: The CORS-preflight response for http://127.0.0.1/ grants the request header x-debug to ${trusted}, which the policy does not declare.`,
  ]);
});

test('what is only listed is shown by a request for it, and by nothing that was printed about another', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await departures(cors, corsHarness, { methods: ['GET'] }, () => ({
    methods: 'GET, PURGE',
    headers: 'User-Agent',
  }));
  const [{ url }] = [...verdicts, { url: '' }];
  expect(verdicts.map(({ diagnosis, console, reproduce }) => ({ diagnosis, console, ...reproduce }))).toEqual(
    [
      {
        diagnosis: 'method-undeclared-granted',
        console: [],
        curl: `curl --include --request OPTIONS --header 'Access-Control-Request-Method: PURGE' --header 'Origin: ${trusted}' '${url}'`,
        fetch: `await fetch("${url}", {"method":"PURGE","credentials":"include"})`,
        curlShows: 'same',
      },
      {
        diagnosis: 'header-undeclared-granted',
        console: [],
        curl: `curl --include --request OPTIONS --header 'Access-Control-Request-Method: GET' --header 'Access-Control-Request-Headers: user-agent' --header 'Origin: ${trusted}' '${url}'`,
        fetch: `await fetch("${url}", {"headers":{"user-agent":"1"},"credentials":"include"})`,
        curlShows: 'same',
      },
    ],
  );
});

test('what a page may use unasked, or never, or without any change may be listed', async ({
  cors,
  corsHarness,
}) => {
  expect(
    await found(cors, corsHarness, { methods: ['GET'], requestHeaders: ['x-request-id'] }, () => ({
      methods: 'GET, HEAD, POST, OPTIONS, TRACE, *',
      headers:
        'X-Request-ID, Accept, Accept-Language, Content-Language, Content-Type, Range, Origin, Cookie, DNT, Referer, *',
    })),
  ).toEqual([]);
});

test('a server that grants any method is found where the usual ones are all declared', async ({
  cors,
  corsHarness,
}) => {
  expect(
    await found(cors, corsHarness, { methods: ['PUT', 'PATCH', 'DELETE'] }, ({ method }) => ({
      methods: method,
      headers: '',
    })),
  ).toEqual([
    `violates patch: The CORS-preflight response for http://127.0.0.1/ grants patch to ${trusted}, which the policy does not declare.`,
    `violates UNDECLARED: The CORS-preflight response for http://127.0.0.1/ grants UNDECLARED to ${trusted}, which the policy does not declare.`,
  ]);
});

test('a method in lower case that every page sends in upper case grants nothing', async ({
  cors,
  corsHarness,
}) => {
  expect(
    await found(cors, corsHarness, { methods: ['GET', 'POST'] }, () => ({
      methods: 'get, post, delete',
      headers: 'content-type',
    })),
  ).toEqual([
    'inapplicable POST: The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent; declare send: true to judge it.',
    'inapplicable POST: The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent: what it answers to a page that is not trusted was not seen.',
  ]);
});

test('what another route at the same address declares is declared', async ({ cors, corsHarness }) => {
  expect(
    await found(
      cors,
      corsHarness,
      { methods: ['GET'], requestHeaders: ['x-request-id'] },
      () => ({ methods: 'GET, PUT', headers: 'x-request-id, x-put' }),
      { methods: ['PUT'], requestHeaders: ['x-put'] },
    ),
  ).toEqual([]);
});

/** Resolves to what is granted undeclared on the first route, how bad it is, and what to do first. */
async function severities(...server: Parameters<typeof departures>): Promise<string[]> {
  return (await departures(...server))
    .filter(({ diagnosis, url }) => diagnosis?.endsWith('-undeclared-granted') === true && url.endsWith('/'))
    .map(({ method, severity, remedy }) => `${method} ${severity}: ${remedy.split('. ')[0]}`);
}

test('one list for the whole API is low on a route that declares less, and is said to be that', async ({
  cors,
  corsHarness,
}) => {
  const items = { path: '/items', methods: ['GET', 'PUT', 'DELETE'], requestHeaders: ['X-Request-Id'] };
  const oneList = { methods: 'GET, PUT, DELETE', headers: 'x-request-id' };
  expect(await severities(cors, corsHarness, {}, () => oneList, items)).toEqual([
    ...['PUT', 'DELETE'].map(
      (name) =>
        `${name} low: Other routes of the policy declare ${name}: this is one list for the whole API, and whether this route does anything on ${name} is another matter`,
    ),
    'GET low: Other routes of the policy declare x-request-id: this is one list for the whole API, and whether this route does anything on x-request-id is another matter',
  ]);
});

test('a list that holds more than all routes declare is none for the whole API', async ({
  cors,
  corsHarness,
}) => {
  const items = { path: '/items', methods: ['GET', 'PUT'] };
  const list = { methods: 'GET, PUT, DELETE', headers: 'x-debug' };
  expect(await severities(cors, corsHarness, {}, () => list, items)).toEqual([
    'PUT low: Other routes of the policy declare PUT: this is one list for the whole API, and whether this route does anything on PUT is another matter',
    'DELETE medium: List only the declared methods in Access-Control-Allow-Methods, or declare DELETE.',
    'GET low: List only the declared names in Access-Control-Allow-Headers, or declare those that pages need.',
  ]);
});

test('a method that is asked for is low where another route declares it', async ({ cors, corsHarness }) => {
  const items = { path: '/items', methods: ['GET', 'PATCH'] };
  const list = { methods: 'GET, PATCH', headers: '' };
  expect(await severities(cors, corsHarness, {}, () => list, items)).toEqual([
    'PATCH low: Other routes of the policy declare PATCH: this is one list for the whole API, and whether this route does anything on PATCH is another matter',
  ]);
});

test('of a library that repeats what is asked for, the remedy says that it may have no option', async ({
  cors,
  corsHarness,
}) => {
  const echo: Answer = ({ method, headers }) => ({ methods: method, headers });
  expect(await severities(cors, corsHarness, { methods: ['GET', 'PATCH'] }, echo)).toEqual([
    'PUT medium: List only the declared methods in Access-Control-Allow-Methods, or declare PUT.',
    'DELETE medium: List only the declared methods in Access-Control-Allow-Methods, or declare DELETE.',
    'patch medium: List only the declared methods in Access-Control-Allow-Methods, or declare patch.',
    'UNDECLARED medium: The list repeats the method that the page asked for',
    'GET low: The list repeats what the page asked for',
  ]);
});
