import type { DiagnosisId, Owner } from './vocabulary.ts';

/**
 * Who else can cure it, or is as often at fault as the owner of the diagnosis: whoever operates a server in front of the
 * API, which may answer in its place, and the page, which need not ask for what is refused.
 */
const table: Readonly<Partial<Record<DiagnosisId, readonly Owner[]>>> = {
  'origin-missing': ['operator'],
  'preflight-origin-missing': ['operator'],
  'origin-multiple': ['operator'],
  'preflight-origin-multiple': ['operator'],
  'origin-wildcard-with-credentials': ['front end'],
  'preflight-origin-wildcard-with-credentials': ['front end'],
  'credentials-not-allowed': ['front end'],
  'preflight-credentials-not-allowed': ['front end'],
  'header-not-allowed': ['front end'],
  'preflight-redirect': ['front end', 'operator'],
  'preflight-status-not-ok': ['operator'],
  'resource-redirect': ['front end', 'operator'],
  'resource-redirect-refused': ['front end', 'operator'],
  'redirect-with-credentials': ['front end'],
  'redirect-scheme-unsupported': ['front end'],
};

export const alsoOwnersOf = (diagnosis: DiagnosisId): readonly Owner[] => table[diagnosis] ?? [];
