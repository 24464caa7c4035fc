import { expect, test } from '@playwright/test';
import { cellsOf } from '../../../servers/conformance-runner/cells.ts';
import { holeIn } from '../../../servers/conformance-runner/hole.ts';
import {
  lineOf,
  printRow,
  type IntentResult,
  type RawExchange,
  type Row,
} from '../../../servers/conformance-runner/row.ts';
import type { HeaderList } from '../../../src/model.ts';

const stranger = 'https://stranger.example';

const exchange = (id: RawExchange['id'], origin: string, headers: HeaderList): RawExchange => ({
  id,
  method: 'GET',
  path: '/items',
  requestHeaders: [['Origin', origin]],
  status: 200,
  headers,
  isCarriedOut: true,
});

const group = (diagnosis: string, check: string) => ({
  status: 'violates' as const,
  diagnosis,
  severity: 'high',
  check,
  methods: ['GET'],
  detail: '',
  count: 2,
  seen: 'Somebody reads.',
});

const result = (
  intent: 'declared' | 'defaults',
  exchanges: readonly RawExchange[],
  others: readonly ReturnType<typeof group>[] = [],
): IntentResult => ({
  cells: cellsOf(intent, exchanges),
  exchanges,
  verdicts: { conforms: 3, inapplicable: 0, others },
});

const row = (intents: Row['intents']): Row => ({
  id: 'a-library',
  date: '2026-11-30',
  versions: ['A 1.0.0'],
  engine: null,
  intents,
});

const refuses = [exchange('get-stranger', stranger, []), exchange('get-null', 'null', [])];

test('a row is printed as JSON, each exchange on the line that a link names', () => {
  const whole = row({
    declared: result('declared', refuses, [group('vary-origin-missing', 'vary')]),
    defaults: { ...result('defaults', refuses), verdicts: null },
  });
  const text = printRow(whole);
  expect(JSON.parse(text)).toEqual(whole);
  const lines = text.split('\n');
  const at = (intent: 'declared' | 'defaults', id: RawExchange['id']): unknown =>
    JSON.parse((lines[lineOf(text, intent, id) - 1] ?? '').replace(/,$/, ''));
  expect(at('declared', 'get-null')).toEqual(refuses[1]);
  expect(at('defaults', 'get-stranger')).toEqual(refuses[0]);
  expect(lineOf(text, 'defaults', 'get-null')).toBeGreaterThan(lineOf(text, 'declared', 'get-null'));
  expect(lineOf(text, 'declared', 'head-trusted')).toBe(0);
});

test('a row that names a hole is not shown', () => {
  const open = (origin: string): HeaderList => [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  const read = exchange('get-stranger', stranger, open(stranger));
  const readByNull = exchange('get-null', 'null', open('null'));
  expect(
    [
      { declared: result('declared', refuses, [group('vary-origin-missing', 'vary')]) },
      { declared: result('declared', [read]) },
      { declared: result('declared', [readByNull]) },
      { declared: result('declared', refuses, [group('origin-truncated-trusted', 'unreadable')]) },
      { defaults: result('defaults', [exchange('get-stranger', stranger, open('*'))]) },
      { defaults: result('defaults', [read]) },
      { defaults: result('defaults', [readByNull]) },
    ].map((intents) => holeIn(row(intents))),
  ).toEqual([
    null,
    'A stranger reads what two origins were promised.',
    'An opaque origin reads what two origins were promised.',
    'Somebody reads who must not: origin-truncated-trusted.',
    null,
    'By its defaults a stranger reads with credentials.',
    'By its defaults a stranger reads with credentials.',
  ]);
});
