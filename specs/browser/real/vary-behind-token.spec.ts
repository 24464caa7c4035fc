import type { RequestListener } from 'node:http';
import { expect, test } from '../../support/judging.ts';
import { judgeServer } from '../../support/judge-server.ts';

const app = 'https://app.example.com';
const admin = 'https://admin.example.org';

interface Server {
  readonly title: string;
  readonly trusted: readonly string[];
  /** The origin that an answer allows; `null` for none. */
  readonly allowed: (origin: string | undefined) => string | null;
  /** Whether a request without the token gets CORS headers too. */
  readonly isCorsFirst: boolean;
  readonly vary: boolean;
  /** The status of the check, and what it says or is missing from. */
  readonly expected: readonly [status: string, diagnosis: string | null, seen: string];
}

const echo =
  (...list: readonly string[]) =>
  (origin: string | undefined): string | null =>
    origin !== undefined && list.includes(origin) ? origin : null;

const servers: readonly Server[] = [
  {
    title:
      'one origin for everybody, and none where the token is missing, does not depend on the origin for that',
    trusted: [app],
    allowed: () => app,
    isCorsFirst: false,
    vary: false,
    expected: [
      'inapplicable',
      null,
      'Whether the answer to a trusted origin with the declared request headers depends on the origin was not seen: no other page may send these headers, and without them every origin gets an answer with other CORS headers than that.',
    ],
  },
  {
    title: 'a list is seen by the answers without the token, where these have CORS headers',
    trusted: [app],
    allowed: echo(app),
    isCorsFirst: true,
    vary: false,
    expected: [
      'violates',
      'vary-origin-missing',
      'The answer to GET {url} depends on the Origin header, but Vary: Origin is missing from the answer to a trusted origin with the declared request headers.',
    ],
  },
  {
    title: 'a list is seen by the answers to two trusted origins, where others have no CORS headers',
    trusted: [app, admin],
    allowed: echo(app, admin),
    isCorsFirst: false,
    vary: false,
    expected: [
      'violates',
      'vary-origin-missing',
      'The answer to GET {url} depends on the Origin header, but Vary: Origin is missing from the answer to a trusted origin with the declared request headers.',
    ],
  },
  {
    title: 'an answer that says that it varies needs no comparing',
    trusted: [app],
    allowed: echo(app),
    isCorsFirst: false,
    vary: true,
    expected: [
      'conforms',
      null,
      'Each answer that may depend on the origin carries Vary: Origin, or no cache may store it.',
    ],
  },
];

for (const { title, trusted, allowed, isCorsFirst, vary, expected } of servers) {
  test(`Vary behind a token: ${title}`, async ({ cors, corsHarness }) => {
    const answer: RequestListener = (request, response) => {
      const { method, headers } = request;
      const isPreflight = method === 'OPTIONS';
      const isSignedIn = headers.authorization === 'Bearer right';
      const origin = allowed(headers.origin);
      if (isPreflight || isSignedIn || isCorsFirst) {
        if (origin !== null) response.setHeader('Access-Control-Allow-Origin', origin);
        if (vary || isPreflight) response.setHeader('Vary', 'Origin');
      }
      if (isPreflight && origin === headers.origin) {
        response.setHeader('Access-Control-Allow-Headers', 'authorization');
      }
      response.writeHead(isPreflight ? 204 : isSignedIn ? 200 : 401).end();
    };
    const verdicts = await judgeServer(
      cors,
      corsHarness,
      {
        trustedOrigins: [...trusted],
        routes: [
          {
            path: '/users',
            methods: ['GET'],
            requestHeaders: ['authorization'],
            headers: { authorization: 'Bearer right' },
          },
        ],
        unknownPath: false,
      },
      answer,
    );
    const own = verdicts.filter(({ check, detail }) => check === 'vary' && detail === '');
    expect(
      own.map(({ status, diagnosis, seen, url }) => [status, diagnosis, seen.replace(url, '{url}')]),
    ).toEqual([expected]);
    // Nothing else about these servers is wrong.
    const others = verdicts.filter((verdict) => verdict.status !== 'conforms' && !own.includes(verdict));
    expect(others.map(({ check, diagnosis }) => [check, diagnosis])).toEqual([]);
  });
}
