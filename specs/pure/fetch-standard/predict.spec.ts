import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';
import {
  predict,
  type Prediction,
  type StandardExchange,
  type StandardRequest,
} from '../../../src/fetch-standard/predict.ts';

const page = 'https://app.example';
const api = 'https://api.example/';
const third = 'https://third.example/';
const get: StandardRequest = {
  url: api,
  pageOrigin: page,
  method: 'GET',
  headers: [],
  credentialsMode: 'same-origin',
  mode: 'cors',
  redirectMode: 'follow',
};
const put: StandardRequest = { ...get, method: 'put' };
const open: HeaderList = [['Access-Control-Allow-Origin', '*']];
const actual = (method: string, url: string, headers: HeaderList = open, status = 200): StandardExchange => ({
  purpose: 'actual',
  method,
  url,
  status,
  headers,
});
const preflight = (url: string, headers: HeaderList = [...open, ['Access-Control-Allow-Methods', '*']]) =>
  ({ purpose: 'preflight', method: 'OPTIONS', url, status: 204, headers }) as const;
const redirect = (method: string, url: string, location: string, headers: HeaderList = open) =>
  actual(method, url, [...headers, ['Location', location]], 307);
const shared = { outcome: 'response', type: 'cors', status: 200, readableHeaderNames: [] } as const;

interface Row {
  readonly title: string;
  readonly request: StandardRequest;
  readonly exchanges: readonly StandardExchange[];
  readonly prediction: Prediction;
}

