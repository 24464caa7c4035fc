import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http';
import { expect, test, type Cors } from '../../support/judging.ts';
import type { Verdict } from '../../../src/model.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import { judgeServer } from '../../support/judge-server.ts';

const app = 'https://app.example.com';
const admin = 'https://admin.example.net';
const trusted = [app, admin];

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
}

type Api = (request: IncomingMessage) => Answer;

/** Makes an API that compares Origin with a list, and says how long its answers may be kept. */
const api =
  ({ vary = true, trusts = trusted, headers = {}, allows }: ApiOptions = {}): Api =>
  ({ method, headers: { origin = '' } }) => ({
    status: method === 'OPTIONS' ? 204 : 200,
    headers: {
      ...headers,
      ...(vary ? { Vary: 'Origin' } : {}),
      ...(trusts === 'all' || trusts.includes(origin) ? { 'Access-Control-Allow-Origin': origin } : {}),
      ...(method === 'OPTIONS' && allows !== undefined ? { 'Access-Control-Allow-Headers': allows } : {}),
    },
  });

interface ApiOptions {
  readonly vary?: boolean;
  readonly trusts?: readonly string[] | 'all';
  readonly headers?: OutgoingHttpHeaders;
  /** A request header. */
  readonly allows?: string;
}

interface CacheOptions {
  /** What its key is made of. */
  readonly key?: (request: IncomingMessage) => string;
  readonly methods?: readonly string[];
  readonly sign?: string;
  /** How many answers a copy is good for. */
  readonly lasts?: number;
}

/** Makes a shared cache in front of `origin`, whose copies know nothing of Vary. */
function cached(
  origin: Api,
  {
    key = ({ url = '' }) => url,
    methods = ['GET', 'HEAD'],
    sign = 'X-Cache',
    lasts = Number.POSITIVE_INFINITY,
  }: CacheOptions = {},
): RequestListener {
  const copies = new Map<string, Answer & { left: number }>();
  return (request, response) => {
    const { method = '' } = request;
    const name = `${method} ${key(request)}`;
    const copy = methods.includes(method) ? copies.get(name) : undefined;
    const { status, headers } = copy ?? origin(request);
    if (copy === undefined) copies.set(name, { status, headers, left: lasts });
    else if (--copy.left === 0) copies.delete(name);
    response.writeHead(status, { ...headers, ...(sign === '' ? {} : { [sign]: copy ? 'HIT' : 'MISS' }) });
    response.end();
  };
}

const judged = (
  cors: Cors,
  engine: RunningEngine,
  answer: RequestListener,
  route: { readonly methods?: readonly string[]; readonly requestHeaders?: readonly string[] } = {},
): Promise<Verdict[]> =>
  judgeServer(
    cors,
    engine,
    {
      trustedOrigins: trusted,
      routes: [{ path: '/items', methods: ['GET'], ...route }],
      unknownPath: false,
    },
    answer,
  );

/** Returns what is wrong, or not known, each once. */
const wrongIn = (verdicts: readonly Verdict[]): string[] => [
  ...new Set(
    verdicts
      .filter(({ status }) => status === 'violates' || status === 'inconclusive')
      .map(({ status, diagnosis }) => `${status} ${diagnosis ?? ''}`.trim()),
  ),
];

const plain = (url: string, text: string): string =>
  text.replaceAll(url, '{url}').replace(/pages of \d+ origins/, 'pages of N origins');

test('a cache that leaves Origin out of its key is named as the cause, with its evidence, and nothing is left open', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, cached(api()));
  expect(wrongIn(verdicts)).toEqual(['violates cache-key-without-origin']);
  const [found] = verdicts.filter(({ status }) => status === 'violates');
  expect(found && [found.origin, found.owner, found.severity, plain(found.url, found.seen)]).toEqual([
    admin,
    'operator',
    'high',
    `A shared cache in front of the API answers GET {url} for a page at ${admin} with the copy that was made for another request: Access-Control-Allow-Origin: ${app}. The API itself says Vary: Origin. Seen: X-Cache: HIT, the same Access-Control-Allow-Origin for pages of N origins and Access-Control-Allow-Origin: ${admin} at an address that no cache knows.`,
  ]);
  expect(found?.headersToSend).toEqual([]);
});

