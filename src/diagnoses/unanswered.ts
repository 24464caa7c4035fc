import type { DiagnosisId } from './vocabulary.ts';

/** Failures of the connection, before any answer. */
export const unanswered: ReadonlySet<DiagnosisId> = new Set<DiagnosisId>([
  'connection-refused',
  'connection-reset',
  'host-not-found',
  'host-unreachable',
  'tls-failure',
  'response-timeout',
]);
