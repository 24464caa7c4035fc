import { definitionOf, type DiagnosisId } from '../diagnoses/vocabulary.ts';

/**
 * Returns whose fixes cure `diagnosis`: those of the server's CORS headers (`api`), those of its handshakes (`websocket`);
 * `null`: none.
 */
export const curingRole = (diagnosis: DiagnosisId): 'api' | 'websocket' | null =>
  ofHandshakes.has(diagnosis) ? 'websocket' : isCuredByHeaders(diagnosis) ? 'api' : null;

/**
 * Reports whether a fix of the server's CORS headers cures `diagnosis`. It answers CORS-preflight requests itself, so
 * that it cures a redirect of those, and of no other request.
 */
export function isCuredByHeaders(diagnosis: DiagnosisId): boolean {
  const { kind, owner } = definitionOf(diagnosis);
  return (
    owner === 'back end' &&
    kind !== 'neighbour' &&
    !ofHandshakes.has(diagnosis) &&
    diagnosis !== 'cross-site-post-with-session' &&
    !resourceRedirects.has(diagnosis)
  );
}

/** What a server of WebSockets decides by Origin; the CORS protocol has nothing to do with it. */
const ofHandshakes: ReadonlySet<DiagnosisId> = new Set([
  'websocket-origin-unchecked',
  'websocket-handshake-refused',
]);

/** Redirects of the request for the resource itself: no header makes an answer of them. */
export const resourceRedirects: ReadonlySet<DiagnosisId> = new Set([
  'resource-redirect',
  'resource-redirect-refused',
  'redirect-with-credentials',
  'redirect-scheme-unsupported',
]);
