import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import { holdsSeveral } from '../fetch-standard/cors-check.ts';

const severalInPlaceOf: Readonly<Partial<Record<DiagnosisId, DiagnosisId>>> = {
  'origin-mismatch': 'origin-multiple',
  'preflight-origin-mismatch': 'preflight-origin-multiple',
};

/**
 * Returns `ids`, and what the value in the text makes possible besides: an engine that takes a list in one
 * `Access-Control-Allow-Origin` line for one origin says of it only that it does not match.
 */
export function widenedByValue(ids: readonly DiagnosisId[], value: string | undefined): DiagnosisId[] {
  if (value === undefined || !holdsSeveral(value)) return [...ids];
  const widened = ids.flatMap((id) => {
    const several = severalInPlaceOf[id];
    return several === undefined ? [id] : [several, id];
  });
  return [...new Set(widened)];
}
