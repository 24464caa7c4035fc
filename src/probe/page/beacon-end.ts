import { predict } from '../../fetch-standard/predict.ts';
import type { Exchange, Outcome, ProbeRequest } from '../../model.ts';

/**
 * Returns how a beacon ends, by the standard and the exchanges so far; `null` while there is more to come. The script
 * that sends one is never told, so this says what is to be waited for.
 */
export function beaconEnd(
  request: ProbeRequest,
  pageOrigin: string,
  exchanges: readonly Exchange[],
): 'response' | 'network-error' | null {
  if (exchanges.some(({ failure }) => failure !== null)) return 'network-error';
  const answered = exchanges.flatMap(({ response, ...exchange }) =>
    response === null ? [] : [{ ...exchange, status: response.status, headers: response.headers }],
  );
  const { outcome } = predict({ ...request, pageOrigin }, answered);
  return outcome === 'incomplete' ? null : outcome === 'response' ? 'response' : 'network-error';
}

/** What a page learns of a beacon that was queued and then lost. */
export const lostBeacon: Outcome = {
  kind: 'network-error',
  message: 'The beacon was queued; the page never learns what came of it.',
};
