import type { ProbeRequest } from '../../model.ts';

/** Requests of one round trip to the page: enough to keep it busy, few enough to keep the results small. */
const batchSize = 250;

/**
 * Yields the requests in batches. Held and other requests never share one: interception is on for the whole page. What is
 * told by its URL alone shares one with nothing else for that URL.
 */
export function* batches(requests: readonly ProbeRequest[]): Generator<readonly ProbeRequest[]> {
  let batch: ProbeRequest[] = [];
  for (const request of requests) {
    const breaks =
      batch.length === batchSize ||
      (batch[0] !== undefined && batch[0].held !== request.held) ||
      batch.some((other) => other.url === request.url && (isToldByUrl(other) || isToldByUrl(request)));
    if (breaks) {
      yield batch;
      batch = [];
    }
    batch.push(request);
  }
  if (batch.length > 0) yield batch;
}

/** Reports whether the engine ties the request to no function of the page. */
export const isToldByUrl = ({ api }: ProbeRequest): boolean => api !== 'fetch' && api !== 'XMLHttpRequest';
