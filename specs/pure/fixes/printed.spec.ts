import { expect, test } from '@playwright/test';
import { collect } from '../../../reports/collect/collect.ts';
import { loadFixes } from '../../../servers/fix-runner/load.ts';
import { fillFix, stacks } from '../../../src/fix/fix.ts';
import { loadPrintableFixes } from '../../../src/fix/library.ts';
import type { HeaderList, Report, Verdict } from '../../../src/model.ts';
import type { PlannedFix } from '../../../src/plan/report-contract.ts';
import { planOf } from '../reports/sample-report.ts';
import { sampleId, sampleVerdict, type Sample } from '../reports/sample-verdict.ts';
import { values } from './sample.ts';

const library = await loadPrintableFixes();
const fixes = await loadFixes();

const { backend: _backend, port: _port, ...promised } = values;
const promise: PlannedFix = { stack: null, values: promised };

const closed = (route: string): Sample => ({
  route,
  check: 'readable',
  origin: 'https://app.example.com',
  originRole: 'trusted',
  method: 'GET',
  credentialsMode: 'include',
  diagnosis: 'origin-missing',
});

const unchecked = (route: string): Sample => ({
  route,
  check: 'unreadable',
  origin: 'https://untrusted.test',
  originRole: 'untrusted',
  method: 'GET',
  credentialsMode: 'include',
  diagnosis: 'websocket-origin-unchecked',
});

interface TestRoute {
  readonly samples: readonly Sample[];
  readonly fix: PlannedFix | null;
  readonly headers?: HeaderList;
}

/** Returns the fixes of a report of these routes, whose answers have these headers. */
function fixesOf(routes: readonly TestRoute[]): Report['fixes'] {
  const tests = routes.map(({ samples, fix, headers = [] }, index) => {
    const paths = [...new Set(samples.map(({ route }) => route))];
    const plan = planOf(
      samples,
      paths.map((path) => ({ path, methods: ['GET'] })),
      index * 10,
    );
    const verdicts = samples.map((sample) => answeredWith(headers, sampleVerdict(sample)));
    const attachment = JSON.stringify({ verdicts });
    return {
      title: 'route',
      plan: JSON.stringify({ ...plan, fix }),
      attempts: [{ attachments: [attachment], problem: null }],
    };
  });
  return collect(tests, '0.1.0', library).fixes;
}

const answeredWith = (headers: HeaderList, verdict: Verdict): Verdict => ({
  ...verdict,
  exchanges: verdict.exchanges.map((exchange) => ({
    ...exchange,
    response: exchange.response === null ? null : { ...exchange.response, headers },
  })),
});

for (const { fix, app, support } of fixes) {
  test(`${fix.id}: what is printed is the file that runs, filled with the policy's values`, () => {
    const sample = fix.role === 'websocket' ? unchecked('/socket') : closed('/items');
    const printed = fixesOf([{ samples: [sample], fix: { ...promise, stack: fix.stack } }])
      .flatMap(({ files }) => files)
      .find(({ variant }) => variant === fix.variant);
    const standIns = { backend: 'http://127.0.0.1:8080', port: 3000 };
    expect(printed?.text).toBe(fillFix(app.get(fix.printed) ?? '', { ...values, ...standIns }));
    expect(printed?.text).not.toContain('{{');
    expect(printed).toMatchObject({ path: fix.printed, language: fix.language, install: fix.install });
    // What it imports of the files that are not printed stands for the user's own.
    const others = [...support.keys(), ...app.keys()].filter((path) => path !== fix.printed);
    const imports = others.flatMap((path) => {
      const stem = path.replace(/^.*\/|\.\w+$/g, '');
      const imported = new RegExp(
        `(?:from|require\\w*) '((?:\\./)?${stem}(?:\\.\\w+)?)'|^from (${stem}) import`,
        'm',
      );
      const [, quoted, python] = imported.exec(printed?.text ?? '') ?? [];
      return quoted ?? python ?? [];
    });
    expect(printed?.notes.filter((note) => note.includes('stands for your own code'))).toEqual(
      imports.map((name) => `${name}, which the file imports, stands for your own code.`),
    );
  });
}

test('the stack of the policy comes before every header, and its preferred fix first', () => {
  const [fix, ...others] = fixesOf([
    {
      samples: [closed('/items')],
      fix: { ...promise, stack: 'express' },
      headers: [['Server', 'nginx/1.22.1']],
    },
  ]);
  expect(others).toEqual([]);
  expect(fix?.stack).toEqual({ id: 'express', name: 'Express', from: 'policy', hint: null });
  const preferred = library.find(
    ({ stack, role, preferred: first }) => stack === 'express' && role === 'api' && first,
  );
  expect(fix?.files[0]?.variant).toBe(preferred?.variant);
  const ofExpress = library.filter(({ stack, role }) => stack === 'express' && role === 'api');
  expect(fix?.files).toHaveLength(ofExpress.length);
});

