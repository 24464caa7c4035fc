import type { Heard } from './probed.ts';
import { lastStatus } from './finding.ts';

/**
 * Returns why nothing can be read by a method that the policy does not declare, as a sentence; `null` if something may
 * be. An API need not answer such a request: many servers never end their answer to a HEAD request for a stream.
 */
export function whyNothingToRead({ observation, testimony }: Heard): string | null {
  const status = lastStatus(observation);
  const undeclared = `The policy does not declare ${observation.request.method}`;
  if (testimony.kind === 'neighbour' && testimony.diagnosis === 'response-timeout') {
    return `${undeclared}, and the API did not answer it in full within ${testimony.value} ms: what it would have answered was not seen.`;
  }
  if (testimony.kind === 'shared' && status !== null && nothingThere.has(status)) {
    return `${undeclared}, and the API answers it with status ${status}: there is nothing to read.`;
  }
  return null;
}

/** Not Found, Method Not Allowed, Gone, Not Implemented. */
const nothingThere: ReadonlySet<number> = new Set([404, 405, 410, 501]);
