import type { Heard } from './probed.ts';
import { lastStatus } from './finding.ts';
import { say } from '../words/say.ts';

/**
 * Returns why nothing can be read by a method that the policy does not declare, as a sentence; `null` if something may
 * be. An API need not answer such a request: many servers never end their answer to a HEAD request for a stream.
 */
export function whyNothingToRead({ observation, testimony }: Heard): string | null {
  const status = lastStatus(observation);
  const { method } = observation.request;
  if (testimony.kind === 'neighbour' && testimony.diagnosis === 'response-timeout') {
    return say(
      'The policy does not declare {method}, and the API did not answer it in full within {ms} ms: what it would have answered was not seen.',
      { method, ms: testimony.value },
    );
  }
  if (testimony.kind === 'shared' && status !== null && nothingThere.has(status)) {
    return say(
      'The policy does not declare {method}, and the API answers it with status {status}: there is nothing to read.',
      { method, status },
    );
  }
  return null;
}

/** Not Found, Method Not Allowed, Gone, Not Implemented. */
const nothingThere: ReadonlySet<number> = new Set([404, 405, 410, 501]);
