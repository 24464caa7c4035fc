import { expect, test } from '@playwright/test';
import { createProgress } from '../../../reports/terminal/progress.ts';
import { textWidth } from '../../../reports/terminal/layout.ts';
import { plainPaint, wantsColour } from '../../../reports/terminal/paint.ts';
import { testErrorText } from '../../../reports/terminal/test-error.ts';
import { renderSummary } from '../../../reports/terminal/summary.ts';
import { routeReadings } from '../../../reports/read/reading.ts';
import { routeLines } from '../../../reports/terminal/route-lines.ts';
import type { Report } from '../../../src/model.ts';
import { eightFaultsRun, goodRun, oneFaultRun } from '../../support/three-runs.ts';
import { reportOf, sampleReport } from './sample-report.ts';

test('FORCE_COLOR decides, then NO_COLOR, then the terminal and CI', () => {
  const terminal = { isTTY: true };
  const pipe = { isTTY: false };
  expect([
    wantsColour(terminal, {}),
    wantsColour(pipe, {}),
    wantsColour(terminal, { NO_COLOR: '1' }),
    wantsColour(terminal, { NO_COLOR: '' }),
    wantsColour(pipe, { FORCE_COLOR: '1' }),
    wantsColour(pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }),
    wantsColour(terminal, { FORCE_COLOR: '0' }),
    wantsColour(terminal, { CI: 'true' }),
    wantsColour(terminal, { CI: 'false' }),
    wantsColour(terminal, { TERM: 'dumb' }),
  ]).toEqual([true, false, false, true, true, true, false, false, true, false]);
});

test('the summary fills 80 to 120 columns', () => {
  expect([undefined, 40, 80, 100, 300].map(textWidth)).toEqual([100, 80, 80, 100, 120]);
});

test('only what is to be copied is wider than the terminal', () => {
  for (const width of [80, 120]) {
    const closing = { files: [], catalogue: [], otherFailures: [], exitCode: 1 };
    const lines = renderSummary(sampleReport(), { paint: plainPaint, width }, closing).split('\n');
    const wide = lines.filter((line) => line.length > width).map((line) => line.trimStart().split(/ +/)[0]);
    const expected = ['Access', 'Failed', 'console', 'curl', 'fetch'];
    expect(wide.filter((word) => word === undefined || !expected.includes(word))).toEqual([]);
  }
});

test('of many origins that get in the first are named and the others counted', () => {
  const [route] = routeReadings(sampleReport());
  if (route === undefined) throw new Error('The sample has no route.');
  const intruder = (index: number) =>
    ({
      origin: `https://o${index}.example`,
      role: index === 0 ? 'untrusted' : 'prefix',
      methods: route.methods,
      engines: ['firefox'],
      isPartial: index > 6,
    }) as const;
  const linesFor = (count: number) => {
    const intruders = Array.from({ length: count }, (_, index) => intruder(index));
    const lines = routeLines([{ ...route, intruders }], new Map(), { paint: plainPaint, width: 1000 });
    return lines.filter((line) => line.includes('too open'));
  };
  const first =
    'https://o0.example (untrusted), https://o1.example (prefix look-alike), https://o2.example (prefix look-alike), https://o3.example (prefix look-alike), https://o4.example (prefix look-alike)';
  expect(linesFor(6)).toEqual([`    too open for    ${first}, https://o5.example (prefix look-alike)`]);
  expect(linesFor(7)).toEqual([`    too open for    ${first}, and 2 more: 2 prefix look-alike`]);
  expect(linesFor(8)).toEqual([
    `    too open for    ${first}, and 3 more: 2 prefix look-alike, 1 prefix look-alike in Firefox only`,
  ]);
});

test('what is the same on all routes is said once', () => {
  const [route] = routeReadings(sampleReport());
  if (route === undefined) throw new Error('The sample has no route.');
  const stranger = (index: number) =>
    ({
      origin: `https://o${index}.example`,
      role: index === 0 ? 'untrusted' : 'prefix',
      methods: route.methods,
      engines: ['chromium'],
      isPartial: false,
    }) as const;
  const strangers = Array.from({ length: 8 }, (_, index) => stranger(index));
  const none = { ...route, readers: [], granted: [], intruders: [], excluded: [], refused: [], unclear: [] };
  const routes = [
    { ...none, path: '/a', refused: strangers },
    { ...none, path: '/b', intruders: strangers },
    { ...none, path: '/c', refused: strangers },
    { ...none, path: '/d', refused: strangers.slice(1) },
  ];
  const lines = routeLines(routes, new Map(), { paint: plainPaint, width: 100 });
  expect(lines.map((line) => line.replace(/ {2}GET.*/, ''))).toEqual([
    '  Everybody else: 8 origins, 1 untrusted, 7 prefix look-alike',
    '',
    '  /a',
    '  /c',
    '    readable by     nobody',
    '    refused for     everybody else, as declared',
    '  /b',
    '    readable by     nobody that the policy trusts',
    '    too open for    everybody else, such as https://o0.example (untrusted), https://o1.example',
    '                    (prefix look-alike)',
    '  /d',
    '    readable by     nobody',
    '    refused for     7 origins as declared: 7 prefix look-alike',
  ]);
});

