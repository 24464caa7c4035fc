import { expect, test } from '@playwright/test';
import {
  byteLowerCase,
  containsHeader,
  decodeAndSplit,
  deleteHeaders,
  getDecodeAndSplit,
  getHeader,
  type HeaderList,
  headerNames,
  headerValues,
} from '../../../src/fetch-standard/header-list.ts';

const list: HeaderList = [
  ['Vary', ' Origin\t'],
  ['X-A', '1'],
  ['vary', ''],
];

test('get joins the lines of a name in any case', () => {
  expect(getHeader(list, 'VARY')).toBe('Origin, ');
  expect(getHeader(list, 'x-a')).toBe('1');
  expect(getHeader(list, 'x-b')).toBe(null);
});

test('the values of lines are normalized and apart', () => {
  expect(headerValues(list, 'vary')).toEqual(['Origin', '']);
});

test('contains tells an empty value from an absent name', () => {
  expect(containsHeader([['X-A', '']], 'x-a')).toBe(true);
  expect(containsHeader([], 'x-a')).toBe(false);
});

test('names are lower-case, unique and sorted', () => {
  expect(headerNames(list)).toEqual(['vary', 'x-a']);
});

test('delete removes every line of the names', () => {
  expect(deleteHeaders(list, ['VARY'])).toEqual([['X-A', '1']]);
});

test('lower-casing touches A to Z only', () => {
  expect(byteLowerCase('X-\u212Aey')).toBe('x-\u212Aey');
});

/** The examples of https://fetch.spec.whatwg.org/#example-header-list-get-decode-split, and quoting. */
const splits: readonly (readonly [lines: readonly string[], values: readonly string[] | null])[] = [
  [['nosniff,'], ['nosniff', '']],
  [
    ['nosniff', ''],
    ['nosniff', ''],
  ],
  [[''], ['']],
  [[], null],
  [['text/html;", x/x'], ['text/html;", x/x']],
  [['text/html;"', 'x/x'], ['text/html;", x/x']],
  [['x/x;test="hi",y/y'], ['x/x;test="hi"', 'y/y']],
  [['x / x,,,1'], ['x / x', '', '', '1']],
  [['"1,2", 3'], ['"1,2"', '3']],
  [['"a\\",b", c'], ['"a\\",b"', 'c']],
  [['a\\",b'], ['a\\",b']],
];

for (const [lines, values] of splits) {
  test(`get, decode, and split of ${JSON.stringify(lines)} gives ${JSON.stringify(values)}`, () => {
    const headers: HeaderList = [['B', 'sniff'], ...lines.map((value) => ['A', value] as const)];
    expect(getDecodeAndSplit(headers, 'a')).toEqual(values);
  });
}

test('splitting a value of a million commas takes no noticeable time', () => {
  expect(decodeAndSplit(','.repeat(1_000_000)).length).toBe(1_000_001);
});
