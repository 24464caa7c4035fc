import { containsHeader, getDecodeAndSplit, headerValues } from '../fetch-standard/header-list.ts';
import type { Exchange } from '../model.ts';

type Response = Pick<NonNullable<Exchange['response']>, 'status' | 'headers'>;

/**
 * Reports whether a cache may hand out a copy of the response: it may store it, as it has an explicit lifetime or a
 * status that is heuristically cacheable, and its directives do not forbid it.
 *
 * https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
export function isReusable(response: Response): boolean {
  const { status, headers } = response;
  if (isForbidden(response)) return false;
  return (
    directivesOf(response).some(({ name }) => ['public', 'max-age', 's-maxage'].includes(name)) ||
    containsHeader(headers, 'Expires') ||
    heuristicallyCacheable.has(status)
  );
}

/** Reports whether a shared cache that stores what answers OPTIONS may hand out a copy of the response. */
export const isSharedOnceStored = (response: Response): boolean =>
  !isForbidden(response) && !says(response, 'private');

/** Reports whether a shared cache may hand out a copy of the response for as long as the response itself says. */
export const isSharedForSomeTime = (response: Response): boolean =>
  !isForbidden(response) && !says(response, 'private') && hasLifetime(response, ['public', 's-maxage']);

/**
 * Reports whether a browser may hand out a copy of the response without asking: for a time that the response says, or
 * for one that the browser makes of Last-Modified.
 *
 * https://www.rfc-editor.org/rfc/rfc9111#section-4.2
 */
export function isFreshForBrowsers(response: Response): boolean {
  if (says(response, 'no-store') || says(response, 'no-cache')) return false;
  if (hasLifetime(response, [])) return true;
  const isSaid =
    directivesOf(response).some(({ name }) => name === 'max-age') ||
    containsHeader(response.headers, 'Expires');
  return (
    !isSaid &&
    heuristicallyCacheable.has(response.status) &&
    containsHeader(response.headers, 'Last-Modified')
  );
}

/** Reports whether a response has a time for which it is fresh, or one of the directives `others`. */
function hasLifetime(response: Response, others: readonly string[]): boolean {
  const directives = directivesOf(response);
  if (directives.some(({ name }) => others.includes(name))) return true;
  const maxAge = directives.find(({ name }) => name === 'max-age');
  if (maxAge !== undefined) return maxAge.argument !== '' && !/^"?0+"?$/.test(maxAge.argument);
  const [expires] = headerValues(response.headers, 'Expires');
  const [date] = headerValues(response.headers, 'Date');
  // What is no date, such as 0, is over. Without a Date the browser's own clock decides.
  return (
    expires !== undefined && !(Date.parse(expires) <= Date.parse(date ?? '')) && !/^-?\d*$/.test(expires)
  );
}

/**
 * Reports whether no cache may reuse the response. Without a validator a cache that has to ask first is never told that
 * its copy is still good.
 */
const isForbidden = (response: Response): boolean =>
  says(response, 'no-store') ||
  (says(response, 'no-cache') &&
    !containsHeader(response.headers, 'ETag') &&
    !containsHeader(response.headers, 'Last-Modified'));

/**
 * Reports whether `Cache-Control` says `name` of the response: with an argument, `no-cache` and `private` are about the
 * fields that it names, and not about the response.
 */
const says = (response: Response, name: 'no-store' | 'no-cache' | 'private'): boolean =>
  directivesOf(response).some((one) => one.name === name && (name === 'no-store' || !one.hasArgument));

interface Directive {
  readonly name: string;
  readonly hasArgument: boolean;
  /** The empty string if there is none. */
  readonly argument: string;
}

/** Returns the directives of Cache-Control; what stands in a quoted argument is none. */
const directivesOf = ({ headers }: Response): Directive[] =>
  (getDecodeAndSplit(headers, 'Cache-Control') ?? []).map((directive) => ({
    name: directive.replace(/\s*=.*$/s, '').toLowerCase(),
    hasArgument: directive.includes('='),
    argument: /=\s*(.*)$/s.exec(directive)?.[1] ?? '',
  }));

const heuristicallyCacheable: ReadonlySet<number> = new Set([
  200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501,
]);
