import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { sketchFromHar } from '../../../src/sketch/from-har.ts';
import { fitting, policyInput } from '../../../src/sketch/policy-input.ts';
import { policyText } from '../../../src/sketch/policy-text.ts';
import { readHar } from '../../../src/sketch/read-har.ts';
import type { Sketch } from '../../../src/sketch/sketch.ts';
import { targetAt } from '../../../src/sketch/target.ts';
import { messageOf } from '../policy/sample.ts';
import { bareChannelsHar, channelsHar, chromeHar, firefoxHar, safariHar } from './har-files.ts';

const sketched = (har: string, target: string | null = null): Sketch =>
  fitting(
    sketchFromHar(
      readHar(har, 'app.har'),
      'app.har',
      target === null ? null : targetAt(target, '--target', 'from --target'),
    ),
  );

const leftOutOf = ({ leftOut }: Sketch): readonly string[] =>
  leftOut.map(({ what, why }) => `${what} ${why}`);

/** Returns the routes as a policy has them, without the comments. */
const routesOf = (sketch: Sketch): unknown =>
  JSON.parse(JSON.stringify(policyInput(sketch, (env) => `$${env}`).routes));

for (const engine of ['chromium', 'firefox']) {
  test(`what ${engine} recorded gives the policy of what its page asked, and none of its secrets`, () => {
    const har = readFileSync(new URL(`recorded/${engine}.har`, import.meta.url), 'utf8');
    const [api = ''] = /http:\/\/localhost:\d+(?=\/v1)/.exec(har) ?? [];
    const [app = ''] = /(?<=Referer",\s*"value":\s*")http:\/\/localhost:\d+/.exec(har) ?? [];
    const sketch = sketched(har);
    const text = policyText(sketch);
    expect(text.match(/made-up[\w-]*/g)).toBe(null);
    expect(text.replaceAll(api, 'API').replaceAll(app, 'APP'))
      .toBe(`import { definePolicy } from 'cors-conformance';

export default definePolicy({
  target: 'API', // from app.har: 10 requests
  trustedOrigins: [
    'APP', // from app.har: its pages made 10 requests
  ],
  // Sign in with an account that is made for tests: each run does it once in each engine.
  sessions: {
    user: {
      page: [
        // from app.har: later requests carried the cookie that it set, sid
        {
          method: 'POST',
          path: '/v1/session',
        },
      ],
    },
  },
  routes: [
    {
      path: '/v1/items/{itemId}', // from app.har: 1 request
      methods: ['GET'], // from app.har: GET 1
      pathParameters: { itemId: '0b8f4c1e-6a5d-4c62-9f53-1f0f0b4f7a11' }, // from app.har: one of its addresses
    },
    {
      path: '/v1/reports/{date}', // from app.har: 2 requests, 2 addresses folded
      methods: ['GET'], // from app.har: GET 2
      pathParameters: { date: '2026-05-01' }, // from app.har: one of its addresses
      query: { page: '2', access_token: \`\${process.env.ACCESS_TOKEN}\` }, // from app.har: one of 2 queries
      requestHeaders: ['x-api-key'], // from app.har: they need a CORS-preflight request
      headers: { 'x-api-key': \`\${process.env.X_API_KEY}\` }, // from app.har: sent by pages
    },
    {
      path: '/v1/session', // from app.har: 1 request
      methods: ['POST'], // from app.har: POST 1
      credentials: 'include', // from app.har: the cookies that it set were sent later
    },
    {
      path: '/v1/users/{userId}', // from app.har: 5 requests, 3 addresses folded
      methods: ['GET', 'DELETE', 'PUT'], // from app.har: GET 3, DELETE 1, PUT 1
      pathParameters: { userId: '1' }, // from app.har: one of its addresses
      // from app.har: they need a CORS-preflight request
      requestHeaders: ['authorization', 'content-type', 'x-requested-with'],
      // from app.har: sent by pages
      headers: { authorization: \`Bearer \${process.env.API_TOKEN}\`, 'x-requested-with': 'XMLHttpRequest' },
      credentials: 'include', // from app.har: cookies were sent with 5 requests
      session: 'user', // from app.har: its requests carried sid
      // from app.har: the type of a body; what was in it is not written
      body: { contentType: 'application/json', text: '{}' },
      errors: [
        { name: 'status 404', status: 404, path: '/v1/users/missing' }, // from app.har: GET was answered 404
      ],
    },
  ],
});
`);
    expect(leftOutOf(sketch)).toEqual([
      '2 requests are no CORS requests, as those for images, scripts and documents',
    ]);
  });
}

