import fc, { type Arbitrary } from 'fast-check';
import type { HeaderList } from '../../../src/model.ts';
import { mostly, oneOf } from './choose.ts';

const spelled = (name: string): Arbitrary<string> =>
  mostly(fc.constant(name), oneOf(name.toLowerCase(), name.toUpperCase(), `${name} `));

/** Makes no line, one, or two of them; odd values in odd spellings one time out of five. */
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
    { weight: 2, arbitrary: fc.array(line, { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
}

const oddSpace = (): Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: oneOf(' ', '\t', '  \t ', '\r\n ') },
  );

/** Makes any characters that may stand in a header line. */
const oddText = (): Arbitrary<string> =>
  fc
    .array(oneOf(...'abAB*,;:"\'/.@()[]{}= \t\u00e9\u00ff01'), { maxLength: 12 })
    .map((characters) => characters.join('').replaceAll(/[{}]/g, '='));

export const allowOrigin = (): Arbitrary<HeaderList> =>
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
      '{page}\r\n ',
      '\r\n {page}',
      '{page},',
      ',{page}',
      '{page}#',
      '{page}?',
      '*, {page}',
      'http://app.example:8080',
      'file://',
      'null, null',
      longList('https://'),
    ],
  });

export const allowCredentials = (): Arbitrary<HeaderList> =>
  lines('Access-Control-Allow-Credentials', {
    common: ['true', 'true', 'true', 'true'],
    odd: [
      'TRUE',
      'True',
      'true, true',
      'false',
      '1',
      '',
      '"true"',
      'true;',
      'true,',
      'true\r\n ',
      't\r\n rue',
      '*',
      'yes',
    ],
  });

export const allowMethods = (): Arbitrary<HeaderList> =>
  lines('Access-Control-Allow-Methods', {
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
      'PUT, \u00e9',
      'PUT,\r\n\tDELETE, PATCH',
      longList('M'),
      '*,*',
    ],
  });

export const allowHeaders = (): Arbitrary<HeaderList> =>
  lines('Access-Control-Allow-Headers', {
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
      'x-custom, \u00e9',
      'x-custom,\r\n x-token',
      '* , x-custom',
      'AUTHORIZATION, *',
      longList('x-'),
    ],
  });

export const exposeHeaders = (): Arbitrary<HeaderList> =>
  lines('Access-Control-Expose-Headers', {
    common: ['X-One', 'x-one, X-TWO', '*'],
    odd: [
      '',
      'x one',
      ',x-two',
      'set-cookie, x-one',
      '*, x-one',
      '"x-one"',
      'x-one;x-two',
      'x-one,\r\n x-two',
      'x-one, \u00e9',
      longList('x-'),
    ],
  });

/** Returns more names than any server has, and the two that are asked for last. */
function longList(prefix: string): string {
  const names = Array.from({ length: 300 }, (_, index) => `${prefix}${index}`);
  return [...names, 'PUT', 'PATCH', 'x-custom', 'x-one'].join(', ');
}
