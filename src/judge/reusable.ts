import { containsHeader, getDecodeAndSplit } from '../fetch-standard/header-list.ts';
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

/** Without a validator a cache that has to ask first is never told that its copy is still good. */
const isForbidden = (response: Response): boolean =>
  says(response, 'no-store') ||
  (says(response, 'no-cache') &&
    !containsHeader(response.headers, 'ETag') &&
    !containsHeader(response.headers, 'Last-Modified'));

/** With an argument, `no-cache` and `private` are about the fields that it names, and not about the response. */
const says = (response: Response, name: 'no-store' | 'no-cache' | 'private'): boolean =>
  directivesOf(response).some((one) => one.name === name && (name === 'no-store' || !one.hasArgument));

interface Directive {
  readonly name: string;
  readonly hasArgument: boolean;
}

/** Returns the directives of Cache-Control; what stands in a quoted argument is none. */
const directivesOf = ({ headers }: Response): Directive[] =>
  (getDecodeAndSplit(headers, 'Cache-Control') ?? []).map((directive) => ({
    name: directive.replace(/\s*=.*$/s, '').toLowerCase(),
    hasArgument: directive.includes('='),
  }));

const heuristicallyCacheable: ReadonlySet<number> = new Set([
  200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501,
]);
