import { definitionOf, type DiagnosisId } from '../diagnoses/vocabulary.ts';

/**
 * Reports whether a fix of the server's CORS headers cures `diagnosis`. It answers CORS-preflight requests itself, so
 * that it cures a redirect of those, and of no other request.
 */
export function isCuredByFix(diagnosis: DiagnosisId): boolean {
  const { kind, owner } = definitionOf(diagnosis);
  return (
    owner === 'back end' &&
    kind !== 'neighbour' &&
    !besideCors.has(diagnosis) &&
    !resourceRedirects.has(diagnosis)
  );
}

/** What no header of the CORS protocol has to do with. */
const besideCors: ReadonlySet<DiagnosisId> = new Set([
  'websocket-origin-unchecked',
  'cross-site-post-with-session',
]);

/** Redirects of the request for the resource itself: no header makes an answer of them. */
export const resourceRedirects: ReadonlySet<DiagnosisId> = new Set([
  'resource-redirect',
  'resource-redirect-refused',
  'redirect-with-credentials',
  'redirect-scheme-unsupported',
]);