test('a cache whose copies expire while the run goes on leaves nothing open', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, cached(api(), { lasts: 5 }));
  expect(wrongIn(verdicts)).toEqual(['violates cache-key-without-origin']);
});

test('behind such a cache strangers are judged by what the API itself answers them', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, cached(api({ trusts: 'all' })));
  expect(wrongIn(verdicts).toSorted()).toEqual(['violates any-origin', 'violates cache-key-without-origin']);
});

test('where the API does not say Vary: Origin it is the API, and the cache does as it may', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, cached(api({ vary: false })));
  expect(wrongIn(verdicts)).toEqual([
    'violates cached-copy-of-another-origin',
    'violates preflight-vary-origin-missing',
  ]);
  const found = verdicts.filter(({ diagnosis }) => diagnosis === 'cached-copy-of-another-origin');
  expect(found.map(({ check, owner, headersToSend }) => [check, owner, headersToSend])).toEqual([
    ['readable', 'back end', [{ on: 'actual', line: 'Vary: Origin' }]],
    ['vary', 'back end', [{ on: 'actual', line: 'Vary: Origin' }]],
  ]);
});

test('a cache that says nothing of itself is found by the foreign origin alone', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, cached(api(), { sign: '' }));
  expect(wrongIn(verdicts)).toEqual(['violates cache-key-without-origin']);
});

test('a copy that was made for a request without CORS is one', async ({ cors, corsHarness }) => {
  const origin = api({ headers: { 'Cache-Control': 'public, max-age=60' } });
  // As where somebody has asked before the run.
  const first = new Set<string>();
  const verdicts = await judged(
    cors,
    corsHarness,
    cached((request) => {
      const isFirst = request.method === 'GET' && request.url === '/items' && !first.has(request.url);
      first.add(request.url ?? '');
      return origin(isFirst ? Object.assign(request, { headers: {} }) : request);
    }),
  );
  expect(wrongIn(verdicts)).toEqual(['violates cache-key-without-origin']);
});

test('a cache of CORS-preflight responses is one, too', async ({ cors, corsHarness }) => {
  const verdicts = await judged(
    cors,
    corsHarness,
    cached(api({ allows: 'x-key' }), {
      methods: ['OPTIONS'],
      key: ({ url = '', headers }) =>
        [url, headers['access-control-request-method'], headers['access-control-request-headers']].join(' '),
    }),
    { requestHeaders: ['x-key'] },
  );
  expect(wrongIn(verdicts)).toEqual(['violates cache-key-without-origin']);
});

test('a cache that keeps what each origin gets apart is in order', async ({ cors, corsHarness }) => {
  const key = ({ url = '', headers }: IncomingMessage): string => `${url} ${headers.origin ?? ''}`;
  expect(wrongIn(await judged(cors, corsHarness, cached(api(), { key })))).toEqual([]);
});

test('an API that gives everybody one origin is no cache, whatever stands in front of it', async ({
  cors,
  corsHarness,
}) => {
  const fixed: Api = (request) => {
    const { status, headers } = api()(request);
    return { status, headers: { ...headers, 'Access-Control-Allow-Origin': app } };
  };
  expect(wrongIn(await judged(cors, corsHarness, cached(fixed)))).toEqual(['violates origin-mismatch']);
});

test('what is asked to find a cause is asked only where a trusted page may have got a copy', async ({
  cors,
  corsHarness,
}) => {
  const asked: string[] = [];
  const logged =
    (answer: RequestListener): RequestListener =>
    (request, response) => {
      if (request.url?.includes('cors-conformance-uncached') === true) asked.push(request.method ?? '');
      answer(request, response);
    };
  await judged(
    cors,
    corsHarness,
    logged(cached(api(), { key: ({ url, headers }) => `${url} ${headers.origin}` })),
  );
  // No header at all: nothing says that a cache has any part in it.
  await judged(cors, corsHarness, logged(cached(api({ trusts: [], vary: false }), { sign: '' })));
  expect(asked).toEqual([]);
  await judged(cors, corsHarness, logged(cached(api())), { methods: ['GET', 'PUT'] });
  expect([...new Set(asked)]).toEqual(['GET', 'OPTIONS', 'HEAD']);
});