test('without one it is guessed from the headers of the answers, and said to be a guess', () => {
  const [fix] = fixesOf([
    { samples: [closed('/items')], fix: promise, headers: [['Server', 'nginx/1.22.1']] },
  ]);
  expect(fix?.stack).toEqual({ id: 'nginx', name: 'nginx', from: 'guess', hint: 'Server: nginx/1.22.1' });
});

test('a front end framework is no guess of what answers for the API', () => {
  const headers: HeaderList = [['X-Powered-By', 'Next.js']];
  expect(fixesOf([{ samples: [closed('/items')], fix: promise, headers }]).map(({ stack }) => stack)).toEqual(
    [null],
  );
});

test('without any hint there is one file for every stack that answers for an API', () => {
  const [report] = fixesOf([{ samples: [closed('/items')], fix: promise }]);
  const expected = fixes
    .filter(({ fix }) => fix.role === 'api' && fix.preferred)
    .map(({ fix }) => `${stacks[fix.stack].name}, ${fix.variant}`);
  expect(report?.files.map(({ stack, variant }) => `${stack}, ${variant}`)).toEqual(expected);
  expect(expected).toContain('Express, the cors package');
});

test('what lets strangers open a WebSocket has a file of its own, of every stack where that of the policy has none', () => {
  const routes = (stack: PlannedFix['stack']): TestRoute[] => [
    { samples: [closed('/items')], fix: { ...promise, stack } },
    {
      samples: [unchecked('/socket')],
      fix: { stack, values: { ...promised, methods: ['GET'], requestHeaders: [] } },
    },
  ];
  const printed = (reported: readonly TestRoute[]): unknown =>
    fixesOf(reported)
      .filter(({ routes }) => routes.includes('/socket'))
      .map(({ stack, notes, files }) => ({
        stack: stack?.name ?? null,
        notes,
        files: files.map(({ stack: name, variant }) => `${name}, ${variant}`),
      }));
  expect(printed(routes('express'))).toEqual([
    { stack: 'Express', notes: undefined, files: ['Express, WebSockets by ws'] },
  ]);
  const all = ['Express, WebSockets by ws', 'Go net/http, gorilla/websocket', 'Socket.IO, allowRequest'];
  expect(printed(routes('php'))).toEqual([{ stack: null, notes: undefined, files: all }]);
  expect(printed(routes(null))).toEqual([{ stack: null, notes: undefined, files: all }]);
  const refused: Sample = {
    ...closed('/socket'),
    check: 'readable',
    diagnosis: 'websocket-handshake-refused',
  };
  expect(printed([{ samples: [refused], fix: { ...promise, stack: 'go' } }])).toEqual([
    { stack: 'Go net/http', notes: undefined, files: ['Go net/http, gorilla/websocket'] },
  ]);
});

const php = (values: Partial<PlannedFix['values']>): PlannedFix => ({
  stack: 'php',
  values: { ...promised, ...values },
});
const open = (route: string): Sample => {
  const { diagnosis: _diagnosis, ...conforming } = closed(route);
  return conforming;
};

test('a file lists the samples of a pattern, and says what compares all that it covers', () => {
  const pattern = {
    pattern: 'https://*.example.com',
    expression: String.raw`^https://[a-z0-9_-]+\.example\.com$`,
  };
  const [a, b] = fixesOf([
    { samples: [closed('/a')], fix: php({ patterns: [pattern] }) },
    { samples: [closed('/b')], fix: php({}) },
  ]);
  const note = String.raw`It lists no more than the samples of the pattern https://*.example.com, and refuses the other origins that this covers: where the software takes a regular expression for an origin, add this one, whole and with both of its ends: ^https://[a-z0-9_-]+\.example\.com$`;
  const others = (path: string): string =>
    `It is not for ${path}, which other pages may read: apply it to the paths of its own routes alone.`;
  expect([a?.notes, b?.notes]).toEqual([[note, others('/b')], [others('/a')]]);
  // It neither widens nor leaves out what is listed.
  expect(a?.files).toEqual(b?.files);
});

