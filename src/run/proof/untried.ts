import { isCuredByHeaders, resourceRedirects } from '../../fix/cured.ts';
import type { Verdict } from '../../model.ts';
import { isSafe } from '../../plan/safe-methods.ts';
import { say } from '../../words/say.ts';

/** Returns why headers on a replayed request can prove nothing of this violation; null if they can. */
export function untriedReason(verdict: Verdict): string | null {
  const { check, diagnosis, remedy } = verdict;
  if (check === 'vary' || check === 'preflight-cache' || diagnosis === 'cached-copy-of-another-origin') {
    return say('Not tried: nothing about caching can be proved while responses are rewritten on their way.');
  }
  if (diagnosis === 'preflight-redirect' || (diagnosis !== null && resourceRedirects.has(diagnosis))) {
    return `${say('Not tried: response headers cannot make a redirect right.')} ${remedy}`;
  }
  if (diagnosis !== null && !isCuredByHeaders(diagnosis)) {
    return `${say('Not tried: response headers cannot make it right.')} ${remedy}`;
  }
  if (isSentAndUnsafe(verdict)) {
    return say('Not tried: it is about the response to an unsafe method, and a proof never sends those.');
  }
  return null;
}

const isSentAndUnsafe = ({ method, held, exchanges }: Verdict): boolean =>
  !isSafe(method) && !held && exchanges.some(({ purpose }) => purpose === 'actual');
