import { getDecodeAndSplit, getHeader, headerValues } from '../fetch-standard/header-list.ts';
import type { Exchange, HeaderList } from '../model.ts';
import type { Response } from './usual.ts';

/** An exchange that was answered. */
export interface Answered extends Exchange {
  readonly response: Response;
}

/** What is asked of the responses that carry CORS headers; what is left out is any. */
interface Asked {
  readonly purpose?: Exchange['purpose'] | undefined;
  readonly path?: string | undefined;
  readonly method?: string | undefined;
  /** What their headers say: that they vary by Origin, or Access-Control-Allow-Origin once. */
  readonly says?: 'vary' | 'once' | undefined;
  /** The origin of a page that they have to carry CORS headers for. */
  readonly page?: string | null | undefined;
}

/**
 * The responses of an API that carry CORS headers. It is asked once for each violation, so that it knows the first one
 * of each kind, and does not look through all of them.
 */
export class Carrying {
  readonly #first = new Map<string, { readonly one: Answered; readonly position: number }>();

  constructor(all: readonly Answered[]) {
    for (const [position, one] of all.entries())
      for (const key of keysOf(one)) if (!this.#first.has(key)) this.#first.set(key, { one, position });
  }

  /** Returns the first response of this kind; `undefined` if there is none. */
  first(asked: Asked): Answered | undefined {
    const pages = asked.page === undefined ? [undefined] : [asked.page, '*'];
    const found = pages.flatMap((page) => this.#first.get(keyOf({ ...asked, page })) ?? []);
    return found.toSorted((one, other) => one.position - other.position)[0]?.one;
  }
}

const keyOf = ({ purpose, path, method, says, page }: Asked): string =>
  JSON.stringify([purpose ?? '', path ?? '', method ?? '', says ?? '', page === undefined ? '' : [page]]);

function keysOf(one: Answered): readonly string[] {
  const { purpose, method, requestHeaders, response } = one;
  const allowed = getHeader(response.headers, 'Access-Control-Allow-Origin');
  const page = allowed === '*' ? '*' : getHeader(requestHeaders, 'Origin');
  const path = pathOf(one);
  const kinds = [{}, { path }, { purpose }, { purpose, path }, { purpose, path, method }];
  const keys = kinds.flatMap((kind) => [keyOf(kind), keyOf({ ...kind, page })]);
  if (varyNames(response.headers).includes('origin')) keys.push(keyOf({ says: 'vary' }));
  if (allowedOrigins(response.headers).length === 1) keys.push(keyOf({ says: 'once' }));
  return keys;
}

export const pathOf = ({ url }: Exchange): string => new URL(url).pathname;

/** Returns the values of all lines of Access-Control-Allow-Origin. */
export const allowedOrigins = (headers: HeaderList): readonly string[] =>
  headerValues(headers, 'Access-Control-Allow-Origin').flatMap((value) => value.split(','));

/** Returns the names that `Vary` holds, in lower case. */
export const varyNames = (headers: HeaderList): readonly string[] =>
  (getDecodeAndSplit(headers, 'Vary') ?? []).map((name) => name.toLowerCase()).filter((name) => name !== '');
