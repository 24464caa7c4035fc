import { expect, test } from '@playwright/test';
import { getHeader, type HeaderList } from '../../../src/fetch-standard/header-list.ts';
import type { Answer, Ask } from '../../../src/sketch/ask.ts';
import { sketchFromAddress } from '../../../src/sketch/from-address.ts';
import { observe } from '../../../src/sketch/observe.ts';
import { fitting, policyInput } from '../../../src/sketch/policy-input.ts';
import type { Sketch } from '../../../src/sketch/sketch.ts';

const app = 'https://app.example.com';
const sketch: Sketch = {
  ...sketchFromAddress('https://api.example.com/users'),
  trustedOrigins: [{ value: app, from: 'from --origin' }],
};

/** Returns an API that answers `headersFor` the request's origin, and what it was asked. */
function api(headersFor: (origin: string, method: string, wanted: string) => HeaderList) {
  const asked: string[] = [];
  const ask: Ask = (method, url, headers): Promise<Answer> => {
    const wanted = getHeader(headers, 'Access-Control-Request-Method') ?? '';
    asked.push(`${method} ${url} ${wanted}`.trim());
    return Promise.resolve({
      status: 200,
      headers: headersFor(getHeader(headers, 'Origin') ?? '', method, wanted),
    });
  };
  return { ask, asked };
}

const correct = (origin: string): HeaderList =>
  origin === app
    ? [
        ['Access-Control-Allow-Origin', app],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Methods', 'GET, PUT'],
        ['Access-Control-Allow-Headers', 'Content-Type, X-Tenant'],
        ['Access-Control-Expose-Headers', 'X-Total-Count'],
        ['Access-Control-Max-Age', '600'],
      ]
    : [];

const routeOfKind = (kind: 'event-source' | 'websocket'): Sketch => ({
  ...sketch,
  routes: sketch.routes.map((route) => ({
    ...route,
    kind: { value: kind, from: '' },
    protocols: kind === 'websocket' ? { value: ['chat'], from: '' } : undefined,
  })),
});

const routeOf = ({ routes }: Sketch): unknown =>
  JSON.parse(JSON.stringify(policyInput({ ...sketch, routes }, String).routes));

test('what a trusted page is granted by name becomes the promise, and GET and OPTIONS of the one address are all that is asked', async () => {
  const { ask, asked } = api(correct);
  const seen = fitting(await observe(sketch, ask, { fill: true, env: {} }));
  expect(routeOf(seen)).toEqual([
    {
      path: '/users',
      methods: ['GET', 'PUT'],
      requestHeaders: ['content-type', 'x-tenant'],
      credentials: 'include',
      exposedHeaders: ['x-total-count'],
      preflightCacheSeconds: 600,
    },
  ]);
  expect(seen.routes[0]?.remarks).toEqual([]);
  expect([...new Set(asked)].toSorted()).toEqual([
    'GET https://api.example.com/users',
    'OPTIONS https://api.example.com/users DELETE',
    'OPTIONS https://api.example.com/users GET',
    'OPTIONS https://api.example.com/users PATCH',
    'OPTIONS https://api.example.com/users PUT',
    'OPTIONS https://api.example.com/users UNDECLARED',
  ]);
});

test('what is too open is marked, and is no promise', async () => {
  const { ask } = api((origin, _, wanted) => [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', wanted],
    ['Access-Control-Allow-Headers', 'x-cors-conformance-undeclared'],
  ]);
  const seen = await observe(sketch, ask, { fill: true, env: {} });
  const [route] = seen.routes;
  expect(route?.methods.value).toEqual(['GET']);
  const [read = '', ...others] = route?.remarks ?? [];
  expect(read.slice(0, 91)).toBe(
    'TOO OPEN today, and not promised: with credentials it is read by https://untrusted.test (un',
  );
  expect(others).toEqual([
    'TOO OPEN today, and not promised: every method is granted.',
    'TOO OPEN today, and not promised: every request header is granted.',
  ]);
});

