import type { DiagnosisId } from '../diagnoses.ts';
import type { Verdict } from '../model.ts';

/** Why headers on a replayed request can prove nothing of this violation; null if they can. */
export function untriedReason(verdict: Verdict): string | null {
  const { check, diagnosis, kind, owner, remedy } = verdict;
  if (check === 'vary' || check === 'preflight-cache') {
    return 'Not tried: nothing about caching can be proved while responses are rewritten on their way.';
  }
  if (diagnosis !== null && redirects.has(diagnosis)) {
    return `Not tried: response headers cannot make a redirect right. ${remedy}`;
  }
  if (kind === 'neighbour' || owner !== 'back end') {
    return `Not tried: response headers cannot make it right. ${remedy}`;
  }
  if (isSentAndUnsafe(verdict)) {
    return 'Not tried: it is about the response to an unsafe method, and a proof never sends those.';
  }
  return null;
}

const redirects: ReadonlySet<DiagnosisId> = new Set([
  'preflight-redirect',
  'resource-redirect',
  'redirect-with-credentials',
  'redirect-scheme-unsupported',
]);

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Reports whether a request changes nothing on the server, so that it may be made again. */
export const isSafe = (method: string): boolean => safeMethods.has(method);

const isSentAndUnsafe = ({ method, held, exchanges }: Verdict): boolean =>
  !isSafe(method) && !held && exchanges.some(({ purpose }) => purpose === 'actual');
