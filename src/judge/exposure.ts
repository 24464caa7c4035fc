import { exposures } from '../diagnoses/exposures.ts';
import type { ExposureId, Severity } from '../diagnoses/vocabulary.ts';
import type { OriginRole } from '../model.ts';

/** A page that reads what is kept from it. */
export interface Reader {
  readonly role: OriginRole;
  /** Whether the policy lets any page read it without credentials. */
  readonly public: boolean;
  /** The wider mistake that lets the page in; absent where there is none. */
  readonly mistake?: ExposureId | undefined;
}

/** A diagnosis, and the one whose words say what was seen. */
export interface Exposure {
  readonly diagnosis: ExposureId;
  readonly seenAs: ExposureId;
}

/** Names what it is that a page reads; `strangerReads`: so does a page of an origin that nothing trusts. */
export function exposureFor(
  { role, public: isPublic, mistake }: Reader,
  { withCredentials, strangerReads }: { readonly withCredentials: boolean; readonly strangerReads: boolean },
): Exposure {
  const alone = (diagnosis: ExposureId): Exposure => ({ diagnosis, seenAs: diagnosis });
  if (isPublic) return alone('credentials-undeclared-granted');
  const anyOrigin = withCredentials ? 'any-origin-with-credentials' : 'any-origin';
  // Where any stranger reads, no particular comparison is at fault.
  if (strangerReads) return alone(anyOrigin);
  const own = ownExposure(role) ?? anyOrigin;
  return { diagnosis: mistake ?? own, seenAs: own };
}

/** Returns what it is that a page in `role` reads; `null` where the role says nothing of it. */
function ownExposure(role: OriginRole): ExposureId | null {
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
    case 'shared-host':
      return 'shared-host-trusted';
    case 'port':
      return 'origin-port-trusted';
    case 'trusted':
    case 'untrusted':
    case 'absent':
      return null;
    default:
      return role satisfies never;
  }
}

/**
 * Returns the severity of an exposure where it is not that of its diagnosis, else `null`. Without credentials a page
 * reads only what anybody on the same network can. The status says nothing of it: what is answered to whoever is not
 * signed in is answered otherwise to a user who is.
 */
export const exposureSeverity = (
  diagnosis: ExposureId,
  { withCredentials }: { readonly withCredentials: boolean },
): Severity | null => (!withCredentials && exposures[diagnosis].severity === 'critical' ? 'high' : null);

/**
 * Returns the severity of a grant where it is not that of its diagnosis, else `null`: a request that is granted is no
 * worse than the response that it would read.
 */
export function grantSeverity({ role, mistake }: Reader): Severity | null {
  const own = mistake ?? ownExposure(role);
  return own !== null && exposures[own].severity === 'medium' ? 'medium' : null;
}
