import type { DiagnosisId } from './vocabulary.ts';

/** Reports whether `diagnosis` is about a CORS-preflight response, also where the actual request was made after it. */
export const isOfPreflight = (diagnosis: DiagnosisId): boolean =>
  diagnosis.startsWith('preflight-') || others.has(diagnosis);

const others: ReadonlySet<DiagnosisId> = new Set([
  'methods-malformed',
  'headers-malformed',
  'method-not-allowed',
  'header-not-allowed',
  'max-age-malformed',
  'authorization-by-wildcard',
  'method-undeclared-granted',
  'header-undeclared-granted',
]);
