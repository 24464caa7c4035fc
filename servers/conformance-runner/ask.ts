import { request as httpRequest } from 'node:http';
import { fromRawHeaders } from '../../src/fetch-standard/header-list.ts';
import type { HeaderList } from '../../src/model.ts';
import { inOneOrder } from './one-order.ts';
import { handlersMark, intent } from './intent.ts';
import type { Library, PathId } from './library.ts';
import type { AskedId, RawExchange } from './row.ts';

interface Question {
  readonly id: AskedId;
  readonly method: string;
  readonly path: PathId;
  readonly headers: HeaderList;
  readonly body?: string;
}

const [trusted = '', second = ''] = intent.trustedOrigins;
const from = (origin: string): HeaderList => [['Origin', origin]];
const preflight = (origin: string, method: string, names: string): HeaderList => [
  ['Access-Control-Request-Method', method],
  ...(names === '' ? [] : [['Access-Control-Request-Headers', names] as const]),
  ['Origin', origin],
];
const declared = 'authorization,content-type';

const questions = (method: string): readonly Question[] => [
  { id: 'get-trusted', method: 'GET', path: 'items', headers: from(trusted) },
  { id: 'get-second', method: 'GET', path: 'items', headers: from(second) },
  { id: 'get-stranger', method: 'GET', path: 'items', headers: from(intent.stranger) },
  { id: 'get-null', method: 'GET', path: 'items', headers: from('null') },
  { id: 'get-bare', method: 'GET', path: 'items', headers: [] },
  { id: 'vary-trusted', method: 'GET', path: 'vary', headers: from(trusted) },
  {
    id: 'preflight-trusted',
    method: 'OPTIONS',
    path: 'items',
    headers: preflight(trusted, method, declared),
  },
  {
    id: 'preflight-stranger',
    method: 'OPTIONS',
    path: 'items',
    headers: preflight(intent.stranger, method, declared),
  },
  { id: 'preflight-null', method: 'OPTIONS', path: 'items', headers: preflight('null', method, declared) },
  { id: 'preflight-method', method: 'OPTIONS', path: 'items', headers: preflight(trusted, 'PATCH', '') },
  {
    id: 'preflight-header',
    method: 'OPTIONS',
    path: 'items',
    headers: preflight(trusted, method, 'x-other'),
  },
  {
    id: 'preflight-head',
    method: 'OPTIONS',
    path: 'items',
    headers: preflight(trusted, 'HEAD', 'authorization'),
  },
  {
    id: 'preflight-missing',
    method: 'OPTIONS',
    path: 'missing',
    headers: preflight(trusted, method, declared),
  },
  { id: 'head-trusted', method: 'HEAD', path: 'items', headers: from(trusted) },
  { id: 'missing-trusted', method: 'GET', path: 'missing', headers: from(trusted) },
  { id: 'boom-trusted', method: 'GET', path: 'boom', headers: from(trusted) },
  {
    id: 'post-trusted',
    method: 'POST',
    path: 'items',
    headers: [['Content-Type', 'text/plain'], ...from(trusted)],
    body: 'x',
  },
  { id: 'moved-trusted', method: 'GET', path: 'moved', headers: from(trusted) },
  { id: 'options-trusted', method: 'OPTIONS', path: 'items', headers: from(trusted) },
  { id: 'options-bare', method: 'OPTIONS', path: 'items', headers: [] },
];

const ourPaths: Readonly<Record<PathId, string>> = {
  items: '/items',
  vary: '/vary',
  boom: '/boom',
  moved: '/moved',
  missing: '/missing',
};

/** Returns the paths that a library is asked for; `null`: it has none such. */
export const pathsOf = ({ paths }: Pick<Library, 'paths'>): Readonly<Record<PathId, string | null>> => ({
  ...ourPaths,
  ...paths,
});

/** Asks everything over raw HTTP, one request after the other, each on a connection of its own. */
export async function askAll(library: Library, baseUrl: string): Promise<readonly RawExchange[]> {
  const paths = pathsOf(library);
  const exchanges: RawExchange[] = [];
  for (const question of questions(library.isJudged === false ? 'GET' : 'PUT')) {
    const path = paths[question.path];
    if (path !== null) exchanges.push(await ask(question, path, baseUrl));
  }
  return exchanges;
}

/** How long a server may take for one answer. */
const timeoutMs = 20_000;

function ask(question: Question, path: string, baseUrl: string): Promise<RawExchange> {
  const { id, method, headers } = question;
  const own = { id, method, path, requestHeaders: headers };
  return new Promise((resolve) => {
    const outgoing = httpRequest(`${baseUrl}${path}`, {
      method,
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    });
    outgoing.setHeader('Accept', '*/*');
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      const end = (): void =>
        resolve({
          ...own,
          status: incoming.statusCode ?? null,
          headers: keptOf(fromRawHeaders(incoming.rawHeaders), baseUrl),
          isCarriedOut: Buffer.concat(chunks).toString('utf8').includes(handlersMark),
        });
      incoming.on('end', end).on('error', end);
    });
    outgoing.on('error', () => resolve({ ...own, status: null, headers: [], isCarriedOut: false }));
    outgoing.end(question.body);
  });
}

const kept =
  /^(access-control-.*|vary|allow|location|server|content-type|cache-control|x-powered-by|via|x-total-count|retry-after|cross-origin-.*|timing-allow-origin)$/i;

/** Returns the lines that CORS or a cache reads, or that say who answered; its own address is not the machine's. */
const keptOf = (headers: HeaderList, baseUrl: string): HeaderList =>
  inOneOrder(
    headers
      .filter(([name]) => kept.test(name))
      .map(([name, value]) => [name, value.replaceAll(baseUrl, 'http://api.example')] as const),
  );
