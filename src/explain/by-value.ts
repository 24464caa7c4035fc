import type { DiagnosisId } from '../diagnoses.ts';

const phases = [
  { mismatch: 'origin-mismatch', multiple: 'origin-multiple' },
  { mismatch: 'preflight-origin-mismatch', multiple: 'preflight-origin-multiple' },
] as const;

/**
 * `ids`, and what the value in the text makes possible besides: an engine that takes a list in one
 * `Access-Control-Allow-Origin` line for one origin says of it only that it does not match.
 */
export function widenedByValue(ids: readonly DiagnosisId[], value: string | undefined): DiagnosisId[] {
  if (value === undefined || !/[ ,]/.test(value)) return [...ids];
  return ids.flatMap((id) => {
    const phase = phases.find(({ mismatch }) => id === mismatch);
    return phase === undefined || ids.includes(phase.multiple) ? [id] : [phase.multiple, id];
  });
}
