import type { Outcome, ProbeRequest } from '../../model.ts';
import { inPageApis } from './in-page-apis.ts';
import { runInPage } from './in-page.ts';
import type { PageLimits, PageOutcome, PageRequest } from './page-request.ts';

/**
 * Returns an expression that makes `requests` from the page that it is evaluated in; its value is a promise of one
 * `PageOutcome` for each. The first is made from the function whose name ends in `firstIndex`.
 */
export function probeExpression(
  requests: readonly ProbeRequest[],
  { inFlight, perSecond, timeoutMs, bodyTimeoutMs, bodyBytes }: PageLimits,
  firstIndex = 0,
): string {
  const pageRequests = requests.map((request, position) => pageRequest(request, firstIndex + position));
  const limits: PageLimits = { inFlight, perSecond, timeoutMs, bodyTimeoutMs, bodyBytes };
  const given = [JSON.stringify(pageRequests), JSON.stringify(limits), otherApis(requests)];
  return `(${runInPage.toString()})(${given.join(', ')})`;
}

/** Reports whether a response that the page got runs in it, so that it may be another page than it was. */
export const changesPage = ({ api }: ProbeRequest, outcome: PageOutcome | undefined): boolean =>
  outcome?.kind === 'response' && (api === 'module' || api === 'script' || api === 'stylesheet');

/** Returns what the page's script saw, as an outcome; of what it never told, that there was none. */
export const outcomeOf = (seen: PageOutcome | undefined): Outcome =>
  seen ?? { kind: 'network-error', message: 'no outcome' };

/** Returns the source text of an object with the APIs that the requests use beyond fetch and XMLHttpRequest. */
function otherApis(requests: readonly ProbeRequest[]): string {
  const used = Object.entries(inPageApis).filter(([name]) => requests.some(({ api }) => api === name));
  return `{${used.map(([name, run]) => `${JSON.stringify(name)}: ${run.toString()}`).join(', ')}}`;
}

function pageRequest(request: ProbeRequest, index: number): PageRequest {
  const { url, method, headers, body, mode, api } = request;
  const { streamingBody, uploadListener, reconnects, targetAddressSpace, cacheMode, readsBody } = request;
  return {
    index,
    url,
    method,
    headers,
    body,
    credentials: request.credentialsMode,
    mode,
    redirect: request.redirectMode,
    api,
    ...(streamingBody === undefined ? {} : { streamingBody }),
    ...(uploadListener === undefined ? {} : { uploadListener }),
    ...(reconnects === undefined ? {} : { reconnects }),
    ...(targetAddressSpace === undefined ? {} : { targetAddressSpace }),
    ...(cacheMode === undefined ? {} : { cache: cacheMode }),
    ...(readsBody === undefined ? {} : { readsBody }),
  };
}
