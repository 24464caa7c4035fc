import fc, { type Arbitrary } from 'fast-check';
import type { CaseRequest } from '../../../src/catalogue/case.ts';
import { isForbiddenRequestHeader } from '../../../src/fetch-standard/request-headers.ts';
import type { HeaderList } from '../../../src/model.ts';
import { mostly, oneOf } from './choose.ts';

/** The origins that the pages of random cases are at; the string `null` for an opaque one. */
const pageOrigins = ['https://app.example', 'http://app.example:8080', 'null'] as const;

/** Makes a request that a page's script can make: nothing that `fetch()` throws at. */
export function request(): Arbitrary<CaseRequest> {
  return fc
    .record({
      origin: oneOf(...pageOrigins),
      server: mostly(fc.constant('api' as const), fc.constant('other' as const)),
      api: mostly(fc.constant('fetch' as const), fc.constant('XMLHttpRequest' as const)),
      method: mostly(
        oneOf('GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'),
        oneOf(
          'patch',
          'put',
          'get',
          'post',
          'delete',
          'Patch',
          'OPTIONS',
          'options',
          'QUERY',
          'foo',
          'M-SEARCH',
        ),
      ),
      headers: fc.oneof(
        { weight: 4, arbitrary: fc.uniqueArray(safeHeader(), nameOnce) },
        { weight: 2, arbitrary: fc.uniqueArray(unsafeHeader(), nameOnce) },
        { weight: 1, arbitrary: fc.uniqueArray(unusualHeader(), nameOnce) },
      ),
      body: mostly(fc.constant(null), oneOf('', 'a=1')),
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
    .map(({ origin, api, mode, method: anyMethod, body, credentialsMode, ...rest }) => {
      // fetch() throws at any other method in mode "no-cors", and nothing is fetched.
      const method =
        mode === 'no-cors' && !['GET', 'HEAD', 'POST'].includes(anyMethod) ? ('GET' as const) : anyMethod;
      // XMLHttpRequest knows one mode of each kind, and two credentials modes.
      // It complains of a header that it drops, in words that name no request.
      const isXhr =
        api === 'XMLHttpRequest' &&
        mode === 'cors' &&
        rest.redirectMode === 'follow' &&
        !rest.headers.some(([name, value]) => isForbiddenRequestHeader(name, value));
      return {
        page: origin === 'null' ? { opaque: true as const } : { origin },
        method,
        mode,
        ...rest,
        credentialsMode: isXhr && credentialsMode === 'omit' ? ('same-origin' as const) : credentialsMode,
        ...(isXhr ? { api } : {}),
        ...(body === null || /^(get|head)$/i.test(method) ? {} : { body }),
      };
    });
}

const nameOnce = { maxLength: 3, selector: ([name]: HeaderList[number]) => name.toLowerCase() };

const safeHeader = (): Arbitrary<HeaderList[number]> =>
  oneOf<HeaderList[number]>(
    ['Accept', 'application/json'],
    ['Accept', 'a'.repeat(128)],
    ['Accept-Language', 'de-CH, fr;q=0.5'],
    ['Content-Language', 'de'],
    ['Content-Type', 'text/plain'],
    ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['CONTENT-TYPE', 'Multipart/Form-Data;boundary=b'],
    ['Range', 'bytes=0-99'],
    ['Range', 'bytes=5-'],
  );

const unsafeHeader = (): Arbitrary<HeaderList[number]> =>
  oneOf<HeaderList[number]>(
    ['X-Custom', '1'],
    ['x-token', ''],
    ['Authorization', 'Bearer t'],
    ['Authorization', ''],
    ['Content-Type', 'application/json'],
    ['Content-Type', 'text/plain; charset="utf-8'],
    ['Content-Type', 'text/plain, text/plain'],
    ['Content-Type', ''],
    ['Accept', 'a"b'],
    ['Accept', 'a'.repeat(129)],
    ['Accept-Language', 'de@'],
    ['Range', 'bytes=5-1'],
    ['Range', 'bytes=-5'],
    ['Range', 'bytes=0-1,3-4'],
    ['Range', 'Bytes=0-1'],
    ['If-Match', '"v1"'],
    ['Cache-Control', 'no-cache'],
  );

/** Names that are dropped, or that are unsafe only because of their value. */
const unusualHeader = (): Arbitrary<HeaderList[number]> =>
  oneOf<HeaderList[number]>(
    ['Cookie', 'a=1'],
    ['Sec-Custom', '1'],
    ['proxy-custom', '1'],
    ['DNT', '1'],
    ['Access-Control-Request-Method', 'GET'],
    ['X-HTTP-Method-Override', 'TRACE'],
    ['X-HTTP-Method-Override', 'PUT'],
    ['X-Custom', '\u00e9'],
    ["!#$%&'*+.^_`|~", '1'],
    ['Accept', '\u00e9'],
    ['Content-Language', 'de_CH'],
  );