test('of two routes at one path each row has its own methods', () => {
  const route = '/items';
  const get = { check: 'readable', route, method: 'GET', credentialsMode: 'omit' } as const;
  const strangers = { check: 'unreadable', route, credentialsMode: 'omit' } as const;
  const everybody = { origin: 'https://evil.example', originRole: 'untrusted' } as const;
  const report = reportOf(
    [
      { ...get, origin: 'https://app.example.com', originRole: 'trusted' },
      { ...get, ...everybody },
      { ...strangers, ...everybody, method: 'PUT' },
      { ...strangers, ...everybody, method: 'PATCH', detail: 'undeclared' },
    ],
    [
      { path: route, methods: ['GET'] },
      { path: route, methods: ['PUT'] },
    ],
  );
  const rows = routeReadings(report).map(({ verdicts, readers, refused }) => ({
    verdicts: verdicts.map(({ method, check }) => `${method} ${check}`),
    readers: readers.map(({ origin }) => origin),
    refused: refused.map(({ origin }) => origin),
  }));
  expect(rows).toEqual([
    {
      verdicts: ['GET readable', 'GET readable', 'PATCH unreadable'],
      readers: ['https://app.example.com', 'https://evil.example'],
      refused: [],
    },
    {
      verdicts: ['PUT unreadable', 'PATCH unreadable'],
      readers: [],
      refused: ['https://evil.example'],
    },
  ]);
});

test('a route of which nothing could be judged is not said to be read by nobody', () => {
  const [route] = routeReadings(sampleReport());
  const verdict = route?.verdicts.find(({ check }) => check === 'readable');
  if (route === undefined || verdict === undefined) throw new Error('The sample has no route.');
  const unread = { ...route, readers: [], intruders: [], excluded: [], refused: [] };
  const readers = (verdicts: typeof route.verdicts): string | undefined =>
    routeLines([{ ...unread, verdicts }], new Map(), { paint: plainPaint, width: 100 })[1]?.trim();
  expect([
    readers([
      { ...verdict, status: 'inapplicable', diagnosis: null },
      { ...verdict, check: 'unreadable', status: 'conforms' },
    ]),
    readers([{ ...verdict, check: 'unreadable', status: 'conforms', diagnosis: null }]),
  ]).toEqual(['readable by     not judged, see below', 'readable by     nobody']);
});

test('on a terminal, one status line is written over', () => {
  const written: string[] = [];
  let milliseconds = 0;
  const progress = createProgress({
    output: { columns: 83, write: (text) => written.push(text) },
    paint: plainPaint,
    rewrite: true,
    total: 3,
    now: () => milliseconds,
  });
  progress.show('17 requests from a page');
  milliseconds = 1200;
  progress.advance({ verdicts: 0, violations: 0, inconclusive: 0 });
  progress.print(['a failure']);
  milliseconds = 65_000;
  progress.advance({ verdicts: 12, violations: 1, inconclusive: 2 });
  progress.end();
  expect(written).toEqual([
    '  0 of 3 tests, 0 s: 17 requests from a page',
    '\r\u001b[2K',
    '  1 of 3 tests, 1 s: 17 requests from a page',
    '\r\u001b[2K',
    'a failure\n',
    '  1 of 3 tests, 1 s: 17 requests from a page',
    '\r\u001b[2K',
    '  2 of 3 tests, 12 verdicts, 1 violation, 2 inconclusive, 65 s: 17 requests from a',
    '\r\u001b[2K',
  ]);
});

test('a status line is never wider than the terminal', () => {
  const written: string[] = [];
  const output = { columns: 12, write: (text: string) => written.push(text) };
  createProgress({ output, paint: plainPaint, rewrite: true, total: 3, now: () => 0 }).advance({
    verdicts: 0,
    violations: 0,
    inconclusive: 0,
  });
  expect(written).toEqual(['  1 of 3 te']);
});

test('without a terminal, what a test is doing is told after half a minute without a line', () => {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text) };
  let time = 0;
  const progress = createProgress({ output, paint: plainPaint, rewrite: false, total: 2, now: () => time });
  for (const seconds of [1, 29, 30, 59, 61]) {
    time = seconds * 1000;
    progress.show(`${seconds} requests from a page`);
  }
  expect(written).toEqual([
    '  0 of 2 tests, 30 s: 30 requests from a page\n',
    '  0 of 2 tests, 61 s: 61 requests from a page\n',
  ]);
});

