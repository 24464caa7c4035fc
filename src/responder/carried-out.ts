import { getDecodeAndSplit, getHeader } from '../fetch-standard/header-list.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { Exchange, HeaderList, Verdict } from '../model.ts';
import { isAnswered } from './api-seen.ts';
import type { Answered } from './carrying.ts';

/** A page that is refused with an error, whose request was carried out all the same. */
export interface CarriedOut {
  readonly route: string;
  readonly origin: string;
  readonly method: string;
  readonly status: number;
  /** The lines of the error that only the handler sends. */
  readonly lines: HeaderList;
}

/**
 * Returns the requests of pages that must not read which the API answers with an error after its handler has run: the error
 * has what only the handler sends, as the answer to a trusted page shows. The first one of each route and method. Pure.
 */
export function carriedOut(verdicts: readonly Verdict[]): readonly CarriedOut[] {
  const trusted = new Map<string, Answered>();
  const errors: Answered[] = [];
  for (const { originRole, exchanges } of verdicts) {
    for (const exchange of exchanges) {
      if (originRole !== 'trusted' || !isActual(exchange)) continue;
      const { response } = exchange;
      if (isOkStatus(response.status) && response.status !== 204) trusted.set(addressOf(exchange), exchange);
      else if (response.status >= 400) errors.push(exchange);
    }
  }
  const found = new Map<string, CarriedOut>();
  for (const { check, status, route, origin, exchanges } of verdicts) {
    const failed = exchanges.findLast(isActual);
    if (check !== 'unreadable' || status !== 'conforms' || failed === undefined) continue;
    if (failed.response.status < 400 || found.has(`${route} ${failed.method}`)) continue;
    const served = trusted.get(addressOf(failed));
    const lines = served === undefined ? [] : handlersLines(failed, served, errors);
    if (lines.length === 0) continue;
    const { method, response } = failed;
    found.set(`${route} ${method}`, { route, origin, method, status: response.status, lines });
  }
  return [...found.values()];
}

const isActual = (exchange: Exchange): exchange is Answered =>
  exchange.purpose === 'actual' && isAnswered(exchange);

const addressOf = ({ method, url }: Exchange): string => `${method} ${url}`;

/**
 * Returns the lines of `failed` that the handler sent, as `served` has them: response headers that the API exposes, a
 * validator of the body, or the length of a body that is not short. A line that other errors have too says nothing, and one
 * of a header that whatever stands before the handler may send says nothing where no other error was seen.
 */
function handlersLines(
  { response: { headers } }: Answered,
  { response: served }: Answered,
  errors: readonly Answered[],
): HeaderList {
  const isOfErrors = ([name, value]: HeaderList[number]): boolean =>
    errors.some(({ response }) => getHeader(response.headers, name) === value);
  const isSame = (name: string): boolean =>
    getHeader(headers, name) !== null && getHeader(headers, name) === getHeader(served.headers, name);
  const exposed = (getDecodeAndSplit(served.headers, 'Access-Control-Expose-Headers') ?? []).filter(
    (name) => errors.length > 0 && isSame(name),
  );
  const isSameBody =
    isSame('Content-Length') &&
    isSame('Content-Type') &&
    Number(getHeader(headers, 'Content-Length')) >= shortest;
  const names = [
    ...exposed,
    ...['ETag', 'Last-Modified'].filter(isSame),
    ...(isSameBody ? ['Content-Length'] : []),
  ].map((name) => name.toLowerCase());
  return headers.filter((line) => names.includes(line[0].toLowerCase()) && !isOfErrors(line));
}

/** Two bodies of as many bytes are the same one by chance if they are short. */
const shortest = 64;
