import { expect, test } from '@playwright/test';
import { isToken } from '../../../src/fetch-standard/http-syntax.ts';

test('a token has no separator, no space and at least one character', () => {
  expect(["!#$%&'*+-.^_`|~09azAZ", '*', '', 'a b', 'a;b', 'a\u0000', '\u00E4'].filter(isToken)).toEqual([
    "!#$%&'*+-.^_`|~09azAZ",
    '*',
  ]);
});