/** What Playwright records of the same page. In Firefox an EventSource and a WebSocket are documents, and no body is there. */
const signedIn = {
  chromium: {
    login: `\`{"user":"\${process.env.LOGIN_USER}","password":"\${process.env.LOGIN_PASSWORD}"}\``,
    token: '`scope=${process.env.LOGIN_SCOPE}`',
    app: "\n    'chrome-extension://ID', // from app.har: its pages made 1 request",
    own: "\n      trustedOrigins: ['APP'], // an app has no cookies of a browser",
    item: `
    {
      path: '/v1/items/{itemId}', // from app.har: 1 request
      methods: ['GET'], // from app.har: GET 1
      pathParameters: { itemId: '1' }, // from app.har: one of its addresses
    },`,
    aboutSocket: `
    // credentials: browsers send their cookies with every WebSocket, and this recording holds none of it. Write 'include', and the session, if the API asks for them.`,
    socket: '',
    requests: 9,
    leftOut: ['1 request is made to no http or https address'],
  },
  firefox: {
    login: '`${process.env.LOGIN_BODY}`',
    token: '`${process.env.LOGIN_BODY}`',
    app: '',
    own: '',
    item: '',
    aboutSocket: '',
    socket: `
      credentials: 'include', // from app.har: cookies were sent with 1 request
      session: 'user', // from app.har: its requests carried csrf and sid`,
    requests: 8,
    leftOut: [],
  },
};

for (const [engine, own] of Object.entries(signedIn)) {
  test(`of pages that sign in, what ${engine} recorded gives a session to be completed, and each kind of route`, () => {
    const har = readFileSync(new URL(`recorded/${engine}-signed-in.har`, import.meta.url), 'utf8');
    const [api = ''] = /http:\/\/localhost:\d+(?=\/v1)/.exec(har) ?? [];
    const [app = ''] = /(?<=Referer",\s*"value":\s*")http:\/\/localhost:\d+/.exec(har) ?? [];
    const sketch = sketched(har);
    const text = policyText(sketch);
    expect(text.match(/made-up[\w-]*/g)).toBe(null);
    const shown = text.replaceAll(api, 'API').replaceAll(app, 'APP');
    expect(shown.replace(/(?<=chrome-extension:\/\/)\w+/, 'ID'))
      .toBe(`import { definePolicy } from 'cors-conformance';

export default definePolicy({
  target: 'API', // from app.har: ${own.requests} requests
  trustedOrigins: [
    'APP', // from app.har: its pages made 8 requests${own.app}
  ],
  // Sign in with an account that is made for tests: each run does it once in each engine.
  sessions: {
    user: {
      page: [
        // from app.har: later requests sent a token of its answer
        {
          method: 'GET',
          path: '/v1/csrf',
        },
        // from app.har: later requests carried the cookie that it set, sid
        {
          method: 'POST',
          path: '/v1/session',
          headersFrom: { 'x-csrf-token': { body: '/csrf/token' } },
          body: { contentType: 'application/json', text: ${own.login} },
        },
        // from app.har: later requests sent a token of its answer
        {
          method: 'POST',
          path: '/v1/token',
          body: { contentType: 'application/x-www-form-urlencoded', text: ${own.token} },
        },
      ],
      // from app.har: later requests sent what answers held
      headersFrom: { authorization: { body: '/access_token', prefix: 'Bearer ' }, 'x-csrf-token': { body: '/csrf/token' } },
    },
  },
  routes: [
    {
      path: '/v1/csrf', // from app.har: 1 request
      methods: ['GET'], // from app.har: GET 1
      credentials: 'include', // from app.har: the cookies that it set were sent later
    },
    {
      path: '/v1/events', // from app.har: 1 request
      kind: 'event-source', // from app.har: pages opened it by an EventSource
      credentials: 'include', // from app.har: cookies were sent with 1 request
      session: 'user', // from app.har: its requests carried csrf and sid${own.own}
    },${own.item}
    {
      path: '/v1/me', // from app.har: 1 request
      methods: ['GET'], // from app.har: GET 1
      credentials: 'include', // from app.har: cookies were sent with 1 request
      session: 'user', // from app.har: its requests carried csrf and sid${own.own}
    },
    {
      path: '/v1/orders/{orderId}', // from app.har: 1 request
      methods: ['GET'], // from app.har: GET 1
      pathParameters: { orderId: '1' }, // from app.har: one of its addresses
      requestHeaders: ['authorization'], // from app.har: they need a CORS-preflight request
      session: 'user', // from app.har: its requests carried authorization${own.own}
    },
    // body: pages sent a form. Write body: { multipart: [...] }, and send: true if it may reach the API.
    {
      path: '/v1/photos', // from app.har: 1 request
      methods: ['POST'], // from app.har: POST 1
      requestHeaders: ['x-csrf-token'], // from app.har: they need a CORS-preflight request
      credentials: 'include', // from app.har: cookies were sent with 1 request
      session: 'user', // from app.har: its requests carried csrf, sid and x-csrf-token${own.own}
    },
    {
      path: '/v1/session', // from app.har: 1 request
      methods: ['POST'], // from app.har: POST 1
      requestHeaders: ['content-type', 'x-csrf-token'], // from app.har: they need a CORS-preflight request
      credentials: 'include', // from app.har: cookies were sent with 1 request
      // from app.har: the type of a body; what was in it is not written
      body: { contentType: 'application/json', text: '{}' },
    },${own.aboutSocket}
    {
      path: '/v1/socket', // from app.har: 1 request
      kind: 'websocket', // from app.har: pages opened it by a WebSocket
      protocols: ['chat'], // from app.har: its subprotocols${own.socket}
    },
    {
      path: '/v1/token', // from app.har: 1 request
      methods: ['POST'], // from app.har: POST 1
    },
  ],
});
`);
    expect(leftOutOf(sketch)).toEqual([
      '1 request is no CORS request, as that for images, scripts and documents',
      ...own.leftOut,
    ]);
  });
}