test('a stack has one file, which says what all routes promise, also those that are in order', () => {
  const [a, b, c] = [
    php({ methods: ['GET', 'PUT'], requestHeaders: ['content-type'], maxAgeSeconds: 600 }),
    php({ methods: ['GET', 'DELETE'], requestHeaders: [], maxAgeSeconds: 60, credentials: false }),
    php({ methods: ['GET', 'PUT'], requestHeaders: ['x-a'], exposedHeaders: [], maxAgeSeconds: null }),
  ];
  const [fix, ...others] = fixesOf([
    { samples: [closed('/a')], fix: a },
    { samples: [open('/b')], fix: b },
    { samples: [closed('/c')], fix: c },
  ]);
  expect(others).toEqual([]);
  expect(fix).toEqual({
    id: 'fix-1',
    stack: { id: 'php', name: 'PHP', from: 'policy', hint: null },
    routes: ['/a', '/c'],
    verdicts: [closed('/a'), closed('/c')].map((sample) => sampleId(sample)),
    notes: [
      'It lists what all routes that trust the same pages declare together, which is more than /a, /b and /c declare alone: to grant no more than is declared, give such a path a copy with its own lists.',
      'The routes declare different times for the CORS-preflight cache (600 s, 60 s): it has the shortest.',
    ],
    files: fixesOf([
      {
        samples: [closed('/a')],
        fix: php({
          methods: ['GET', 'PUT', 'DELETE'],
          requestHeaders: ['content-type', 'x-a'],
          maxAgeSeconds: 60,
        }),
      },
    ])[0]?.files,
    problems: [],
  });
});

test('routes that the same pages may read, in whatever order, promise the same of max age: nothing', () => {
  const origins = promised.origins.toReversed();
  const [fix, ...others] = fixesOf([
    { samples: [closed('/a')], fix: php({ maxAgeSeconds: null }) },
    { samples: [closed('/b')], fix: php({ maxAgeSeconds: null, origins }) },
  ]);
  expect(others).toEqual([]);
  expect(fix?.notes).toBe(undefined);
  expect(fix?.files.flatMap(({ text }) => text.match(/max.?age/gi) ?? [])).toEqual([]);
});

test('routes that other pages may read have a file of their own, as a common one would open them', () => {
  const other = 'https://other.example.com';
  const report = fixesOf([
    { samples: [closed('/a')], fix: php({}) },
    { samples: [closed('/b')], fix: php({ origins: [other] }) },
    { samples: [open('/public')], fix: null },
  ]);
  expect(
    report.map(({ routes, notes, files }) => ({
      routes,
      notes,
      holds: [...promised.origins, other].filter((origin) =>
        files.some(({ text }) => text.includes(`'${origin}'`)),
      ),
    })),
  ).toEqual([
    {
      routes: ['/a'],
      notes: [
        'It is not for /b, which other pages may read: apply it to the paths of its own routes alone.',
        'It is not for /public, which every page may read: leave that out of it.',
      ],
      holds: promised.origins,
    },
    {
      routes: ['/b'],
      notes: [
        'It is not for /a, which other pages may read: apply it to the paths of its own routes alone.',
        'It is not for /public, which every page may read: leave that out of it.',
      ],
      holds: [other],
    },
  ]);
});

test('nothing is printed for what conforms, for a public route, and for a redirect', () => {
  const conforming: Sample = {
    route: '/items',
    check: 'readable',
    origin: 'https://app.example.com',
    originRole: 'trusted',
    method: 'GET',
    credentialsMode: 'include',
  };
  expect(
    fixesOf([
      { samples: [conforming], fix: promise },
      { samples: [closed('/public')], fix: null },
      {
        samples: [{ ...closed('/moved'), check: 'redirect-free', diagnosis: 'resource-redirect' }],
        fix: promise,
      },
    ]),
  ).toEqual([]);
});

test('a value that a language cannot hold is said in place of a file', () => {
  const odd = { ...promise, values: { ...promised, requestHeaders: ['x-$a'] } };
  const [fix] = fixesOf([{ samples: [closed('/items')], fix: { ...odd, stack: 'nginx' } }]);
  expect(fix?.files).toEqual([]);
  expect(fix?.problems).toEqual(
    library
      .filter(({ stack }) => stack === 'nginx')
      .sort((a, b) => Number(b.preferred) - Number(a.preferred))
      .map(
        ({ variant }) =>
          `No file for nginx, ${variant}: requestHeaders holds "x-$a", and there is no way to write "$" here.`,
      ),
  );
});

test('what the policy does not say is a stand-in, and a note says so', () => {
  const [fix] = fixesOf([{ samples: [closed('/items')], fix: { ...promise, stack: 'nginx' } }]);
  expect(fix?.files[0]?.notes.slice(-2)).toEqual([
    'Put the address of the API itself in place of http://127.0.0.1:8080.',
    'Put the port that it listens on in place of 3000.',
  ]);
});
