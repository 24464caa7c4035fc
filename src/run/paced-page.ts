import { getHeader } from '../fetch-standard/header-list.ts';
import { lastAnswered } from '../judge/finding.ts';
import type { Exchange, Observation, ProbeRequest } from '../model.ts';
import { isRepeatable } from '../plan/safe-methods.ts';
import { pageWith } from '../probe/page/page-with.ts';
import type { ProbeLimits, ProbePage } from '../probe/probe.ts';
import type { Pace } from './pace.ts';

/** What is noted of requests that an API answered by a limit. */
export interface LimitNotes {
  /** Reports whether the policy declares `status` of requests for `url`: such an answer is the one that was expected. */
  isDeclared(url: string, status: number): boolean;
  /** Is told what a request came to that was answered by a limit, before it is made again. */
  limited(request: ProbeRequest, observation: Observation): void;
  /** Resolves once has been done what has to be done while the API limits requests. */
  whileLimited(): Promise<void>;
}

/**
 * Returns `page` as it asks at the pace of the run. Where the API answers that it limits requests, it waits and asks again,
 * unless the request changes something on the server and may have done so. Rejects with a `RateLimitError` if the time of
 * the run is over before.
 */
export function pacedPage(page: ProbePage, pace: Pace, notes: LimitNotes): ProbePage {
  return pageWith(page, {
    probe: (requests, limits = {}) => probeAtPace(page, pace, notes, requests, limits),
  });
}

async function probeAtPace(
  page: ProbePage,
  pace: Pace,
  notes: LimitNotes,
  requests: readonly ProbeRequest[],
  limits: Partial<ProbeLimits>,
): Promise<Observation[]> {
  const seen = new Map<number, Observation>();
  let waiting = requests.map((request, position) => ({ request, position }));
  /** The place of the request that the run waited for. */
  let waitedFor: number | null = null;
  while (waiting.length > 0) {
    const some = waiting.slice(0, pace.together);
    await pace.ready(some.length);
    const made = await page.probe(
      some.map(({ request }) => request),
      { ...limits, perSecond: pace.perSecond },
    );
    const limited = some.flatMap((one, index) => {
      const observation = made[index];
      if (observation === undefined) return [];
      seen.set(one.position, observation);
      const response = limitIn(observation, notes);
      return response === null ? [] : [{ ...one, observation, response }];
    });
    const places = new Set(limited.map(({ position }) => position));
    pace.answered(some.flatMap(({ request, position }) => (places.has(position) ? [] : [request.url])));
    for (const { request, position, observation } of limited) {
      notes.limited(request, observation);
      pace.limited(request.url, position === waitedFor);
    }
    const again = limited.filter((one) => pace.isPatientFor(one.request.url) && mayBeMadeAgain(one));
    const [first] = again;
    waitedFor = first?.position ?? null;
    waiting = [...again, ...waiting.slice(some.length)];
    if (first === undefined) continue;
    await notes.whileLimited();
    const waits = again.map(({ response }) => retryAfterMs(response));
    await pace.slowDown(first.response.status, longest(waits));
  }
  return [...seen].sort(([a], [b]) => a - b).map(([, observation]) => observation);
}

type Response = NonNullable<Exchange['response']>;

/**
 * Returns the response by which the API says that it answers later: Too Many Requests, or Service Unavailable that says
 * when; `null` if it does not say so.
 */
export function limitIn(observation: Observation, notes: Pick<LimitNotes, 'isDeclared'>): Response | null {
  const response = lastAnswered(observation)?.response ?? null;
  if (response === null || notes.isDeclared(observation.request.url, response.status)) return null;
  const isLimit =
    response.status === 429 ||
    (response.status === 503 && getHeader(response.headers, 'Retry-After') !== null);
  return isLimit ? response : null;
}

/** Reports whether a request may be made again: what a CORS-preflight response says no to was never carried out. */
const mayBeMadeAgain = ({
  request,
  observation,
}: {
  request: ProbeRequest;
  observation: Observation;
}): boolean =>
  isRepeatable({ request }) || !observation.exchanges.some(({ purpose }) => purpose === 'actual');

/**
 * Returns what Retry-After says, in milliseconds; `null` if it says nothing that can be read.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function retryAfterMs({ headers }: Response): number | null {
  const value = getHeader(headers, 'Retry-After')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  // The server's own clock says how long that is.
  const sentAt = Date.parse(getHeader(headers, 'Date') ?? '');
  return Number.isNaN(at) || Number.isNaN(sentAt) || at < sentAt ? null : at - sentAt;
}

function longest(waits: readonly (number | null)[]): number | null {
  const said = waits.flatMap((ms) => ms ?? []);
  return said.length === 0 ? null : Math.max(...said);
}
