import type { Exchange, HeaderList } from '../model.ts';

/** A response on its way to the browser, and what was asked. */
export interface PassingResponse {
  readonly purpose: Exchange['purpose'];
  readonly url: string;
  /** The value of the request's `Origin` header, or null if it has none. */
  readonly origin: string | null;
  readonly status: number;
  /** Header lines in order, repeated names apart. */
  readonly headers: HeaderList;
}

/**
 * What the browser is given in place of a response, as a server that answers otherwise would have sent it; null for
 * the response as it is. Pure.
 */
export type ResponseRule = (response: PassingResponse) => Pick<PassingResponse, 'status' | 'headers'> | null;