test('without a terminal, there is a line for each tenth of many tests, and none for few', () => {
  const linesFor = (total: number): readonly string[] => {
    const written: string[] = [];
    const output = { write: (text: string) => written.push(text) };
    const progress = createProgress({ output, paint: plainPaint, rewrite: false, total, now: () => 0 });
    progress.show('1 request from a page');
    for (let ended = 0; ended < total; ended += 1) {
      progress.advance({ verdicts: ended, violations: 0, inconclusive: 0 });
    }
    progress.end();
    return written;
  };
  expect(linesFor(19)).toEqual([]);
  expect(linesFor(30)).toEqual(
    [3, 6, 9, 12, 15, 18, 21, 24, 27].map(
      (ended) => `  ${ended} of 30 tests, ${ended - 1} verdicts, 0 violations, 0 s\n`,
    ),
  );
});

test("a test's error has a few lines for each cause, and no line for each check", () => {
  const { verdicts } = sampleReport();
  const [open] = verdicts.filter(({ diagnosis }) => diagnosis === 'insecure-origin-trusted');
  const [unclear] = verdicts.filter(({ status }) => status === 'inconclusive');
  if (open === undefined || unclear === undefined) throw new Error('The sample lacks what is wrong.');
  const many = ['a', 'b', 'c', 'd', 'e'].flatMap((name) =>
    (['omit', 'include'] as const).map((credentialsMode) => ({
      ...open,
      id: `${name} ${credentialsMode}`,
      origin: `http://${name}.example.com`,
      credentialsMode,
    })),
  );
  const text = `HIGH  insecure-origin-trusted (too open)  /v1/exports  10 checks
  for       http://a.example.com (plain http), http://b.example.com (plain http),
            http://c.example.com (plain http) and 2 more: GET (omit and include)
  seen      A page at http://app.example.com, over plain http, reads GET
            https://api.example.com/v1/exports.
  do        Compare the whole Origin value, scheme and port included: allow the https origin alone.
  who       The back end has to change.

INCONCLUSIVE  /v1/exports  GET (omit) from https://evil.example and 1 more: Two witnesses differ:
the browser shared the response, but by the standard these exchanges give a network error
(origin-missing).`;
  expect(testErrorText([...many, unclear, { ...unclear, id: 'another' }])).toBe(text);
});

const summaryOf = (report: Report): readonly string[] => {
  const closing = { files: [], catalogue: [], otherFailures: [], exitCode: 0 };
  return renderSummary(report, { paint: plainPaint, width: 100 }, closing).trimEnd().split('\n');
};

test('the summary of a good run fits on one screen', async () => {
  const lines = summaryOf(await goodRun());
  expect(lines[1]?.slice(0, 6)).toBe('PASSED');
  expect(lines.length).toBeLessThan(30);
});

test('the first ten lines of a bad run say what is wrong, where, who has to act, and where to look', async () => {
  expect(summaryOf(await eightFaultsRun()).slice(0, 10)).toEqual([
    'CORS conformance of https://api.example.com  Chromium standard',
    'FAILED  8 violations in 486 checks · 2 hazards in 2 checks · 0 inconclusive · 1948 conform · 11 not',
    'judged · 317 held · 1635 of 2447 checks ran, 812 follow from these',
    '',
    '/users/{id} and /orders are readable by pages that must not read them. See 1 and 3.',
    '/orders, /invoices and 3 more routes are broken for pages that the policy trusts. See 2 and 4 to 7.',
    '/search hides response headers that the policy declares. See 8.',
    '/news works, but breaks behind a cache, for a second origin or in another engine. See 9 and 10.',
    'Who has to act: the back end.',
    '',
  ]);
});

test('who answered is said once where it is the same for all findings', async () => {
  const lines = summaryOf(await eightFaultsRun());
  expect(lines.filter((line) => line.includes('Answered by'))).toEqual([
    '  Answered by Express: X-Powered-By: Express.',
  ]);
});

test('where less is wanted, nothing refers to what is not printed', async () => {
  const closing = { files: [], catalogue: [], otherFailures: [], exitCode: 1, isQuiet: true };
  const text = renderSummary(await oneFaultRun(), { paint: plainPaint, width: 100 }, closing);
  expect(text.split('\n')).toEqual([
    'CORS conformance of https://api.example.com  Chromium standard',
    'FAILED  1 violation in 4 checks · 0 hazards · 0 inconclusive · 924 conform · 3 not judged · 5 held ·',
    '504 of 931 checks ran, 427 follow from these',
    '',
    '/orders is broken for pages that the policy trusts.',
    'Who has to act: the back end.',
    '',
    'Gate failed, exit code 1: 4 checks violate the policy: header-not-allowed.',
    '',
  ]);
});
