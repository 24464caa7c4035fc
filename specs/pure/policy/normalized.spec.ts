import { expect, test } from '@playwright/test';
import {
  validatePolicy,
  type Policy,
  type PolicyInput,
  type RouteInput,
} from '../../../src/policy/policy.ts';

const smallest: PolicyInput = {
  target: 'demo',
  trustedOrigins: [],
  routes: [{ path: '/users', methods: ['GET'] }],
};

const smallestRoute = {
  path: '/users',
  methods: ['GET'],
  pathParameters: {},
  query: '',
  requestHeaders: [],
  credentials: 'omit',
  session: null,
  exposedHeaders: [],
  preflightCacheSeconds: null,
  public: false,
  send: false,
  body: null,
  headers: {},
  kind: 'fetch',
  protocols: [],
  as: null,
  status: null,
  errors: [],
  trustedOrigins: null,
  levels: {},
};

test('every default is filled', () => {
  expect(validatePolicy(smallest)).toEqual({
    target: { kind: 'demo' },
    start: null,
    trustedOrigins: [],
    routes: [smallestRoute],
    failOn: 'error',
    levels: {},
    sessions: {},
    unknownPath: true,
    stack: null,
    proveFix: false,
    limits: {
      requestsInFlight: 6,
      requestsPerSecond: null,
      probeTimeoutMs: 10_000,
      runTimeoutMs: 600_000,
      responseBytes: 1_048_576,
    },
    alsoContact: [],
    secrets: [],
  });
});

const largest: PolicyInput = {
  target: 'https://API.example.com/v1/',
  trustedOrigins: [
    'https://app.example.com',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:8080',
  ],
  routes: [
    {
      path: '/users/{id}',
      methods: ['get', 'PUT', 'PATCH', 'delete', 'PURGE'],
      pathParameters: { id: 42 },
      query: { page: 1, tag: ['a b', 'c&d'] },
      requestHeaders: ['Content-Type', 'Authorization', 'accept'],
      credentials: 'include',
      exposedHeaders: ['X-Total-Count', 'content-length'],
      preflightCacheSeconds: 86_400,
      send: true,
      body: { contentType: 'application/json', text: '{}' },
      headers: { Authorization: 'Bearer hunter2hunter2', Accept: 'application/json' },
      as: 'image',
      status: 200,
      errors: [
        { name: 'unauthenticated', status: 401, headers: { Authorization: null } },
        {
          name: 'unknown',
          status: 404,
          method: 'put',
          path: '/users/0',
          query: '',
          body: {
            multipart: [
              { name: 'a "b"', text: '1' },
              { name: 'file', bytes: 3 },
            ],
          },
          headers: { 'X-Key': 'open sesame' },
        },
      ],
      trustedOrigins: ['https://admin.example.com'],
      levels: { 'preflight-cache-shorter': { off: ' the proxy caps it ' } },
    },
    {
      path: '/status',
      methods: ['GET'],
      public: true,
      preflightCacheSeconds: 0,
      requestHeaders: null,
      status: [200, 503],
    },
  ],
  start: { command: 'npm start' },
  failOn: 'warn',
  levels: { 'vary-origin-missing': 'error', 'resource-redirect': 'warn', 'origin-missing': undefined },
  unknownPath: false,
  stack: 'nginx',
  proveFix: true,
  limits: { requestsInFlight: 1, requestsPerSecond: 0.5, runTimeoutMs: 5000 },
  alsoContact: ['login.example.com', 'login.example.com:8443'],
  secrets: ['s3cr3t', undefined],
};

