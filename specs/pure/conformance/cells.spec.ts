import { expect, test } from '@playwright/test';
import { inOneOrder } from '../../../servers/conformance-runner/one-order.ts';
import { cellsOf, shownBy } from '../../../servers/conformance-runner/cells.ts';
import { columnIds, columns } from '../../../servers/conformance-runner/columns.ts';
import { keepsAll, opensAll } from '../../../servers/conformance-runner/library.ts';
import { asked, type AskedId, type RawExchange } from '../../../servers/conformance-runner/row.ts';
import type { HeaderList } from '../../../src/model.ts';

const trusted = 'https://app.example.com';

const requestOf = (id: AskedId): HeaderList => {
  const [kind, who] = id.split('-');
  const origins: Readonly<Record<string, string>> = {
    second: 'https://admin.example.com',
    stranger: 'https://stranger.example',
    null: 'null',
  };
  if (who === 'bare') return [];
  const origin = ['Origin', origins[who ?? ''] ?? trusted] as const;
  if (kind !== 'preflight') return [origin];
  const method = id === 'preflight-method' ? 'PATCH' : id === 'preflight-head' ? 'HEAD' : 'PUT';
  const names = { 'preflight-method': '', 'preflight-header': 'x-other', 'preflight-head': 'authorization' };
  const listed = Object.entries(names).find(([one]) => one === id)?.[1] ?? 'authorization,content-type';
  return [
    ['Access-Control-Request-Method', method],
    ...(listed === '' ? [] : [['Access-Control-Request-Headers', listed] as const]),
    origin,
  ];
};

/** Returns the exchanges of a server that keeps the whole promise; `changed` are those that answer otherwise. */
function exchanges(
  changed: Partial<
    Readonly<Record<AskedId, Partial<Pick<RawExchange, 'status' | 'headers' | 'isCarriedOut'>>>>
  > = {},
): RawExchange[] {
  return asked.map((id) => {
    const requestHeaders = requestOf(id);
    const origin = requestHeaders.find(([name]) => name === 'Origin')?.[1] ?? '';
    const isTrusted = origin === trusted || origin === 'https://admin.example.com';
    const grants: HeaderList = [
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Expose-Headers', 'x-total-count'],
      ...(id.startsWith('preflight-')
        ? ([
            ['Access-Control-Allow-Methods', 'GET, PUT, DELETE'],
            ['Access-Control-Allow-Headers', 'content-type, authorization'],
            ['Access-Control-Max-Age', '600'],
          ] as const)
        : []),
    ];
    return {
      id,
      method: 'GET',
      path: '/items',
      requestHeaders,
      status: 200,
      headers: [
        ...(isTrusted ? grants : []),
        ['Vary', id === 'vary-trusted' ? 'Accept-Language, Origin' : 'Origin'],
      ],
      isCarriedOut: true,
      ...changed[id],
    };
  });
}

test('a server that keeps the whole promise has the cells that are right', () => {
  expect(cellsOf('declared', exchanges())).toEqual(keepsAll);
});

test('every word of a column can be seen, and each by what the column is shown by', () => {
  const none: HeaderList = [];
  const any: HeaderList = [['Access-Control-Allow-Origin', '*']];
  const varies = (value: string) => ({ headers: [['Vary', value] as const] });
  const seen = new Map<string, Set<string>>();
  const see = (
    changed: Parameters<typeof exchanges>[0],
    intent: 'declared' | 'defaults' = 'declared',
  ): void => {
    for (const [id, word] of Object.entries(cellsOf(intent, exchanges(changed)))) {
      const words = seen.get(id) ?? new Set<string>();
      if (word !== null) seen.set(id, words.add(word));
    }
  };
  see({});
  see(Object.fromEntries(asked.map((id) => [id, { headers: any }])), 'defaults');
  see(
    Object.fromEntries(
      asked.map((id) => [id, { status: 403, headers: none, isCarriedOut: id === 'get-trusted' }]),
    ),
  );
  see({
    'get-second': { headers: none },
    'get-bare': { headers: [['Access-Control-Allow-Origin', trusted]] },
  });
  see({ 'get-bare': { headers: none }, 'vary-trusted': varies('Origin') });
  see({
    'get-bare': { headers: none },
    'get-stranger': { headers: none },
    'vary-trusted': { headers: none },
  });
  see({ 'get-trusted': { headers: none }, 'vary-trusted': varies('accept-language') });
  const [methodName, headersName] = ['Access-Control-Request-Method', 'Access-Control-Request-Headers'];
  for (const value of [
    `Origin, ${methodName}, ${headersName}`,
    `Origin, ${headersName}`,
    `Origin, ${methodName}`,
    headersName,
  ]) {
    see({ 'preflight-trusted': varies(value) });
  }
  see({ 'preflight-trusted': { headers: [['Access-Control-Max-Age', '5']] } });
  see({
    'preflight-method': {
      headers: [
        ['Access-Control-Allow-Origin', trusted],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Methods', 'PATCH'],
      ],
    },
    'preflight-header': {
      headers: [
        ['Access-Control-Allow-Origin', trusted],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-other'],
      ],
    },
  });
  const sorted = (words: Iterable<string>): string[] => [...words].toSorted();
  expect(Object.fromEntries(columnIds.map((id) => [id, sorted(seen.get(id) ?? [])]))).toEqual(
    Object.fromEntries(columnIds.map((id) => [id, sorted(Object.keys(columns[id].values))])),
  );
});

test('what was not asked has no word', () => {
  for (const id of columnIds) {
    const [main] = shownBy[id];
    expect(
      cellsOf(
        'declared',
        exchanges().filter((one) => one.id !== main),
      )[id],
    ).toBe(null);
  }
});

test('by default a page asks without credentials, so that "*" is read', () => {
  const open = Object.fromEntries(
    asked.map((id) => [
      id,
      {
        headers: [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Methods', '*'],
          ['Access-Control-Allow-Headers', 'authorization, content-type, x-other'],
          ...(id === 'vary-trusted' ? [['Vary', 'Accept-Language'] as const] : []),
        ] as const,
      },
    ]),
  );
  expect(cellsOf('defaults', exchanges(open))).toEqual(opensAll);
  expect(cellsOf('declared', exchanges(open)).trusted).toBe('none');
});

test('lines have one order, and so has a list that is a set, whatever table a library keeps them in', () => {
  const lines: HeaderList = [
    ['Allow', 'HEAD, PUT, GET'],
    ['access-control-allow-methods', 'PUT,GET,DELETE'],
    ['Access-Control-Allow-Headers', '*'],
    ['Vary', 'Origin, Accept'],
    ['Vary', 'Cookie'],
  ];
  expect(inOneOrder(lines)).toEqual([
    ['Access-Control-Allow-Headers', '*'],
    ['access-control-allow-methods', 'DELETE,GET,PUT'],
    ['Allow', 'GET, HEAD, PUT'],
    ['Vary', 'Origin, Accept'],
    ['Vary', 'Cookie'],
  ]);
});
