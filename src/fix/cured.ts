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
    diagnosis !== 'websocket-origin-unchecked' &&
    !resourceRedirects.has(diagnosis)
  );
}

/** Redirects of the request for the resource itself: no header makes an answer of them. */
export const resourceRedirects: ReadonlySet<DiagnosisId> = new Set([
  'resource-redirect',
  'resource-redirect-refused',
  'redirect-with-credentials',
  'redirect-scheme-unsupported',
]);
