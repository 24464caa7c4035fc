import fc, { type Arbitrary } from 'fast-check';
import type { CaseAnswer, CaseAnswers, CaseRequest, CaseResource } from '../../../src/case.ts';
import type { HeaderList } from '../../../src/model.ts';

/** A request and what the servers answer to it: what a case has that nobody has judged yet. */
export interface RandomCase {
  readonly request: CaseRequest;
  readonly misconfigured: CaseAnswers;
}

/** The origins that the pages of random cases are at; the string `null` for an opaque one. */
export const pageOrigins = ['https://app.example', 'http://app.example:8080', 'null'] as const;

/** Random cases. Answers are odd more often than not, and right often enough that requests come far. */
export function randomCase(): Arbitrary<RandomCase> {
  return fc.record({ request: request(), misconfigured: answers() });
}

const oneOf = <const Value>(...values: readonly Value[]): Arbitrary<Value> => fc.constantFrom(...values);

/** `common` four times out of five, so that a case is rarely wrong in all of its parts. */
const mostly = <Value>(common: Arbitrary<Value>, odd: Arbitrary<Value>): Arbitrary<Value> =>
  fc.oneof({ weight: 4, arbitrary: common }, { weight: 1, arbitrary: odd });

function request(): Arbitrary<CaseRequest> {
  return fc
    .record({
      origin: oneOf(...pageOrigins),
      method: mostly(
        oneOf('GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'),
        oneOf('patch', 'put', 'get', 'OPTIONS', 'QUERY', 'foo'),
      ),
      headers: mostly(fc.uniqueArray(safeHeader(), nameOnce), fc.uniqueArray(unsafeHeader(), nameOnce)),
      credentialsMode: oneOf('omit', 'same-origin', 'include', 'include'),
      mode: fc.oneof(
        { weight: 14, arbitrary: fc.constant('cors' as const) },
        { weight: 1, arbitrary: oneOf('no-cors', 'same-origin') },
      ),
      redirectMode: fc.oneof(
        { weight: 10, arbitrary: fc.constant('follow' as const) },
        { weight: 1, arbitrary: oneOf('error', 'manual') },
      ),
    })
    .map(({ origin, mode, method, ...rest }) => ({
      page: origin === 'null' ? { opaque: true as const } : { origin },
      // fetch() throws at any other method in mode "no-cors", and nothing is fetched.
      method: mode === 'no-cors' && !['GET', 'HEAD', 'POST'].includes(method) ? ('GET' as const) : method,
      mode,
      ...rest,
    }));
}

const nameOnce = { maxLength: 3, selector: ([name]: HeaderList[number]) => name.toLowerCase() };

const safeHeader = (): Arbitrary<HeaderList[number]> =>
  oneOf<HeaderList[number]>(
    ['Accept', 'application/json'],
    ['Accept-Language', 'de-CH, fr;q=0.5'],
    ['Content-Language', 'de'],
    ['Content-Type', 'text/plain'],
    ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['Range', 'bytes=0-99'],
  );

const unsafeHeader = (): Arbitrary<HeaderList[number]> =>
  oneOf<HeaderList[number]>(
    ['X-Custom', '1'],
    ['x-token', ''],
    ['Authorization', 'Bearer t'],
    ['Content-Type', 'application/json'],
    ['Content-Type', 'text/plain; charset="utf-8'],
    ['Accept', 'a"b'],
    ['Accept', 'a'.repeat(129)],
    ['Accept-Language', 'de@'],
    ['Range', 'bytes=5-1'],
    ['Range', 'bytes=-5'],
    ['Range', 'bytes=0-1,3-4'],
    ['If-Match', '"v1"'],
    ['Cache-Control', 'no-cache'],
  );

function answers(): Arbitrary<CaseAnswers> {
  return fc
    .record({ first: resource(true), next: resource(true), last: resource(false) })
    .map(({ first, next, last }) => ({ ...first, elsewhere: { '/next': next, '/last': last } }));
}

function resource(redirects: boolean): Arbitrary<CaseResource> {
  return fc.record({ preflight: preflightAnswer(), actual: actualAnswer(redirects) });
}

function preflightAnswer(): Arbitrary<CaseAnswer> {
  return fc
    .record({
      status: mostly(
        oneOf(200, 204),
        oneOf(201, 202, 206, 299, 300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 500),
      ),
      origin: allowOrigin(),
      credentials: allowCredentials(),
      methods: lines('Access-Control-Allow-Methods', allowMethods),
      names: lines('Access-Control-Allow-Headers', allowHeaders),
      location: oneOf<HeaderList>([], [['Location', '{api}/last']]),
    })
    .map(({ status, origin, credentials, methods, names, location }) => ({
      status,
      headers: [
        ...origin,
        ...credentials,
        ...methods,
        ...names,
        ...(status >= 300 && status < 400 ? location : []),
        // A grant that is remembered would hide what the next one says.
        ['Access-Control-Max-Age', '0'],
      ],
    }));
}