const rows: readonly Row[] = [
  {
    title: 'what comes when a request is made once more after status 421 counts',
    request: get,
    exchanges: [actual('GET', api, [], 421), actual('GET', api)],
    prediction: { ...shared, url: api, redirected: false },
  },
  {
    title: 'status 421 counts where it comes twice, and a third request has no place',
    request: get,
    exchanges: [actual('GET', api, open, 421), actual('GET', api, [], 421), actual('GET', api)],
    prediction: {
      outcome: 'unexpected-exchange',
      exchange: 2,
      reason: 'fetch-is-over',
      predicted: { outcome: 'network-error', reason: 'origin-missing', values: [], exchange: 1 },
    },
  },
  {
    title: 'a CORS-preflight request is made once more after status 421',
    request: put,
    exchanges: [{ ...preflight(api), status: 421 }, preflight(api), actual('PUT', api)],
    prediction: { ...shared, url: api, redirected: false },
  },
  {
    title: 'no request is made once more after another status',
    request: get,
    exchanges: [actual('GET', api, open, 503), actual('GET', api)],
    prediction: {
      outcome: 'unexpected-exchange',
      exchange: 1,
      reason: 'fetch-is-over',
      predicted: { ...shared, status: 503, url: api, redirected: false },
    },
  },
  {
    title: 'a simple request is shared',
    request: { ...get, url: `${api}#part` },
    exchanges: [actual('GET', api)],
    prediction: { ...shared, url: api, redirected: false },
  },
  {
    title: 'a request to the own origin needs no header and no preflight',
    request: { ...put, url: `${page}/x` },
    exchanges: [actual('PUT', `${page}/x`, [['X-A', '1']], 404)],
    prediction: {
      outcome: 'response',
      type: 'basic',
      status: 404,
      url: `${page}/x`,
      redirected: false,
      readableHeaderNames: ['x-a'],
    },
  },
  {
    title: 'a page of an opaque origin has no own origin',
    request: { ...get, pageOrigin: 'null' },
    exchanges: [actual('GET', api, [['Access-Control-Allow-Origin', 'https://api.example']])],
    prediction: {
      outcome: 'network-error',
      reason: 'origin-mismatch',
      values: ['https://api.example'],
      exchange: 0,
    },
  },
  {
    title: 'in mode "no-cors" nothing can be read, whatever the headers say',
    request: { ...get, mode: 'no-cors' },
    exchanges: [redirect('GET', api, third, []), actual('GET', third, [])],
    prediction: {
      outcome: 'response',
      type: 'opaque',
      status: 0,
      url: '',
      redirected: false,
      readableHeaderNames: [],
    },
  },
  {
    title: 'in mode "no-cors" a redirect mode other than "follow" is a network error before anything is sent',
    request: { ...get, mode: 'no-cors', redirectMode: 'manual' },
    exchanges: [],
    prediction: {
      outcome: 'network-error',
      reason: 'no-cors-redirect-mode',
      values: ['manual'],
      exchange: null,
    },
  },
  {
    title: 'in mode "same-origin" another origin is a network error before anything is sent',
    request: { ...get, mode: 'same-origin' },
    exchanges: [],
    prediction: {
      outcome: 'network-error',
      reason: 'request-mode-same-origin',
      values: ['https://api.example'],
      exchange: null,
    },
  },
  {
    title: 'in mode "same-origin" a redirect to another origin is a network error after the first exchange',
    request: { ...get, url: `${page}/`, mode: 'same-origin' },
    exchanges: [redirect('GET', `${page}/`, api, [])],
    prediction: {
      outcome: 'network-error',
      reason: 'request-mode-same-origin',
      values: ['https://api.example'],
      exchange: 0,
    },
  },
  {
    title: 'every hop has its own preflight, and the origin is null after the second',
    request: put,
    exchanges: [
      preflight(api),
      redirect('PUT', api, third),
      preflight(third, [['Access-Control-Allow-Origin', page]]),
    ],
    prediction: {
      outcome: 'network-error',
      reason: 'preflight-origin-mismatch',
      values: [page],
      exchange: 2,
    },
  },
  {
    title: 'a redirect back to the own origin stays a CORS request with origin null',
    request: get,
    exchanges: [
      redirect('GET', api, `${page}/`),
      actual('GET', `${page}/`, [['Access-Control-Allow-Origin', 'null']]),
    ],
    prediction: { ...shared, url: `${page}/`, redirected: true },
  },
  {
    title: 'Authorization is dropped at another origin, and the preflight with it',
    request: { ...get, headers: [['Authorization', 'Bearer x']] },
    exchanges: [
      preflight(api, [...open, ['Access-Control-Allow-Headers', 'authorization']]),
      redirect('GET', api, third),
      actual('GET', third),
    ],
    prediction: { ...shared, url: third, redirected: true },
  },
  {
    title: 'a 303 turns PUT into a GET without a preflight',
    request: put,
    exchanges: [
      preflight(api),
      actual('PUT', api, [...open, ['Location', '/x']], 303),
      actual('GET', `${api}x`),
    ],
    prediction: { ...shared, url: `${api}x`, redirected: true },
  },
  {
    title: 'a redirect is checked before it is refused by redirect mode "error"',
    request: { ...get, redirectMode: 'error' },
    exchanges: [redirect('GET', api, '/x', [])],
    prediction: { outcome: 'network-error', reason: 'origin-missing', values: [], exchange: 0 },
  },
  {
    title: 'redirect mode "error" refuses a redirect',
    request: { ...get, redirectMode: 'error' },
    exchanges: [redirect('GET', api, '/x')],
    prediction: { outcome: 'network-error', reason: 'redirect-mode-error', values: ['307'], exchange: 0 },
  },
  {
    title: 'redirect mode "manual" gives an opaque redirect',
    request: { ...get, redirectMode: 'manual' },
    exchanges: [redirect('GET', api, '/x')],
    prediction: {
      outcome: 'response',
      type: 'opaqueredirect',
      status: 0,
      url: api,
      redirected: false,
      readableHeaderNames: [],
    },
  },
  {
    title: 'a redirect status without Location is the response',
    request: get,
    exchanges: [actual('GET', api, open, 302)],
    prediction: { ...shared, status: 302, url: api, redirected: false },
  },
  {
    title: 'the twenty-first redirect is one too many',
    request: get,
    exchanges: Array.from({ length: 21 }, () => redirect('GET', api, '/')),
    prediction: { outcome: 'network-error', reason: 'redirect-limit', values: [api], exchange: 20 },
  },
  {
    title: 'twenty redirects are followed',
    request: get,
    exchanges: [...Array.from({ length: 20 }, () => redirect('GET', api, '/')), actual('GET', api)],
    prediction: { ...shared, url: api, redirected: true },
  },
  {
    title: 'an upload listener needs a preflight, and a POST is then granted without a method list',
    request: { ...get, method: 'POST', uploadListeners: true },
    exchanges: [preflight(api, open), actual('POST', api)],
    prediction: { ...shared, url: api, redirected: false },
  },
  {
    title: 'a streaming body needs a preflight, and no redirect can repeat it',
    request: { ...get, method: 'POST', streamingBody: true },
    exchanges: [preflight(api), redirect('POST', api, '/x')],
    prediction: {
      outcome: 'network-error',
      reason: 'redirect-with-streaming-body',
      values: ['307'],
      exchange: 1,
    },
  },
  {
    title: 'a forbidden request-header is dropped and needs no preflight',
    request: { ...get, headers: [['Cookie', 'a=1']] },
    exchanges: [actual('GET', api)],
    prediction: { ...shared, url: api, redirected: false },
  },
  {
    title: 'a scheme that is not HTTP(S) is a network error before anything is sent',
    request: { ...get, url: 'localhost:3000/x' },
    exchanges: [],
    prediction: {
      outcome: 'network-error',
      reason: 'scheme-unsupported',
      values: ['localhost'],
      exchange: null,
    },
  },
  {
    title: 'a data: URL is readable without an exchange',
    request: { ...get, url: 'data:text/plain,x' },
    exchanges: [],
    prediction: {
      outcome: 'response',
      type: 'basic',
      status: 200,
      url: 'data:text/plain,x',
      redirected: false,
      readableHeaderNames: ['content-type'],
    },
  },
  {
    title: 'a data: URL without a comma is a network error',
    request: { ...get, url: 'data:x' },
    exchanges: [],
    prediction: { outcome: 'network-error', reason: 'data-url-malformed', values: [], exchange: null },
  },
  {
    title: 'what a blob: URL of the own origin holds is not known',
    request: { ...get, url: `blob:${page}/1` },
    exchanges: [],
    prediction: {
      outcome: 'incomplete',
      needs: 'actual',
      method: 'GET',
      url: `blob:${page}/1`,
      exchange: null,
    },
  },
  {
    title: 'without exchanges the first one is needed',
    request: get,
    exchanges: [],
    prediction: { outcome: 'incomplete', needs: 'actual', method: 'GET', url: api, exchange: null },
  },
  {
    title: 'without exchanges the preflight is needed first',
    request: put,
    exchanges: [],
    prediction: { outcome: 'incomplete', needs: 'preflight', method: 'OPTIONS', url: api, exchange: null },
  },
  {
    title: 'an actual request whose preflight is not among the exchanges may come from the preflight cache',
    request: put,
    exchanges: [actual('PUT', api)],
    prediction: { outcome: 'incomplete', needs: 'preflight', method: 'OPTIONS', url: api, exchange: 0 },
  },
  {
    title: 'after a preflight that succeeded the actual request is needed',
    request: put,
    exchanges: [preflight(api)],
    prediction: { outcome: 'incomplete', needs: 'actual', method: 'PUT', url: api, exchange: null },
  },
  {
    title: 'a redirect that was not followed is incomplete',
    request: get,
    exchanges: [redirect('GET', api, '/x#y')],
    prediction: { outcome: 'incomplete', needs: 'actual', method: 'GET', url: `${api}x`, exchange: null },
  },
  {
    title: 'a preflight that the standard does not make is unexpected',
    request: get,
    exchanges: [preflight(api), actual('GET', api)],
    prediction: { outcome: 'unexpected-exchange', exchange: 0, reason: 'preflight-not-needed' },
  },
  {
    title: 'another URL is unexpected',
    request: get,
    exchanges: [actual('GET', third)],
    prediction: { outcome: 'unexpected-exchange', exchange: 0, reason: 'url-differs' },
  },
  {
    title: 'another method is unexpected',
    request: put,
    exchanges: [preflight(api), actual('POST', api)],
    prediction: { outcome: 'unexpected-exchange', exchange: 1, reason: 'method-differs' },
  },
  {
    title: 'another method in the place of a preflight is unexpected, and not from the preflight cache',
    request: put,
    exchanges: [actual('POST', api)],
    prediction: { outcome: 'unexpected-exchange', exchange: 0, reason: 'method-differs' },
  },
  {
    title: 'an actual request after a preflight that failed is unexpected, and the failure is told',
    request: put,
    exchanges: [preflight(api, open), actual('PUT', api)],
    prediction: {
      outcome: 'unexpected-exchange',
      exchange: 1,
      reason: 'fetch-is-over',
      predicted: { outcome: 'network-error', reason: 'method-not-allowed', values: ['PUT'], exchange: 0 },
    },
  },
];

