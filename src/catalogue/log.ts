import { defaultPageOrigin, type CaseRequest, type CaseServer } from './case.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { HeaderList } from '../model.ts';

/** A request that reached a server, as the server logged it. Plain JSON. */
export interface LoggedRequest {
  readonly server: CaseServer;
  /** Below the case's address: `/`, `/next`. */
  readonly path: string;
  readonly method: string;
  readonly headers: HeaderList;
  /** What it was answered; `null` if the connection failed instead. */
  readonly answer: { readonly status: number; readonly headers: HeaderList } | null;
}

/** Says a logged request as `expected.exchanges` does. */
export function logLine({ server, path, method, headers }: LoggedRequest, pageOrigin: string): string {
  const origin = getHeader(headers, 'Origin');
  const cookie = getHeader(headers, 'Cookie');
  return [
    `${method} ${server === 'api' ? '' : `{${server}}`}${path}`,
    origin === null ? ' without Origin' : origin === pageOrigin ? '' : ` from ${origin}`,
    cookie === null ? '' : ` with Cookie ${cookie}`,
  ].join('');
}

/** Returns the origin of the page that makes `request`. */
export const pageOriginOf = ({ page }: CaseRequest): string =>
  page?.opaque === true ? 'null' : (page?.origin ?? defaultPageOrigin);
