import { createServer, type IncomingMessage } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeTarget } from '../../support/judge-target.ts';

const trusted = 'https://app.example.com';

/** Starts a server that is correct but for the origins that `isLetIn` grants as well. */
async function start(isLetIn: (request: IncomingMessage) => boolean) {
  const server = createServer((request, response) => {
    const { origin } = request.headers;
    response.setHeader('Vary', 'Origin, Access-Control-Request-Headers');
    if (origin !== undefined && (origin === trusted || isLetIn(request))) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      if (request.method === 'OPTIONS') response.setHeader('Access-Control-Allow-Headers', 'x-request-id');
    }
    response.statusCode = request.method === 'OPTIONS' ? 204 : request.url === '/missing' ? 404 : 200;
    response.end();
  });
  const port = await listenOnLoopback(server);
  return { port, close: () => closeServer(server) };
}

test('a preflight that lets any origin in only where it asks for request headers is found', async ({
  cors,
  corsHarness,
}) => {
  const server = await start((request) => request.headers['access-control-request-headers'] !== undefined);
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      target: `http://127.0.0.1:${server.port}`,
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET'], requestHeaders: ['x-request-id'], credentials: 'include' }],
    });
    const notConforming = verdicts.filter(({ status }) => status !== 'conforms');
    expect(
      new Set(notConforming.map(({ diagnosis, check, method }) => `${diagnosis} ${check} ${method}`)),
    ).toEqual(new Set(['preflight-origin-granted unreadable GET']));
    const origins = (status: string) =>
      new Set(
        verdicts
          .filter((one) => one.check === 'unreadable' && one.status === status)
          .map(({ origin }) => origin),
      );
    // From every page that is not trusted, and each is refused the plain request all the same.
    expect(origins('violates')).toEqual(origins('conforms'));
    expect(origins('violates').size).toBe(35);
  } finally {
    await server.close();
  }
});

test('an error that the policy declares is kept from strangers as well', async ({ cors, corsHarness }) => {
  const server = await start(({ url }) => url === '/missing');
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      target: `http://127.0.0.1:${server.port}`,
      trustedOrigins: [trusted],
      routes: [
        {
          path: '/',
          methods: ['GET'],
          requestHeaders: ['x-request-id'],
          errors: [{ name: 'missing', path: '/missing', status: 404 }],
        },
      ],
    });
    const notConforming = verdicts.filter(({ status }) => status !== 'conforms');
    expect(
      notConforming.map(
        ({ diagnosis, origin, credentialsMode }) => `${diagnosis} ${origin} ${credentialsMode}`,
      ),
    ).toEqual([
      'any-origin https://untrusted.test omit',
      'any-origin-with-credentials https://untrusted.test include',
      'any-origin null omit',
      'any-origin-with-credentials null include',
    ]);
  } finally {
    await server.close();
  }
});

test('an origin that another route trusts is asked for methods that no route declares', async ({
  cors,
  corsHarness,
}) => {
  const admin = 'https://admin.example.com';
  const server = await start(({ headers, method }) => headers.origin === admin && method === 'HEAD');
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      target: `http://127.0.0.1:${server.port}`,
      trustedOrigins: [trusted, admin],
      routes: [
        {
          path: '/',
          methods: ['GET'],
          trustedOrigins: [trusted],
          requestHeaders: ['x-request-id'],
          credentials: 'include',
        },
      ],
    });
    const found = verdicts.filter(({ status, route }) => status !== 'conforms' && route === '/');
    expect(
      found.map(
        ({ diagnosis, origin, method, credentialsMode }) =>
          `${diagnosis} ${origin} ${method} ${credentialsMode}`,
      ),
    ).toEqual([
      `other-route-origin-trusted ${admin} HEAD omit`,
      `other-route-origin-trusted ${admin} HEAD include`,
    ]);
  } finally {
    await server.close();
  }
});

