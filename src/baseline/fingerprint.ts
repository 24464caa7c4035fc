import { createHash } from 'node:crypto';
import { definitionOf, type DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Verdict } from '../model.ts';

/** What of a check stays the same on another machine, at another port and in another engine. */
export type Fingerprinted = Pick<Verdict, 'check' | 'route' | 'originRole' | 'method' | 'credentialsMode'>;

/** Returns what a verdict with `diagnosis` on `check` is known by from run to run: 16 hexadecimal digits. */
export function fingerprintOf(
  { check, route, originRole, method, credentialsMode }: Fingerprinted,
  diagnosis: DiagnosisId | null,
): string {
  const parts = [diagnosis ?? '', check, route, originRole, method, credentialsMode];
  return hashOf(parts).slice(0, 16);
}

/** What tells a finding from others of its fingerprint. */
export type Told = Pick<Verdict, 'fingerprint' | 'diagnosis' | 'detail' | 'seen' | 'url' | 'origin'>;

/**
 * Returns what a finding is accepted by: its fingerprint and, behind a hyphen, what else is a finding of its own: the name
 * of a declared error, and the names of the headers that it is about.
 */
export function acceptedBy({ fingerprint, diagnosis, detail, seen, url, origin }: Told): string {
  const isAboutNames = diagnosis !== null && definitionOf(diagnosis).seen.includes('{names}');
  // The address and the page are another machine's tomorrow.
  const named = isAboutNames ? seen.replaceAll(url, '').replaceAll(origin, '') : '';
  return detail === '' && named === ''
    ? fingerprint
    : `${fingerprint}-${hashOf([detail, named]).slice(0, 8)}`;
}

/** Returns the fingerprint in what a finding is accepted by. */
export const fingerprintIn = (accepted: string): string => accepted.slice(0, 16);

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