test('everything that is written is kept, in one form', () => {
  expect(validatePolicy(largest)).toEqual({
    target: { kind: 'url', origin: 'https://api.example.com', basePath: '/v1' },
    start: { command: 'npm start', url: 'https://api.example.com/v1', timeoutMs: 60_000 },
    trustedOrigins: largest.trustedOrigins,
    routes: [
      {
        path: '/users/{id}',
        methods: ['GET', 'PUT', 'PATCH', 'DELETE', 'PURGE'],
        pathParameters: { id: '42' },
        query: 'page=1&tag=a%20b&tag=c%26d',
        requestHeaders: ['content-type', 'authorization', 'accept'],
        credentials: 'include',
        session: null,
        exposedHeaders: ['x-total-count', 'content-length'],
        preflightCacheSeconds: 86_400,
        public: false,
        send: true,
        body: { contentType: 'application/json', text: '{}' },
        headers: { authorization: 'Bearer hunter2hunter2', accept: 'application/json' },
        kind: 'fetch',
        protocols: [],
        as: 'image',
        status: [200],
        errors: [
          {
            name: 'unauthenticated',
            status: 401,
            method: 'GET',
            path: '/users/{id}',
            query: 'page=1&tag=a%20b&tag=c%26d',
            body: null,
            headers: { authorization: null },
          },
          {
            name: 'unknown',
            status: 404,
            method: 'PUT',
            path: '/users/0',
            query: '',
            body: {
              contentType: 'multipart/form-data; boundary=cors-conformance-form',
              text: [
                '--cors-conformance-form',
                'Content-Disposition: form-data; name="a %22b%22"',
                '',
                '1',
                '--cors-conformance-form',
                'Content-Disposition: form-data; name="file"; filename="upload.bin"',
                'Content-Type: application/octet-stream',
                '',
                'xxx',
                '--cors-conformance-form--',
                '',
              ].join('\r\n'),
            },
            headers: { 'x-key': 'open sesame' },
          },
        ],
        trustedOrigins: ['https://admin.example.com'],
        levels: { 'preflight-cache-shorter': { off: 'the proxy caps it' } },
      },
      {
        ...smallestRoute,
        path: '/status',
        public: true,
        preflightCacheSeconds: 0,
        requestHeaders: null,
        status: [200, 503],
      },
    ],
    failOn: 'warn',
    levels: { 'vary-origin-missing': 'error', 'resource-redirect': 'warn' },
    sessions: {},
    unknownPath: false,
    stack: 'nginx',
    proveFix: true,
    limits: {
      requestsInFlight: 1,
      requestsPerSecond: 0.5,
      probeTimeoutMs: 5000,
      runTimeoutMs: 5000,
      responseBytes: 1_048_576,
    },
    alsoContact: ['login.example.com', 'login.example.com:8443'],
    secrets: ['Bearer hunter2hunter2', 'hunter2hunter2', 'open sesame', 's3cr3t'],
  });
});

test('a normalized policy is a policy that one can write, and stays as it is', () => {
  const policy: Policy = validatePolicy(largest);
  const written: PolicyInput = policy;
  expect(validatePolicy(written)).toEqual(policy);
  expect(validatePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
});

test('what Basic credentials hold is redacted, too: the password with its user, and alone', () => {
  const secretsIn = (text: string): readonly string[] => {
    const authorization = `Basic ${Buffer.from(text).toString('base64')}`;
    const route = { ...smallestRoute, requestHeaders: ['authorization'], headers: { authorization } };
    return validatePolicy({ ...smallest, routes: [route] }).secrets.filter((one) =>
      one.includes(text.slice(-4)),
    );
  };
  expect(secretsIn('ada:pass:word')).toEqual(['ada:pass:word', 'pass:word']);
  // A word that short may be an ordinary one.
  expect(secretsIn('ada:test')).toEqual(['ada:test']);
});

test('of a query the values of parameters that are tokens or keys by their name are redacted', () => {
  const secretsOf = (query: NonNullable<PolicyInput['routes'][number]['query']>): readonly string[] =>
    validatePolicy({ ...smallest, routes: [{ path: '/users', methods: ['GET'], query }] }).secrets;
  expect(secretsOf('page=12345678&api_key=k3y%2Bk3y-1&state=california')).toEqual(['k3y+k3y-1']);
  expect(
    secretsOf({ 'X-Api-Key': ['k3yk3y-12', 87654321], access_token: 'short', q: 'ordinary word' }),
  ).toEqual(['k3yk3y-12', '87654321']);
});

test('a route that is opened needs no method, and one of Socket.IO has the query of its clients', () => {
  const opened = (route: RouteInput): unknown[] => {
    const { routes } = validatePolicy({ ...smallest, routes: [route] });
    // A policy that is valid is so again.
    expect(validatePolicy(validatePolicy({ ...smallest, routes: [route] })).routes).toEqual(routes);
    return routes.map(({ kind, methods, query, protocols }) => [kind, methods, query, protocols]);
  };
  expect(opened({ path: '/events', kind: 'event-source' })).toEqual([['event-source', ['GET'], '', []]]);
  expect(opened({ path: '/socket', kind: 'websocket', methods: ['get'], protocols: ['a'] })).toEqual([
    ['websocket', ['GET'], '', ['a']],
  ]);
  expect(opened({ path: '/socket.io/', kind: 'websocket' })).toEqual([
    ['websocket', ['GET'], 'EIO=4&transport=websocket', []],
  ]);
  expect(opened({ path: '/socket.io/', kind: 'websocket', query: 'EIO=3' })).toEqual([
    ['websocket', ['GET'], 'EIO=3', []],
  ]);
});
