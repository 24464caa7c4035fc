import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { RouteInput } from '../../../src/policy/types.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

const trusted = 'https://app.example.com';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Routes whose answers are wrong for a trusted page, each in a way that a curl line may miss. */
const answers = {
  // A tunnel that shows browsers a page of its own, as ngrok does.
  '/by-user-agent': ({ headers }, response) => {
    if (!/Mozilla/.test(headers['user-agent'] ?? ''))
      response.setHeader('Access-Control-Allow-Origin', trusted);
    response.end();
  },
  '/by-fetch-metadata': ({ headers }, response) => {
    response.writeHead(headers['sec-fetch-site'] === undefined ? 200 : 403).end();
  },
  // A proxy that compresses, and loses what is behind it, as Traefik did.
  '/compressed': ({ headers }, response) => {
    if (/gzip/.test(headers['accept-encoding'] ?? '')) {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('{}'));
    } else response.setHeader('Access-Control-Allow-Origin', trusted).end('{}');
  },
  '/varied': (_request, response) => {
    response.setHeader('Vary', 'Accept-Language, Origin').end();
  },
  '/always': (_request, response) => {
    response.end();
  },
  // What no header line that is printed decides.
  '/by-connection': ({ headers }, response) => {
    if (headers.connection === 'close') response.setHeader('Access-Control-Allow-Origin', trusted);
    response.end();
  },
  '/with-token': ({ headers }, response) => {
    // What echoes a secret, to curl alone.
    if (/^curl/.test(headers['user-agent'] ?? '')) {
      response.setHeader('Access-Control-Expose-Headers', headers.authorization ?? 'none');
    }
    response.end();
  },
  '/put': (_request, response) => {
    response.end();
  },
  '/elsewhere': (_request, response) => {
    response.end();
  },
} as const satisfies Readonly<Record<string, Answer>>;

type Path = keyof typeof answers;
const isPath = (path: string): path is Path => Object.hasOwn(answers, path);

const grants = (path: string): boolean => path === '/with-token' || path === '/put';

