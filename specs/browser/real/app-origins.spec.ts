import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { findingsOf } from '../../../reports/read/findings.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { Verdict } from '../../../src/model.ts';
import { judgeServer } from '../../support/judge-server.ts';
import { standardEngine } from '../../support/standard-page.ts';

const app = 'capacitor://localhost';
const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

interface Judged {
  readonly verdicts: readonly Verdict[];
  /** The methods that reached the server, with the origins that they came from. */
  readonly reached: ReadonlySet<string>;
}

async function judged(
  trustedOrigins: readonly string[],
  isLetIn: (origin: string) => boolean,
  route: { readonly send?: boolean } = {},
): Promise<Judged> {
  const reached = new Set<string>();
  const verdicts = await judgeServer(
    standardEngine.harness,
    standardEngine,
    {
      trustedOrigins,
      routes: [
        {
          path: '/',
          methods: ['GET', 'PUT'],
          requestHeaders: ['x-request-id'],
          credentials: 'include',
          ...route,
        },
      ],
      unknownPath: false,
    },
    ({ method, headers }, response) => {
      const { origin } = headers;
      reached.add(`${method} ${origin}`);
      response.setHeader('Vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
      if (origin !== undefined && isLetIn(origin)) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        if (method === 'OPTIONS') {
          response.setHeader('Access-Control-Allow-Methods', 'PUT');
          response.setHeader('Access-Control-Allow-Headers', 'x-request-id');
        }
      }
      response.statusCode = method === 'OPTIONS' ? 204 : 200;
      response.end();
    },
  );
  return { verdicts, reached };
}

const findingsIn = ({ verdicts }: Judged): string[] =>
  findingsOf({ verdicts, fixes: [], accepted: [], levels: [] }).violations.map(
    ({ severity, name, example, verdicts: own }) =>
      [severity, name, example.origin, new Set(own.map(({ origin }) => origin)).size].join(' '),
  );

const rows: readonly (readonly [
  title: string,
  trusted: readonly string[],
  isLetIn: (origin: string) => boolean,
  findings: readonly string[],
])[] = [
  ['an app, as declared', [app], (origin) => origin === app, []],
  ['an extension, as declared', [extension], (origin) => origin === extension, []],
  [
    'an app and its site on loopback, as declared',
    [app, 'https://localhost'],
    (origin) => [app, 'https://localhost'].includes(origin),
    [],
  ],
  [
    'an app is refused',
    [app],
    () => false,
    [`high origin-missing ${app} 1`, `high preflight-origin-missing ${app} 1`],
  ],
  [
    'any extension',
    [extension],
    (origin) => origin.startsWith('chrome-extension://'),
    ['critical origin-prefix-trusted chrome-extension://bcdeffhijklmnoppbcdeffhijklmnopp 2'],
  ],
  [
    'the id of an extension under any scheme',
    [extension],
    (origin) => origin.endsWith('://abcdefghijklmnopabcdefghijklmnop'),
    ['critical origin-suffix-trusted moz-extension://abcdefghijklmnopabcdefghijklmnop 2'],
  ],
  [
    'an app, and localhost as a site',
    [app],
    (origin) => origin.endsWith('://localhost'),
    [
      'critical origin-suffix-trusted ionic://localhost 1',
      'medium loopback-origin-trusted https://localhost 2',
    ],
  ],
];

for (const [title, trusted, isLetIn, findings] of rows) {
  test(`of apps and extensions, what is let in is ${title}`, async () => {
    const run = await judged(trusted, isLetIn);
    expect(findingsIn(run)).toEqual(findings);
    expect(run.verdicts.filter(({ status }) => status === 'inconclusive')).toEqual([]);
  });
}

test('of an app’s origin each verdict says that no browser was there, and of others none does', async () => {
  const { verdicts } = await judged([app, 'https://app.example.com'], (origin) => origin === app);
  const isApp = ({ origin }: Verdict): boolean => !/^(?:https?:|null$)/.test(origin);
  expect(verdicts.filter(isApp).length).toBeGreaterThan(0);
  expect(verdicts.filter((verdict) => isApp(verdict) !== (verdict.withoutBrowser === true))).toEqual([]);
});

test('of an app’s origin an unsafe method is never sent, even where the policy sends it', async () => {
  const { reached, verdicts } = await judged([app, 'https://app.example.com'], () => true, { send: true });
  expect([...reached].filter((line) => line.startsWith('PUT'))).toEqual(['PUT https://app.example.com']);
  expect(
    verdicts
      .filter(({ check, method, origin }) => check === 'readable' && method === 'PUT' && origin === app)
      .map(({ held, status }) => [held, status]),
  ).toEqual([[true, 'conforms']]);
});

test('of an app’s origin, too, nobody is asked but the target: a redirect that leaves it is not followed', async () => {
  const origins = new Set<string | undefined>();
  const other = createServer(({ headers: { origin } }, response) => {
    origins.add(origin);
    response.end();
  });
  const elsewhere = `http://127.0.0.1:${await listenOnLoopback(other)}/`;
  try {
    const verdicts = await judgeServer(
      standardEngine.harness,
      standardEngine,
      { trustedOrigins: [app], unknownPath: false, routes: [{ path: '/', methods: ['GET'] }] },
      ({ headers: { origin } }, response) => {
        if (origin === app) response.setHeader('Access-Control-Allow-Origin', app);
        response.writeHead(302, { Vary: 'Origin', Location: elsewhere }).end();
      },
    );
    const own = verdicts.filter(({ origin, check }) => origin === app && check === 'readable');
    expect(own.map(({ status, seen }) => [status, seen.includes(elsewhere)])).toEqual([
      ['inconclusive', true],
    ]);
    expect(origins.has(app) || origins.has('null')).toBe(false);
  } finally {
    await closeServer(other);
  }
});