test('the CORS-preflight requests that Chrome saves say which headers pages sent, and the rest of them is the browser’s', () => {
  const sketch = sketched(chromeHar, 'https://api.example.com');
  expect(routesOf(sketch)).toEqual([
    { path: '/invoices/{date}', methods: ['GET'], pathParameters: { date: '2026-05' } },
    { path: '/live', kind: 'websocket' },
    {
      path: '/orders',
      methods: ['PATCH'],
      query: { tenant: 'acme' },
      requestHeaders: ['content-type', 'x-tenant'],
      body: { contentType: 'application/merge-patch+json', text: '{}' },
      status: [422],
    },
  ]);
  const [, , orders] = sketch.routes;
  expect(orders?.requestHeaders?.from).toBe(
    'from app.har: they need a CORS-preflight request; the value of x-tenant is not written, give it in headers if the API reads it',
  );
  expect(orders?.remarks).toEqual([
    'exposedHeaders: the API exposes x-total-count and link; write those that your pages read.',
  ]);
  expect(leftOutOf(sketch)).toEqual([
    '1 request to https://metrics.example.net is to another API than https://api.example.com',
    'the answer to 1 request for /invoices/{date} was not recorded, as where a browser refused it',
  ]);
});

test('a WebSocket and an EventSource are routes of their kinds; what set a cookie signs in; an app is an origin', () => {
  const sketch = sketched(channelsHar);
  const text = policyText(sketch);
  expect(text.match(/made-up[\w-]*/g)).toBe(null);
  expect(text).toBe(`import { definePolicy } from 'cors-conformance';

export default definePolicy({
  target: 'https://api.example.com', // from app.har: 4 requests
  trustedOrigins: [
    'capacitor://localhost', // from app.har: its pages made 1 request
    'https://app.example.com', // from app.har: its pages made 3 requests
  ],
  // Sign in with an account that is made for tests: each run does it once in each engine.
  sessions: {
    user: {
      page: [
        // from app.har: later requests carried the cookie that it set, sid
        {
          method: 'POST',
          path: '/login',
        },
      ],
    },
  },
  routes: [
    {
      path: '/events', // from app.har: 1 request
      kind: 'event-source', // from app.har: pages opened it by an EventSource
      query: { room: '7' }, // from app.har: its query
    },
    {
      path: '/login', // from app.har: 1 request
      methods: ['POST'], // from app.har: POST 1
      credentials: 'include', // from app.har: the cookies that it set were sent later
    },
    {
      path: '/photos', // from app.har: 1 request
      methods: ['POST'], // from app.har: POST 1
      requestHeaders: ['x-csrf-token'], // from app.har: they need a CORS-preflight request
      headers: { 'x-csrf-token': \`\${process.env.X_CSRF_TOKEN}\` }, // from app.har: sent by pages
      credentials: 'include', // from app.har: cookies were sent with 1 request
      session: 'user', // from app.har: its requests carried sid
      trustedOrigins: ['https://app.example.com'], // an app has no cookies of a browser
      // from app.har: the parts of a form; what was in them is not written
      body: { multipart: [{ name: 'title', text: '' }, { name: 'photo', bytes: 1000, fileName: 'upload.png', contentType: 'image/png' }] },
    },
    // credentials: browsers send their cookies with every WebSocket, and this recording holds none of it. Write 'include', and the session, if the API asks for them.
    {
      path: '/rooms/{roomId}/socket', // from app.har: 1 request
      kind: 'websocket', // from app.har: pages opened it by a WebSocket
      protocols: ['graphql-transport-ws', 'graphql-ws'], // from app.har: its subprotocols
      pathParameters: { roomId: '7' }, // from app.har: one of its addresses
      query: { access_token: \`\${process.env.ACCESS_TOKEN}\` }, // from app.har: its query
    },
  ],
});
`);
  expect(leftOutOf(sketch)).toEqual([]);
});