test('a wildcard, and a trusted page that is refused, are told; nothing is filled in where a document says it', async () => {
  const open = api(() => [['Access-Control-Allow-Origin', '*']]);
  const wild = await observe(sketch, open.ask, { fill: false, env: {} });
  expect(wild.routes[0]?.remarks).toEqual([
    'TOO OPEN today, and not promised: every page reads it without credentials. If that is meant, write public: true.',
  ]);
  const closed = await observe(sketch, api(() => []).ask, { fill: false, env: {} });
  expect(closed.routes[0]?.remarks).toEqual([`REFUSED today: ${app} does not read it (origin-missing).`]);
  const documented = await observe(sketch, api(correct).ask, { fill: false, env: {} });
  expect(routeOf(documented)).toEqual([{ path: '/users', methods: ['GET'] }]);
});

test('a secret is sent where it is set, and is not asked for where an address needs it and it is not', async () => {
  const [route] = sketch.routes;
  if (route === undefined) throw new Error('The sketch has no route.');
  const sent: HeaderList[] = [];
  const ask: Ask = (_, __, headers) => {
    sent.push(headers);
    return Promise.resolve('ECONNREFUSED');
  };
  const withHeader = {
    ...sketch,
    routes: [
      {
        ...route,
        requestHeaders: { value: ['authorization'], from: '' },
        headers: { value: { authorization: { prefix: 'Bearer ', env: 'API_TOKEN' } }, from: '' },
      },
    ],
  };
  const unreached = await observe(withHeader, ask, { fill: false, env: { API_TOKEN: 'abc' } });
  expect(getHeader(sent[0] ?? [], 'authorization')).toBe('Bearer abc');
  expect(unreached.leftOut).toEqual([
    { what: 'what the API answers to /users today', why: 'is not known: ECONNREFUSED' },
  ]);
  const withQuery = {
    ...sketch,
    routes: [{ ...route, query: { value: { key: { prefix: '', env: 'API_KEY' } }, from: '' } }],
  };
  const unasked = await observe(withQuery, api(correct).ask, { fill: false, env: {} });
  expect(unasked.leftOut).toEqual([
    {
      what: 'what the API answers to GET /users today',
      why: 'is not known: it needs API_KEY, which is not set, and is not asked',
    },
  ]);
});

test('an event stream is asked as an EventSource asks, and nothing of CORS-preflight requests is said of it', async () => {
  const asked: string[] = [];
  const ask: Ask = (method, _, headers) => {
    asked.push(`${method} ${getHeader(headers, 'Accept') ?? ''}`);
    const origin = getHeader(headers, 'Origin') ?? '';
    return Promise.resolve({ status: 200, headers: [['Access-Control-Allow-Origin', origin]] });
  };
  const seen = await observe(routeOfKind('event-source'), ask, { fill: true, env: {} });
  expect([...new Set(asked)]).toEqual(['GET text/event-stream']);
  const remarks = seen.routes[0]?.remarks ?? [];
  expect(remarks.map((one) => one.slice(0, 79))).toEqual([
    'TOO OPEN today, and not promised: without credentials it is read by https://unt',
  ]);
  expect(routeOf(seen)).toEqual([{ path: '/users', kind: 'event-source' }]);
});

test('a WebSocket is asked for by a handshake: whom it is opened for that should not, and a trusted page that is refused', async () => {
  const asked: string[] = [];
  const opened =
    (isFor: (origin: string) => boolean): Ask =>
    (method, _, headers) => {
      const line = (name: string): string => getHeader(headers, name) ?? '';
      asked.push(`${method} ${line('Upgrade')} ${line('Sec-WebSocket-Protocol')}`);
      return Promise.resolve({ status: isFor(line('Origin')) ? 101 : 403, headers: [] });
    };
  const remarksOf = async (isFor: (origin: string) => boolean): Promise<readonly string[]> => {
    const seen = await observe(routeOfKind('websocket'), opened(isFor), { fill: true, env: {} });
    expect(routeOf(seen)).toEqual([{ path: '/users', kind: 'websocket', protocols: ['chat'] }]);
    return (seen.routes[0]?.remarks ?? []).map((one) => one.slice(0, 83));
  };
  expect(await remarksOf((origin) => origin === app)).toEqual([]);
  expect(await remarksOf(() => true)).toEqual([
    'TOO OPEN today, and not promised: the WebSocket is opened by https://untrusted.test',
  ]);
  expect(await remarksOf(() => false)).toEqual([
    `REFUSED today: ${app} does not open the WebSocket (status 403).`,
  ]);
  expect([...new Set(asked)]).toEqual(['GET websocket chat']);
});
