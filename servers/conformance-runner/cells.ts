import { corsCheck } from '../../src/fetch-standard/cors-check.ts';
import { getHeader } from '../../src/fetch-standard/header-list.ts';
import { extractTokenList } from '../../src/fetch-standard/header-values.ts';
import { validatePreflight } from '../../src/fetch-standard/preflight.ts';
import { isOkStatus } from '../../src/fetch-standard/statuses.ts';
import type { CredentialsMode } from '../../src/model.ts';
import type { Cells, ColumnId } from './columns.ts';
import { intent } from './intent.ts';
import type { Intent } from './library.ts';
import type { AskedId, RawExchange } from './row.ts';

/** The exchanges that show a cell, the first of them most of all. */
export const shownBy: Readonly<Record<ColumnId, readonly [AskedId, ...AskedId[]]>> = {
  trusted: ['get-trusted', 'get-second'],
  stranger: ['get-stranger'],
  opaque: ['get-null'],
  bare: ['get-bare'],
  vary: ['get-bare', 'get-stranger', 'get-trusted'],
  ownVary: ['vary-trusted'],
  preflight: ['preflight-trusted'],
  varyPreflight: ['preflight-trusted'],
  maxAge: ['preflight-trusted'],
  method: ['preflight-method'],
  header: ['preflight-header'],
  expose: ['get-trusted', 'preflight-trusted'],
  head: ['head-trusted'],
  headPreflight: ['preflight-head'],
  missing: ['missing-trusted'],
  missingPreflight: ['preflight-missing'],
  boom: ['boom-trusted'],
  wrongMethod: ['post-trusted'],
  moved: ['moved-trusted'],
  plainOptions: ['options-trusted'],
};

/**
 * Returns the words of a row, by the CORS check and the CORS-preflight fetch of the standard. A page of the declared intent
 * asks with credentials, one of the defaults without.
 */
export function cellsOf(name: Intent, exchanges: readonly RawExchange[]): Cells {
  const mode: CredentialsMode = name === 'declared' ? 'include' : 'omit';
  const found = new Map(exchanges.map((one) => [one.id, one]));
  const cell = <Word extends string>(
    id: AskedId,
    word: (exchange: RawExchange) => Word | null,
  ): Word | null => {
    const exchange = found.get(id);
    return exchange === undefined ? null : word(exchange);
  };
  const isRead = (exchange: RawExchange | undefined): boolean =>
    exchange !== undefined &&
    exchange.status !== null &&
    corsCheck({ origin: originOf(exchange), credentialsMode: mode }, exchange.headers).ok;
  const readCell = (id: AskedId): 'reads' | 'hidden' | null =>
    cell(id, (one) => (isRead(one) ? 'reads' : 'hidden'));
  const grantCell = (id: AskedId): 'granted' | 'refused' | null =>
    cell(id, (one) => (isGranted(one, mode) ? 'granted' : 'refused'));
  return {
    trusted: cell('get-trusted', (first) => {
      const count = [first, found.get('get-second')].filter(isRead).length;
      return count === 2 ? 'both' : count === 1 ? 'one' : 'none';
    }),
    stranger: cell('get-stranger', (one) => {
      if (isRead(one)) return 'reads';
      if (one.isCarriedOut) return 'answered';
      // A product whose answers are its own: nothing tells that its handler ran.
      return found.get('get-trusted')?.isCarriedOut === false ? null : 'barred';
    }),
    opaque: cell('get-null', (one) => (isRead(one) ? 'reads' : 'refused')),
    bare: cell('get-bare', ({ headers }) => {
      const value = getHeader(headers, 'Access-Control-Allow-Origin');
      return value === null ? 'nothing' : value === '*' ? '*' : 'an origin';
    }),
    vary: cell('get-bare', (bare) => {
      const [none, stranger, trusted] = [bare, found.get('get-stranger'), found.get('get-trusted')].map(
        (one) => one !== undefined && varies(one, 'origin'),
      );
      if (none && stranger && trusted) return 'always';
      if (!none && stranger && trusted) return 'with Origin';
      if (!none && !stranger && trusted) return 'if trusted';
      return none || stranger ? 'other' : 'never';
    }),
    ownVary: cell('vary-trusted', (one) => {
      const [own, origin] = [varies(one, 'accept-language'), varies(one, 'origin')];
      if (own) return origin ? 'both' : 'own only';
      return origin ? 'Origin only' : 'neither';
    }),
    preflight: grantCell('preflight-trusted'),
    varyPreflight: cell('preflight-trusted', (one) => {
      const [origin, method, headers] = [
        'origin',
        'access-control-request-method',
        'access-control-request-headers',
      ].map((header) => varies(one, header));
      if (origin)
        return method ? (headers ? 'all three' : 'origin, method') : headers ? 'origin, headers' : 'origin';
      return method || headers ? 'no origin' : 'none';
    }),
    maxAge: cell('preflight-trusted', ({ headers }) => {
      const value = getHeader(headers, 'Access-Control-Max-Age');
      return value === null ? 'none' : value === String(intent.maxAgeSeconds) ? 'said' : 'another';
    }),
    method: grantCell('preflight-method'),
    header: grantCell('preflight-header'),
    expose: cell('get-trusted', (one) => {
      if (isRead(one) && exposes(one, mode)) return 'reads';
      const preflight = found.get('preflight-trusted');
      return preflight !== undefined && exposes(preflight, mode) ? 'preflight only' : 'hidden';
    }),
    head: readCell('head-trusted'),
    headPreflight: grantCell('preflight-head'),
    missing: readCell('missing-trusted'),
    missingPreflight: grantCell('preflight-missing'),
    boom: readCell('boom-trusted'),
    wrongMethod: readCell('post-trusted'),
    moved: readCell('moved-trusted'),
    plainOptions: cell('options-trusted', ({ status }) =>
      status !== null && isOkStatus(status) ? 'ok' : 'error',
    ),
  };
}

const originOf = ({ requestHeaders }: RawExchange): string => getHeader(requestHeaders, 'Origin') ?? '';

/** Reports whether the CORS-preflight fetch of the request that `exchange` was made for succeeds. */
function isGranted(
  { requestHeaders, status, headers }: RawExchange,
  credentialsMode: CredentialsMode,
): boolean {
  if (status === null) return false;
  const names = (getHeader(requestHeaders, 'Access-Control-Request-Headers') ?? '')
    .split(',')
    .filter(Boolean);
  const request = {
    origin: getHeader(requestHeaders, 'Origin') ?? '',
    credentialsMode,
    method: getHeader(requestHeaders, 'Access-Control-Request-Method') ?? '',
    headers: names.map((name) => [name, name === 'content-type' ? 'application/json' : 'x'] as const),
    useCorsPreflightFlag: false,
  };
  return validatePreflight(request, { status, headers }).ok;
}

function varies({ headers }: RawExchange, name: string): boolean {
  const listed = (getHeader(headers, 'Vary') ?? '').split(',').map((one) => one.trim().toLowerCase());
  return listed.includes(name) || listed.includes('*');
}

function exposes({ headers }: RawExchange, mode: CredentialsMode): boolean {
  const names = extractTokenList(headers, 'Access-Control-Expose-Headers');
  if (names === 'failure' || names === null) return false;
  return names.some(
    (name) => name.toLowerCase() === intent.exposedHeader || (name === '*' && mode !== 'include'),
  );
}
