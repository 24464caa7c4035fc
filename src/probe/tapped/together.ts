import { getHeader } from '../../fetch-standard/header-list.ts';
import { parseUrl } from '../../fetch-standard/urls.ts';
import type { Exchange, ProbeRequest } from '../../model.ts';
import { isRepeatable } from '../../plan/safe-methods.ts';
import type { ConsoleError, NamedRequests } from './page-driver.ts';

/**
 * Returns groups of `requests` that may be under way together: what the wire and the console show of them is told apart by
 * their URLs, so that no two of a group have the same one. Requests for one URL keep their order. A request that changes something
 * on the server, or that is not made by `fetch()`, is under way alone, after all before it.
 */
export function groupsOf(requests: readonly ProbeRequest[]): number[][] {
  const groups: number[][] = [];
  /** The first group that a request for a URL may join. */
  const open = new Map<string, number>();
  let barrier = 0;
  for (const [position, request] of requests.entries()) {
    if (!isTellable(request)) {
      barrier = groups.push([position]);
      continue;
    }
    const index = Math.max(barrier, open.get(request.url) ?? 0);
    const group = groups[index];
    if (group === undefined) groups.push([position]);
    else group.push(position);
    open.set(request.url, index + 1);
  }
  return groups;
}

/** Reports whether the wire shows the URL of the request as it is written, and whether it may be made once more. */
function isTellable(request: ProbeRequest): boolean {
  const { api, url } = request;
  const parsed = parseUrl(url);
  const isSentAsWritten = parsed?.href === url && parsed.username === '' && !url.includes('#');
  return api === 'fetch' && isRepeatable({ request }) && isSentAsWritten;
}

/** What is known of a request by which the errors on the console are told to be its own. */
export interface Asked {
  readonly request: ProbeRequest;
  readonly exchanges: readonly Exchange[];
}

/**
 * Returns the errors on the console that are of each request, of those that were under way together; `null` if that is not
 * clear.
 */
export function shareOut(
  errors: readonly ConsoleError[],
  asked: readonly Asked[],
  { urlIn, isInEach }: NamedRequests,
): ConsoleError[][] | null {
  const own = asked.map((): ConsoleError[] => []);
  let nameless: ConsoleError[] = [];
  for (const error of errors) {
    const url = urlIn(error.text);
    const owners = asked.flatMap((one, index) => (url !== null && leadsTo(one, url) ? [index] : []));
    const [owner, ...others] = owners;
    if (owner === undefined) {
      // What the browser prints of pages and workers that are not ours.
      if (error.stray === true) continue;
      if (isInEach || url !== null) return null;
      nameless.push(error);
      continue;
    }
    if (others.length > 0) return null;
    own[owner]?.push(...nameless, error);
    nameless = [];
  }
  return nameless.length === 0 ? own : null;
}

/** Reports whether the request asked for `url`, or was led there. */
const leadsTo = ({ request, exchanges }: Asked, url: string): boolean =>
  request.url === url ||
  exchanges.some((exchange) => {
    const location = getHeader(exchange.response?.headers ?? [], 'Location');
    return exchange.url === url || (location !== null && parseUrl(location, exchange.url)?.href === url);
  });