test('every subdomain is one cause, whatever its name looks like', async ({ cors, corsHarness }) => {
  const server = await start(({ headers }) => /^https:\/\/[a-z]+\.example\.com$/.test(headers.origin ?? ''));
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      target: `http://127.0.0.1:${server.port}`,
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET'], requestHeaders: ['x-request-id'], credentials: 'include' }],
    });
    const found = verdicts.filter(({ check, status }) => check === 'unreadable' && status === 'violates');
    expect(new Set(found.map(({ diagnosis, origin }) => `${diagnosis} ${origin}`))).toEqual(
      new Set([
        'preflight-origin-granted https://untrusted.example.com',
        'preflight-origin-granted https://untrustedapp.example.com',
        'subdomain-trusted https://untrusted.example.com',
        'subdomain-trusted https://untrustedapp.example.com',
      ]),
    );
  } finally {
    await server.close();
  }
});

test('a target on localhost is not found open for pages of its own', async ({ cors, corsHarness }) => {
  const server = await start(() => false);
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      target: `http://localhost:${server.port}`,
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET'], requestHeaders: ['x-request-id'], credentials: 'include' }],
    });
    expect(verdicts.filter(({ status }) => status !== 'conforms')).toEqual([]);
    expect(verdicts.filter(({ originRole }) => originRole === 'loopback').length).toBe(28);
  } finally {
    await server.close();
  }
});

/** Resolves to what is found of a server that lets in more than `trusted`, by diagnosis, method, origin and mode. */
async function openings(
  cors: Cors,
  corsHarness: RunningEngine,
  policy: Omit<PolicyInput, 'target'>,
  isLetIn: (request: IncomingMessage) => boolean,
): Promise<string[]> {
  const server = await start(isLetIn);
  try {
    const verdicts = await judgeTarget(cors, corsHarness, {
      ...policy,
      target: `http://127.0.0.1:${server.port}`,
    });
    return verdicts
      .filter(({ status }) => status === 'violates' || status === 'inconclusive')
      .map(({ diagnosis, method, route, origin, credentialsMode, detail }) =>
        [diagnosis, method, route, origin, credentialsMode, detail].join(' ').trimEnd(),
      );
  } finally {
    await server.close();
  }
}

test('an origin that is trusted on another route alone is kept from this one', async ({
  cors,
  corsHarness,
}) => {
  const other = 'https://admin.example.com';
  const found = await openings(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted, other],
      routes: [
        { path: '/', methods: ['GET'], requestHeaders: ['x-request-id'], credentials: 'include' },
        {
          path: '/private',
          methods: ['GET'],
          requestHeaders: ['x-request-id'],
          credentials: 'include',
          trustedOrigins: [trusted],
        },
      ],
    },
    ({ headers }) => headers.origin === other,
  );
  expect(found).toEqual([
    `other-route-origin-trusted GET /private ${other} omit`,
    `other-route-origin-trusted GET /private ${other} include`,
    `preflight-origin-granted GET /private ${other} omit with request headers`,
    `preflight-origin-granted GET /private ${other} include with request headers`,
    `other-route-origin-trusted HEAD /private ${other} omit undeclared`,
    `other-route-origin-trusted HEAD /private ${other} include undeclared`,
  ]);
});

test('a method that no route declares is kept from strangers as well', async ({ cors, corsHarness }) => {
  const found = await openings(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET'], requestHeaders: ['x-request-id'] }],
    },
    ({ method, headers }) => method === 'HEAD' || headers['access-control-request-method'] === 'DELETE',
  );
  // The server lists no method, so that of these the browser grants none but HEAD.
  expect(found).toEqual([
    'any-origin HEAD / https://untrusted.test omit undeclared',
    'any-origin-with-credentials HEAD / https://untrusted.test include undeclared',
    'any-origin HEAD / null omit undeclared',
    'any-origin-with-credentials HEAD / null include undeclared',
  ]);
});

test('a preflight that lets any origin in for one method only, with request headers, is found', async ({
  cors,
  corsHarness,
}) => {
  const found = await openings(
    cors,
    corsHarness,
    {
      trustedOrigins: [trusted],
      routes: [{ path: '/', methods: ['GET', 'POST'], requestHeaders: ['x-request-id'] }],
    },
    ({ headers }) =>
      headers['access-control-request-method'] === 'POST' &&
      headers['access-control-request-headers'] === 'x-request-id',
  );
  expect(found).toEqual(
    ['https://untrusted.test', 'null'].flatMap((origin) => [
      `preflight-origin-granted POST / ${origin} omit with request headers`,
      `preflight-origin-granted POST / ${origin} include with request headers`,
    ]),
  );
});