test('where a WebSocket has no header, the other requests of its page say the origin', () => {
  const sketch = sketched(bareChannelsHar);
  expect(routesOf(sketch)).toEqual([
    { path: '/events', kind: 'event-source' },
    { path: '/socket', kind: 'websocket' },
  ]);
  expect(sketch.routes[0]?.remarks).toEqual([
    "credentials: the API answered Access-Control-Allow-Credentials: true, and this recording holds no cookie, as where it was saved without. Write 'include' if pages ask with credentials.",
  ]);
  expect(leftOutOf(sketch)).toEqual(['1 request does not say the origin of the page that made it']);
});

test('Authorization that no CORS-preflight request asked for is the browser’s own, so that credentials are included', () => {
  expect(routesOf(sketched(firefoxHar))).toEqual([
    { path: '/reports', methods: ['PUT'], credentials: 'include' },
  ]);
});

test('where Safari leaves out what others say, the page’s address and the answer tell; a cookie’s value is secret anywhere', () => {
  const sketch = sketched(safariHar);
  expect(sketch.trustedOrigins.map(({ value }) => value)).toEqual(['https://app.example.com']);
  expect(routesOf(sketch)).toEqual([
    {
      path: '/me/',
      methods: ['GET'],
      requestHeaders: ['x-session-hint'],
      headers: { 'x-session-hint': '$X_SESSION_HINT' },
      credentials: 'include',
    },
    {
      path: '/verify/{verifyId}',
      methods: ['GET'],
      pathParameters: { verifyId: '$VERIFY_ID' },
      status: [403],
    },
  ]);
  expect(leftOutOf(sketch)).toEqual([
    '1 request is no CORS request, as that for images, scripts and documents',
  ]);
});

test('a target with a base path takes the requests below it', () => {
  const sketch = sketched(
    chromeHar.replaceAll('api.example.com/orders', 'api.example.com/v2/orders'),
    'https://api.example.com/v2',
  );
  expect([sketch.target.value, sketch.routes.map(({ path }) => path.value)]).toEqual([
    'https://api.example.com/v2',
    ['/orders'],
  ]);
});

test('several APIs, or none, are told with what was asked', () => {
  expect(messageOf(() => sketched(chromeHar))).toBe(
    '--target is missing, and pages asked 2 APIs in app.har: name one of https://api.example.com (3 requests) and https://metrics.example.net (1 request).',
  );
  expect(messageOf(() => sketched('{"log":{"entries":[]}}'))).toBe(
    'app.har shows no request of a page to an API of another origin: record the front end while it asks the API, from its own origin.',
  );
  expect(messageOf(() => sketched(firefoxHar, 'https://other.example.com'))).toBe(
    'app.har shows no request of a page to https://other.example.com: its pages asked https://api.example.com.',
  );
});

test('everything that is wrong with a file is told, and none of its values is', () => {
  expect(messageOf(() => readHar('{"log":', 'app.har'))).toBe(
    'app.har is not valid JSON: save it again as HAR in the network panel of the browser.',
  );
  const broken = { log: { entries: [{ request: { method: 'GET' } }, { request: 'secret' }, {}] } };
  expect(messageOf(() => readHar(JSON.stringify(broken), 'app.har'))).toBe(
    [
      'app.har has 3 problems:',
      '- app.har: log.entries[0].request.url is not what a HAR file has there: it has to be an address.',
      '- app.har: log.entries[1].request is not what a HAR file has there: it has to be an object with "method" and "url".',
      '- app.har: log.entries[2].request is not what a HAR file has there: it has to be an object with "method" and "url".',
    ].join('\n'),
  );
});
