import type { ExposureId, Severity } from '../diagnoses/vocabulary.ts';
import type { OriginRole } from '../model.ts';

/** Names what it is that a page in `role` reads; `strangerReads`: so does a page of an origin that nothing trusts. */
export function exposureFor(
  { role, public: isPublic }: { role: OriginRole; public: boolean },
  withCredentials: boolean,
  strangerReads: boolean,
): ExposureId {
  if (isPublic) return 'credentials-undeclared-granted';
  // Where any stranger reads, no particular comparison is at fault.
  if (strangerReads) return withCredentials ? 'any-origin-with-credentials' : 'any-origin';
  switch (role) {
    case 'other-route':
      return 'other-route-origin-trusted';
    case 'opaque':
      return 'opaque-origin-trusted';
    case 'insecure':
      return 'insecure-origin-trusted';
    case 'subdomain':
      return 'subdomain-trusted';
    case 'parent':
      return 'parent-domain-trusted';
    case 'prefix':
      return 'origin-prefix-trusted';
    case 'suffix':
      return 'origin-suffix-trusted';
    case 'unescaped-dot':
      return 'origin-unescaped-dot-trusted';
    case 'truncated':
      return 'origin-truncated-trusted';
    case 'top-level-domain':
      return 'origin-top-level-domain-trusted';
    case 'loopback':
      return 'loopback-origin-trusted';
    case 'port':
      return 'origin-port-trusted';
    case 'trusted':
    case 'untrusted':
    case 'absent':
      return withCredentials ? 'any-origin-with-credentials' : 'any-origin';
    default:
      return role satisfies never;
  }
}

/** Without credentials a page reads only what anybody on the same network can; an error response says little. */
export function exposureSeverity(
  diagnosis: ExposureId,
  withCredentials: boolean,
  status: number | null,
): Severity | null {
  if (status !== null && status >= 400) return 'medium';
  return withCredentials || diagnosis === 'any-origin' ? null : 'high';
}
