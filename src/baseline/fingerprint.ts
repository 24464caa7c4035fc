import { createHash } from 'node:crypto';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Verdict } from '../model.ts';

/** What of a check stays the same on another machine, at another port and in another engine. */
export type Fingerprinted = Pick<Verdict, 'check' | 'route' | 'originRole' | 'method' | 'credentialsMode'>;

/** Returns what a verdict with `diagnosis` on `check` is known by from run to run: 16 hexadecimal digits. */
export function fingerprintOf(
  { check, route, originRole, method, credentialsMode }: Fingerprinted,
  diagnosis: DiagnosisId | null,
): string {
  const parts = [diagnosis ?? '', check, route, originRole, method, credentialsMode];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
