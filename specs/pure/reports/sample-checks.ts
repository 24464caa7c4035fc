import type { CredentialsMode, HeaderList, OriginRole } from '../../../src/model.ts';
import type { Sample } from './sample-verdict.ts';

interface SampleOrigin {
  readonly origin: string;
  readonly originRole: OriginRole;
}

const app: SampleOrigin = { origin: 'https://app.example.com', originRole: 'trusted' };
const admin: SampleOrigin = { origin: 'https://admin.example.com', originRole: 'trusted' };
const evil: SampleOrigin = { origin: 'https://evil.example', originRole: 'untrusted' };
const opaque: SampleOrigin = { origin: 'null', originRole: 'opaque' };
const insecure: SampleOrigin = { origin: 'http://app.example.com', originRole: 'insecure' };
const prefix: SampleOrigin = { origin: 'https://app.example.com.evil.example', originRole: 'prefix' };
const dot: SampleOrigin = { origin: 'https://appxexample.com', originRole: 'unescaped-dot' };
const port: SampleOrigin = { origin: 'https://app.example.com:8443', originRole: 'port' };

const trusted: readonly SampleOrigin[] = [app, admin];
const hostile: readonly SampleOrigin[] = [evil, opaque, insecure, prefix, dot, port];

type Result = Omit<Partial<Sample>, 'check' | 'route' | 'method' | 'credentialsMode'>;

const failed = 'Failed to load resource: net::ERR_FAILED';

