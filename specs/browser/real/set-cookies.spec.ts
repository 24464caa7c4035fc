import { expect, test } from '../../../fixtures/test.ts';
import type { IsAsked } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

// Another port of the target's own host: another origin of the same site, so that its pages keep the cookie.
const trusted = 'http://127.0.0.1:3000';
/** Reports whether a page is another one of the site: those of others keep no cookie. */
const ofTheSite: IsAsked = (origin) => origin !== 'null' && new URL(origin).hostname === '127.0.0.1';

test('what is wrong with a cookie alone is found, too', inWholeSuite, async ({ cors, corsHarness }) => {
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: ['/session', '/opened', '/closed'].map((path) => ({
        path,
        methods: ['GET'],
        credentials: 'include' as const,
      })),
      unknownPath: false,
      limits: { requestsInFlight: 1 },
    },
    (request, response) => {
      const { origin = '', cookie } = request.headers;
      const isTrusted = origin === trusted;
      const isOpen = {
        '/session': isTrusted,
        '/opened': isTrusted || cookie !== undefined,
        '/closed': isTrusted && cookie === undefined,
      }[request.url ?? ''];
      response.setHeader('Vary', 'Origin');
      response.setHeader('Cache-Control', 'no-store');
      if (request.url === '/session') response.setHeader('Set-Cookie', 'id=1; Path=/');
      if (isOpen === true && origin !== '') {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
      }
      response.end();
    },
    { lookalikes: ofTheSite },
  );
  const found = verdicts.filter(({ status }) => status === 'violates');
  expect(
    found.map(({ route, method, origin, diagnosis, seen }) => [
      route,
      method,
      origin,
      diagnosis,
      seen.endsWith(' Only so with a cookie, which the API itself had set before.'),
    ]),
  ).toEqual([
    ['/opened', 'GET', 'http://127.0.0.1', 'origin-port-trusted', true],
    ['/opened', 'GET', 'http://127.0.0.1:8443', 'origin-port-trusted', true],
    ['/opened', 'GET', 'http://127.0.0.1:30001', 'origin-port-trusted', true],
    ['/opened', 'GET', 'http://127.0.0.1:3001', 'origin-port-trusted', true],
    ['/closed', 'GET', trusted, 'origin-missing', true],
  ]);
});

test('an answer that sets a cookie is asked for once more, with it', async ({ cors, corsHarness }) => {
  const asked: string[] = [];
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/opened', methods: ['GET'], credentials: 'include' }],
      unknownPath: false,
    },
    (request, response) => {
      const { origin = '', cookie } = request.headers;
      if (origin === 'http://127.0.0.1:8443' && request.method === 'GET') asked.push(cookie ?? 'without');
      response.setHeader('Vary', 'Origin');
      response.setHeader('Cache-Control', 'no-store');
      if (cookie === undefined) response.setHeader('Set-Cookie', 'id=1; Path=/');
      if (origin === trusted || (origin !== '' && cookie !== undefined)) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
      }
      response.end();
    },
    { lookalikes: ofTheSite },
  );
  expect(asked).toEqual(['without', 'without', 'id=1']);
  const found = verdicts.filter(({ status }) => status === 'violates');
  expect(found.map(({ method, credentialsMode, origin }) => [method, credentialsMode, origin])).toEqual([
    ['GET', 'include', 'http://127.0.0.1'],
    ['GET', 'include', 'http://127.0.0.1:8443'],
    ['GET', 'include', 'http://127.0.0.1:30001'],
    ['GET', 'include', 'http://127.0.0.1:3001'],
  ]);
});

test(
  'a cookie that one route sets does not open another one',
  inWholeSuite,
  async ({ cors, corsHarness }) => {
    const cookies: string[] = [];
    const verdicts = await judgeServer(
      cors,
      corsHarness,
      {
        trustedOrigins: [trusted],
        routes: [
          { path: '/session', methods: ['GET'], credentials: 'include' },
          { path: '/users', methods: ['GET'], credentials: 'include' },
        ],
        unknownPath: false,
        limits: { requestsInFlight: 1 },
      },
      (request, response) => {
        const { origin, cookie } = request.headers;
        const isSignedIn = cookie !== undefined;
        if (isSignedIn) cookies.push(`${request.method ?? ''} ${request.url ?? ''}`);
        response.setHeader('Vary', 'Origin');
        if (request.url === '/session') response.setHeader('Set-Cookie', 'id=1; Path=/');
        // As with many servers, what is answered before the middleware is reached has no CORS header.
        else if (!isSignedIn) response.statusCode = 401;
        if (origin === trusted && response.statusCode !== 401) {
          response.setHeader('Access-Control-Allow-Origin', origin);
          response.setHeader('Access-Control-Allow-Credentials', 'true');
        }
        response.end();
      },
      { lookalikes: ofTheSite },
    );
    // The cookie was there for the taking.
    expect(cookies).toContain('GET /users');
    const readable = verdicts.filter(({ check }) => check === 'readable');
    expect(readable.map(({ route, status, diagnosis }) => ({ route, status, diagnosis }))).toEqual([
      { route: '/session', status: 'conforms', diagnosis: null },
      { route: '/users', status: 'violates', diagnosis: 'origin-missing' },
    ]);
  },
);