for (const { title, request, exchanges, prediction } of rows) {
  test(title, () => {
    expect(predict(request, exchanges)).toEqual(prediction);
  });
}

const exceptions: readonly (readonly [reason: string, value: string, request: Partial<StandardRequest>])[] = [
  ['url-malformed', 'http://', { url: 'http://' }],
  ['method-malformed', 'G ET', { method: 'G ET' }],
  ['method-malformed', '', { method: '' }],
  ['method-forbidden', 'trace', { method: 'trace' }],
  ['method-unsafe-in-no-cors', 'PUT', { method: 'put', mode: 'no-cors' }],
  ['header-name-malformed', 'X A', { headers: [['X A', '1']] }],
  ['header-value-malformed', 'X-A', { headers: [['X-A', 'a\nb']] }],
  ['header-value-malformed', 'X-A', { headers: [['X-A', '\u20AC']] }],
];

for (const [reason, value, request] of exceptions) {
  test(`${reason} is thrown for ${JSON.stringify(request)}`, () => {
    expect(predict({ ...get, ...request }, [])).toEqual({ outcome: 'exception', reason, values: [value] });
  });
}

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(api, third, page, 'null', '*', 'GET', 'PUT', 'http://', 'data:', 'x'),
);
const hostileHeaders = fc.array(
  fc.tuple(
    fc.oneof(
      hostileText,
      fc.constantFrom('Location', 'Access-Control-Allow-Origin', 'access-control-allow-methods', 'Range'),
    ),
    hostileText,
  ),
  { maxLength: 6 },
);
const hostileRequest = fc.record({
  url: hostileText,
  pageOrigin: hostileText,
  method: hostileText,
  headers: hostileHeaders,
  credentialsMode: fc.constantFrom('omit', 'same-origin', 'include'),
  mode: fc.constantFrom('cors', 'no-cors', 'same-origin'),
  redirectMode: fc.constantFrom('follow', 'error', 'manual'),
});
const hostileExchange = fc.record({
  purpose: fc.constantFrom('preflight', 'actual'),
  url: hostileText,
  method: hostileText,
  status: fc.oneof(fc.double(), fc.constantFrom(200, 204, 302, 303, 307)),
  headers: hostileHeaders,
});

test('no request and no exchanges make predict() throw, and it changes neither', () => {
  fc.assert(
    fc.property(hostileRequest, fc.array(hostileExchange, { maxLength: 25 }), (request, exchanges) => {
      const before = JSON.stringify([request, exchanges]);
      const { outcome } = predict(request, exchanges);
      return outcome.length > 0 && JSON.stringify([request, exchanges]) === before;
    }),
    { numRuns: 2_000, seed: 20_261_123 },
  );
});

test('a header value of a million spaces takes no noticeable time', () => {
  const long = `x${' '.repeat(1_000_000)}x`;
  const headers: HeaderList = ['Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Location'].map(
    (name) => [name, long],
  );
  expect(predict(get, [actual('GET', api, headers)]).outcome).toBe('network-error');
});
