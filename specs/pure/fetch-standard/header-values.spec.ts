import { expect, test } from '@playwright/test';
import {
  cacheEntryMaxAgeSeconds,
  extractMaxAge,
  extractTokenList,
  type MaxAge,
  type TokenList,
} from '../../../src/fetch-standard/header-values.ts';
import type { HeaderList } from '../../../src/fetch-standard/header-list.ts';

const lists: readonly (readonly [lines: readonly string[], list: TokenList])[] = [
  [[], null],
  [[''], []],
  [[','], []],
  [['*'], ['*']],
  [['PUT'], ['PUT']],
  [['PUT,'], ['PUT']],
  [[',PUT'], ['PUT']],
  [['PUT ,\t,, patch'], ['PUT', 'patch']],
  [
    ['GET', 'PUT'],
    ['GET', 'PUT'],
  ],
  [['GET, PUT', '@@'], 'failure'],
  [['PUT;DELETE'], 'failure'],
  [['GET/PUT'], 'failure'],
  [['"PUT"'], 'failure'],
  [['PUT (all)'], 'failure'],
  [['[PUT]'], 'failure'],
  [['{PUT}'], 'failure'],
  [['x custom'], 'failure'],
  [['x-custom: 1'], 'failure'],
  [['P\u00DCT'], 'failure'],
  [['PUT\u000B'], 'failure'],
];

for (const [lines, list] of lists) {
  test(`the token list of ${JSON.stringify(lines)} is ${JSON.stringify(list)}`, () => {
    const headers: HeaderList = lines.map((value) => ['access-control-allow-methods', value]);
    expect(extractTokenList(headers, 'Access-Control-Allow-Methods')).toEqual(list);
  });
}

const maxAges: readonly (readonly [lines: readonly string[], maxAge: MaxAge, seconds: number])[] = [
  [[], { kind: 'absent' }, 5],
  [['0'], { kind: 'delta-seconds', seconds: 0 }, 0],
  [['5'], { kind: 'delta-seconds', seconds: 5 }, 5],
  [['  86400 '], { kind: 'delta-seconds', seconds: 86400 }, 86400],
  [['007'], { kind: 'delta-seconds', seconds: 7 }, 7],
  [['-1'], { kind: 'negative', value: '-1' }, 5],
  [[''], { kind: 'malformed', value: '' }, 5],
  [['+5'], { kind: 'malformed', value: '+5' }, 5],
  [['5.5'], { kind: 'malformed', value: '5.5' }, 5],
  [['5s'], { kind: 'malformed', value: '5s' }, 5],
  [['0x10'], { kind: 'malformed', value: '0x10' }, 5],
  [['10, 10'], { kind: 'malformed', value: '10, 10' }, 5],
  [['10', '10'], { kind: 'malformed', value: '10, 10' }, 5],
];

for (const [lines, maxAge, seconds] of maxAges) {
  test(`Access-Control-Max-Age ${JSON.stringify(lines)} keeps an entry for ${seconds} seconds`, () => {
    const headers: HeaderList = lines.map((value) => ['Access-Control-Max-Age', value]);
    expect(extractMaxAge(headers)).toEqual(maxAge);
    expect(cacheEntryMaxAgeSeconds(extractMaxAge(headers))).toBe(seconds);
  });
}
