import { defaultPageOrigin, type CaseRequest, type CaseServer } from '../case.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { HeaderList, Observation } from '../model.ts';
import type { CaseAddresses } from './addresses.ts';

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

/** Says what the browser's own protocol recorded, without what only a server knows: method and address. */
export function wireLines(observation: Observation): string[] {
  return observation.exchanges
    .filter(({ response }) => response?.fromCache !== true)
    .map(({ method, url }) => `${method} ${url}`);
}

/** What `wireLines` gives for lines of `expected.exchanges`. */
export function expectedWireLines(lines: readonly string[], addresses: CaseAddresses): string[] {
  return lines.map((line) => {
    const [method = '', where = ''] = line.split(' ');
    const [, server = 'api', path = '/'] = /^(?:\{(\w+)\})?(\/.*)$/.exec(where) ?? [];
    const base = Object.entries(addresses).find(([name]) => name === server)?.[1] ?? '';
    return `${method} ${base}${path}`;
  });
}

/** The origin of the page that makes `request`. */
export const pageOriginOf = ({ page }: CaseRequest): string =>
  page?.opaque === true ? 'null' : (page?.origin ?? defaultPageOrigin);