test('each printed curl line shows what the browser saw, or the report says why it does not', async ({
  cors,
  corsHarness,
}) => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(`elsewhere ${request.headers['user-agent']?.replace(/\/.*/, '') ?? ''}`);
    response.end();
  });
  const other = `http://localhost:${await listenOnLoopback(elsewhere)}`;
  try {
    const route = (path: Path, more: Partial<RouteInput> = {}): RouteInput => ({
      path,
      methods: ['GET'],
      ...more,
    });
    const verdicts = await judgeServer(
      cors,
      corsHarness,
      {
        trustedOrigins: [trusted],
        alsoContact: [other.slice('http://'.length)],
        unknownPath: false,
        routes: Object.keys(answers)
          .filter(isPath)
          .map((path) =>
            route(path, {
              ...(path === '/with-token'
                ? { requestHeaders: ['authorization'], headers: { authorization: 'Bearer s3cret' } }
                : {}),
              ...(path === '/put' ? { methods: ['PUT'], send: true } : {}),
            }),
          ),
      },
      (request, response) => {
        const path = request.url ?? '';
        const agent = request.headers['user-agent'] ?? '';
        if (agent.startsWith('curl')) asked.push(`${request.method ?? ''} ${path}`);
        if (request.method === 'OPTIONS' && grants(path)) {
          response.setHeader('Access-Control-Allow-Origin', trusted);
          response.setHeader('Access-Control-Allow-Methods', 'PUT');
          response.setHeader('Access-Control-Allow-Headers', 'authorization');
          response.writeHead(204).end();
        } else if (path === '/elsewhere') {
          response.writeHead(302, { Location: `${other}/`, 'Access-Control-Allow-Origin': '*' }).end();
        } else if (isPath(path)) answers[path](request, response);
        else response.writeHead(404).end();
      },
      { lookalikes: noLookalikes },
    );
    const lines = verdicts
      .filter(
        ({ check, status, originRole }) =>
          check === 'readable' && status === 'violates' && originRole === 'trusted',
      )
      .map(({ route: path, reproduce: { curl, curlShows, notes = [] } }) => ({
        path,
        curl: curl
          .replaceAll(/127\.0\.0\.1:\d+/g, 'api')
          .replaceAll(/localhost:\d+/g, 'other')
          .replace(/'User-Agent: .*?'/, "'User-Agent: …'"),
        curlShows,
        notes,
      }));
    const origin = "--header 'Origin: https://app.example.com'";
    const allowed = 'Access-Control-Allow-Origin';
    const other200 = `curl shows another answer (for ${trusted}): ${allowed}: ${trusted}, where the browser saw no ${allowed}`;
    expect(lines).toEqual([
      {
        path: '/by-user-agent',
        curl: `curl --include ${origin} --header 'User-Agent: …' 'http://api/by-user-agent'`,
        curlShows: 'same',
        notes: [
          `The answer depends on User-Agent, and the curl line sends what the browser sent. By itself, ${other200}.`,
        ],
      },
      {
        path: '/by-fetch-metadata',
        curl: `curl --include ${origin} --header 'Sec-Fetch-Dest: empty' --header 'Sec-Fetch-Mode: cors' --header 'Sec-Fetch-Site: cross-site' 'http://api/by-fetch-metadata'`,
        curlShows: 'same',
        notes: [
          `The answer depends on Sec-Fetch-Dest, Sec-Fetch-Mode and Sec-Fetch-Site, and the curl line sends what the browser sent. By itself, curl shows another answer (for ${trusted}): status 200, where the browser saw status 403.`,
        ],
      },
      {
        path: '/compressed',
        curl: `curl --include --compressed ${origin} 'http://api/compressed'`,
        curlShows: 'same',
        notes: [],
      },
      {
        path: '/varied',
        curl: `curl --include ${origin} --header 'Accept-Language: en-US' 'http://api/varied'`,
        curlShows: 'same',
        notes: [],
      },
      { path: '/always', curl: `curl --include ${origin} 'http://api/always'`, curlShows: 'same', notes: [] },
      {
        path: '/by-connection',
        curl: `curl --include ${origin} 'http://api/by-connection'`,
        curlShows: 'another',
        notes: [
          `${other200}, as it depends on more than the header lines of the request (the connection, or the time).`,
        ],
      },
      {
        path: '/with-token',
        curl: `curl --include ${origin} --header "authorization: $TOKEN" --header 'User-Agent: …' 'http://api/with-token'`,
        curlShows: 'same',
        notes: [
          'Put the value of authorization in place of $TOKEN: no report shows it.',
          `The answer depends on User-Agent, and the curl line sends what the browser sent. By itself, curl shows another answer (for ${trusted}): Access-Control-Expose-Headers: [redacted], where the browser saw no Access-Control-Expose-Headers.`,
        ],
      },
      {
        path: '/put',
        curl: `curl --include --request PUT ${origin} 'http://api/put'`,
        curlShows: 'not-run',
        notes: ['The curl line was not run: PUT may change something.'],
      },
      {
        path: '/elsewhere',
        curl: `curl --include ${origin} 'http://other/'`,
        curlShows: 'not-run',
        notes: ['The curl line was not run: it asks another host than that of the API.'],
      },
    ]);
    // One request for a line, and no more but where the answer differs.
    expect(asked.filter((line) => line.startsWith('GET') || line.startsWith('PUT')).sort()).toEqual([
      'GET /always',
      'GET /by-connection',
      'GET /by-connection',
      'GET /by-connection',
      'GET /by-connection',
      'GET /by-fetch-metadata',
      'GET /by-fetch-metadata',
      'GET /by-fetch-metadata',
      'GET /by-user-agent',
      'GET /compressed',
      'GET /varied',
      'GET /with-token',
    ]);
    expect(asked.filter((line) => line.startsWith('elsewhere curl'))).toEqual([]);
  } finally {
    await closeServer(elsewhere);
  }
});