/** Everything that the sample says, in the order of a plan: routes, then methods, then origins. */
export const samples: readonly Sample[] = [
  ...readable('/v1/profile', 'GET', 'include', {
    [app.origin]: { actual: allowed(app.origin) },
    [admin.origin]: {
      diagnosis: 'origin-mismatch',
      value: app.origin,
      actual: allowed(app.origin),
      console: [
        `${refusal('/v1/profile', admin.origin)}The 'Access-Control-Allow-Origin' header has a value '${app.origin}' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
        failed,
      ],
      headersToSend: [
        { on: 'actual', line: `Access-Control-Allow-Origin: ${admin.origin}` },
        { on: 'actual', line: 'Access-Control-Allow-Credentials: true' },
        { on: 'actual', line: 'Vary: Origin' },
      ],
      proof: {
        outcome: 'proved',
        said: 'Proved: with these headers the browser accepts it.',
        headers: [
          { on: 'actual', line: `Access-Control-Allow-Origin: ${admin.origin}` },
          { on: 'actual', line: 'Access-Control-Allow-Credentials: true' },
          { on: 'actual', line: 'Access-Control-Expose-Headers: x-total-count' },
          { on: 'actual', line: 'Vary: Accept-Encoding, Origin' },
        ],
      },
    },
  }),
  ...unreadable('/v1/profile', 'GET', 'include', {
    [opaque.origin]: {
      diagnosis: 'opaque-origin-trusted',
      actual: allowed('null'),
      proof: {
        outcome: 'proved',
        said: 'Proved: without a header of the CORS protocol the browser refuses it, as the policy says.',
        headers: [{ on: 'actual', line: 'Vary: Origin' }],
      },
    },
    [prefix.origin]: {
      diagnosis: 'origin-prefix-trusted',
      actual: allowed(prefix.origin),
      proof: {
        outcome: 'inconclusive',
        said: 'Not proved: with these headers no verdict was reached. The connection was reset.',
        headers: [],
      },
    },
  }),
  ...readable('/v1/profile', 'PUT', 'include', {
    [app.origin]: methodRefused(app.origin),
    [admin.origin]: methodRefused(admin.origin),
  }),
  ...readable('/v1/orders', 'GET', 'include', {
    [app.origin]: { actual: allowed(app.origin) },
    [admin.origin]: { actual: allowed(admin.origin) },
  }),
  ...trusted.map((origin): Sample => ({
    ...origin,
    check: 'headers-exposed',
    route: '/v1/orders',
    method: 'GET',
    credentialsMode: 'include',
    diagnosis: 'response-header-not-exposed',
    names: 'X-Total-Count',
    actual: [...allowed(origin.origin), ['X-Total-Count', '482']],
    headersToSend: [{ on: 'actual', line: 'Access-Control-Expose-Headers: X-Total-Count' }],
  })),
  ...unreadable('/v1/orders', 'GET', 'omit', {}),
  ...hostile.map((origin): Sample => ({
    ...origin,
    check: 'unreadable',
    route: '/v1/orders',
    method: 'GET',
    credentialsMode: 'include',
    follows: true,
    reason: 'The request was refused without credentials.',
  })),
  ...readable('/v1/orders', 'POST', 'include', {
    [app.origin]: { held: true, preflight: granted(app.origin) },
    [admin.origin]: { held: true, preflight: granted(admin.origin) },
  }),
  {
    ...evil,
    check: 'unreadable',
    detail: 'without a CORS-preflight request',
    route: '/v1/orders',
    method: 'POST',
    credentialsMode: 'include',
    status: 'inapplicable',
    reason:
      'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent: what it answers to a page that is not trusted was not seen.',
  },
  ...readable('/v1/exports', 'GET', 'omit', { [app.origin]: { actual: allowed(app.origin) } }),
  {
    ...admin,
    check: 'error-readable',
    detail: 'unauthenticated',
    route: '/v1/exports',
    method: 'GET',
    credentialsMode: 'omit',
    diagnosis: 'origin-missing',
    console: [
      `${refusal('/v1/exports', admin.origin)}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      failed,
    ],
    headersToSend: [
      { on: 'actual', line: `Access-Control-Allow-Origin: ${admin.origin}` },
      { on: 'actual', line: 'Vary: Origin' },
    ],
  },
  ...unreadable('/v1/exports', 'GET', 'omit', {
    [insecure.origin]: { diagnosis: 'insecure-origin-trusted', actual: allowed(insecure.origin) },
    [evil.origin]: {
      status: 'inconclusive',
      reason:
        'Two witnesses differ: the browser shared the response, but by the standard these exchanges give a network error (origin-missing).',
    },
  }),
  {
    ...app,
    check: 'vary',
    route: '/v1/exports',
    method: 'GET',
    credentialsMode: 'omit',
    diagnosis: 'vary-origin-missing',
    names: 'the answer to a request without Origin',
    actual: [['Access-Control-Allow-Origin', app.origin]],
    headersToSend: [{ on: 'actual', line: 'Vary: Origin' }],
    proof: {
      outcome: 'not-tried',
      said: 'Not tried: nothing about caching can be proved while responses are rewritten on their way.',
      headers: [],
    },
  },
  ...[...trusted, ...hostile].map((origin): Sample => ({
    ...origin,
    check: 'readable',
    route: '/v1/status',
    method: 'GET',
    credentialsMode: 'omit',
    actual: [['Access-Control-Allow-Origin', '*']],
  })),
];

function readable(
  route: string,
  method: string,
  credentialsMode: CredentialsMode,
  results: Readonly<Record<string, Result>>,
): readonly Sample[] {
  return trusted.map((origin) => ({
    check: 'readable',
    route,
    method,
    credentialsMode,
    ...origin,
    ...results[origin.origin],
  }));
}

function unreadable(
  route: string,
  method: string,
  credentialsMode: CredentialsMode,
  results: Readonly<Record<string, Result>>,
): readonly Sample[] {
  return hostile.map((origin) => ({
    check: 'unreadable',
    route,
    method,
    credentialsMode,
    ...origin,
    console: [
      `${refusal(route, origin.origin)}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      failed,
    ],
    // A response that is read leaves the console empty.
    ...(results[origin.origin] === undefined ? {} : { console: [] }),
    ...results[origin.origin],
  }));
}

function methodRefused(origin: string): Result {
  return {
    diagnosis: 'method-not-allowed',
    preflight: [...allowed(origin), ['Access-Control-Allow-Methods', 'GET, POST']],
    console: [
      `${refusal('/v1/profile', origin)}Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
      failed,
    ],
    headersToSend: [{ on: 'preflight', line: 'Access-Control-Allow-Methods: GET, PUT' }],
  };
}

function refusal(route: string, origin: string): string {
  return `Access to fetch at 'https://api.example.com${route}' from origin '${origin}' has been blocked by CORS policy: `;
}

function allowed(origin: string): HeaderList {
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Vary', 'Origin'],
  ];
}

function granted(origin: string): HeaderList {
  return [
    ...allowed(origin),
    ['Access-Control-Allow-Methods', 'GET, POST'],
    ['Access-Control-Allow-Headers', 'content-type'],
  ];
}
