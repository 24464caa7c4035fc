import fc, { type Arbitrary } from 'fast-check';
import type { CaseAnswer, CaseAnswers, CaseResource } from '../../../src/catalogue/case.ts';
import type { HeaderList } from '../../../src/model.ts';
import { mostly, oneOf } from './choose.ts';
import { allowCredentials, allowHeaders, allowMethods, allowOrigin, exposeHeaders } from './random-lines.ts';

/** Makes what the servers answer, at three paths that may redirect to each other. */
export function answers(): Arbitrary<CaseAnswers> {
  return fc
    .record({ first: resource(true), next: resource(true), last: resource(false) })
    .map(({ first, next, last }) => ({ ...first, elsewhere: { '/next': next, '/last': last } }));
}

function resource(redirects: boolean): Arbitrary<CaseResource> {
  return fc.record({ preflight: preflightAnswer(), actual: actualAnswer(redirects) });
}

/** All that a server can grant, so that what comes after a redirect is reached. */
const granted: HeaderList = [
  ['Access-Control-Allow-Origin', '{origin}'],
  ['Access-Control-Allow-Credentials', 'true'],
];
const grantedOfPreflight: HeaderList = [
  ...granted,
  ['Access-Control-Allow-Methods', 'PUT, DELETE, PATCH, OPTIONS, QUERY, foo, patch, Patch, M-SEARCH'],
  [
    'Access-Control-Allow-Headers',
    "x-custom, x-token, content-type, accept, accept-language, content-language, range, if-match, cache-control, authorization, x-http-method-override, !#$%&'*+.^_`|~",
  ],
];

const rightOr = (right: HeaderList, any: Arbitrary<HeaderList>): Arbitrary<HeaderList> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(right) }, { weight: 3, arbitrary: any });

const allOf = (...parts: readonly Arbitrary<HeaderList>[]): Arbitrary<HeaderList> =>
  fc.tuple(...parts).map((lists) => lists.flat());

function preflightAnswer(): Arbitrary<CaseAnswer> {
  return fc
    .record({
      status: fc.oneof(
        { weight: 7, arbitrary: oneOf(200, 204) },
        {
          weight: 1,
          arbitrary: oneOf(
            201,
            202,
            205,
            206,
            299,
            300,
            301,
            302,
            304,
            307,
            308,
            400,
            401,
            403,
            404,
            405,
            500,
            599,
          ),
        },
      ),
      cors: rightOr(
        grantedOfPreflight,
        allOf(allowOrigin(), allowCredentials(), allowMethods(), allowHeaders()),
      ),
      location: oneOf<HeaderList>([], [['Location', '{api}/last']]),
      // A grant that is remembered would hide what the next one says.
      maxAge: oneOf('0', '0', '0', '-1', '00'),
    })
    .map(({ status, cors, location, maxAge }) => ({
      status,
      headers: [
        ...cors,
        ...(status >= 300 && status < 400 ? location : []),
        ['Access-Control-Max-Age', maxAge],
      ],
    }));
}

function actualAnswer(redirects: boolean): Arbitrary<CaseAnswer> {
  const status = mostly(
    oneOf(200, 200, 204, 404),
    oneOf(201, 205, 206, 299, 304, 400, 401, 403, 407, 421, 500, 503, 599),
  );
  const anyStatus = fc.oneof(
    { weight: redirects ? 4 : 1, arbitrary: oneOf(301, 302, 303, 307, 308, 300) },
    { weight: redirects ? 6 : 40, arbitrary: status },
  );
  return fc
    .record({
      status: anyStatus,
      cors: rightOr(
        [...granted, ['Access-Control-Expose-Headers', 'X-One']],
        allOf(allowOrigin(), allowCredentials(), exposeHeaders()),
      ),
      location: location(),
    })
    .map(({ status: code, cors, location: found }) => ({
      status: code,
      headers: [
        ...cors,
        ...(code >= 300 && code < 400 && code !== 304 ? found : []),
        ['X-One', '1'],
        ['X-Two', '2'],
        ['Cache-Control', 'no-store'],
      ],
    }));
}

const location = (): Arbitrary<HeaderList> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: mostly(
        oneOf('{api}/last', '{other}/last', '{api}/next', '{other}/next', 'last', '{api}/last#part'),
        oneOf(
          'http://user:secret@files.example/',
          'http://user@127.0.0.1:9/',
          'data:text/plain,hello',
          'ftp://files.example/',
          '{api}/',
          'http://[',
          '',
          './next',
          '#here',
          'last\t',
          '{other}/last#\u00e9',
          'javascript:1',
          'about:blank',
        ),
      ).map((value): HeaderList => [['Location', value]]),
    },
    {
      weight: 1,
      arbitrary: oneOf<HeaderList>(
        [],
        [
          ['Location', '{api}/last'],
          ['location', '{api}/last'],
        ],
        [
          ['Location', '{api}/last'],
          ['Location', '{other}/last'],
        ],
      ),
    },
  );