function actualAnswer(redirects: boolean): Arbitrary<CaseAnswer> {
  const status = mostly(oneOf(200, 200, 204, 404), oneOf(201, 206, 299, 304, 400, 401, 403, 500, 503));
  const redirect = fc.oneof(
    { weight: redirects ? 3 : 1, arbitrary: oneOf(301, 302, 303, 307, 308, 300) },
    { weight: redirects ? 7 : 40, arbitrary: status },
  );
  return fc
    .record({
      status: redirect,
      origin: allowOrigin(),
      credentials: allowCredentials(),
      exposed: lines('Access-Control-Expose-Headers', exposeHeaders),
      location: mostly(
        oneOf('{api}/last', '{other}/last', '{api}/next', '{other}/next', 'last', '{api}/last#part'),
        oneOf(
          'http://user:secret@files.example/',
          'http://user@127.0.0.1:9/',
          'data:text/plain,hello',
          'ftp://files.example/',
          '{api}/',
          'http://[',
          '',
        ),
      ),
    })
    .map(({ status: code, origin, credentials, exposed, location }) => ({
      status: code,
      headers: [
        ...origin,
        ...credentials,
        ...exposed,
        ...(code >= 300 && code < 400 && code !== 304 ? ([['Location', location]] as const) : []),
        ['X-One', '1'],
        ['X-Two', '2'],
        ['Cache-Control', 'no-store'],
      ],
    }));
}

const spelled = (name: string): Arbitrary<string> =>
  mostly(fc.constant(name), oneOf(name.toLowerCase(), name.toUpperCase()));

/** No line, one, or two of them; odd values in odd spellings one time out of five. */
function lines(
  name: string,
  values: { readonly common: readonly string[]; readonly odd: readonly string[] },
): Arbitrary<HeaderList> {
  const value = fc.oneof(
    { weight: 12, arbitrary: oneOf(...values.common) },
    { weight: 4, arbitrary: oneOf(...values.odd) },
    { weight: 1, arbitrary: oddText() },
  );
  const line = fc.tuple(
    spelled(name),
    fc.tuple(oddSpace(), value, oddSpace()).map((parts) => parts.join('')),
  );
  return fc.oneof(
    { weight: 10, arbitrary: fc.array(line, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(line, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
}

const oddSpace = (): Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: oneOf(' ', '\t', '  \t ') });

/** Any characters that may stand in a header line. */
const oddText = (): Arbitrary<string> =>
  fc
    .array(oneOf(...'abAB*,;:"\'/.@()[]{}= \t\u00e9\u00ff01'), { maxLength: 12 })
    .map((characters) => characters.join('').replaceAll(/[{}]/g, '='));

const allowOrigin = (): Arbitrary<HeaderList> =>
  lines('Access-Control-Allow-Origin', {
    common: [...Array<string>(9).fill('{page}'), ...Array<string>(5).fill('{origin}'), '*', '*', 'null'],
    odd: [
      '',
      '**',
      '{page}/',
      '{page}, {page}',
      '{page},*',
      '{page} https://b.example',
      '"{page}"',
      'https://b.example',
      'HTTPS://APP.EXAMPLE',
      'https://app.example:443',
      'app.example',
      'true',
      'Null',
      '* ',
      'https://*.example',
      '{page}\u00a0',
    ],
  });

const allowCredentials = (): Arbitrary<HeaderList> =>
  lines('Access-Control-Allow-Credentials', {
    common: ['true', 'true', 'true', 'true'],
    odd: ['TRUE', 'True', 'true, true', 'false', '1', '', '"true"', 'true;'],
  });

const allowMethods = {
  common: ['PUT, DELETE, PATCH, OPTIONS, QUERY, foo', 'PUT,DELETE,PATCH', '*', 'GET, POST'],
  odd: [
    '',
    'put, patch, delete',
    'PUT,,DELETE,',
    ', PUT',
    'PUT;DELETE',
    '"PUT", DELETE',
    'PUT DELETE',
    '*, PUT',
    'PUT\t,\tPATCH',
    'P(UT',
    '**',
  ],
};

const allowHeaders = {
  common: [
    'x-custom, x-token, content-type, accept, accept-language, range, if-match, cache-control, authorization',
    'X-CUSTOM,X-Token,Content-Type',
    '*',
    '*, Authorization',
  ],
  odd: [
    '',
    'x-custom;',
    'x custom',
    '@',
    ',,x-custom,',
    'x-custom:',
    '"x-custom"',
    'x-custom\t,x-token',
    'Authorization',
  ],
};

const exposeHeaders = {
  common: ['X-One', 'x-one, X-TWO', '*'],
  odd: ['', 'x one', ',x-two', 'set-cookie, x-one', '*, x-one', '"x-one"', 'x-one;x-two'],
};
