import type { CheckKind, CredentialsMode, OriginRole, ProbeRequest } from './model.ts';

/** One request that a route's test makes, and the page that makes it. */
export interface PlannedProbe {
  readonly key: string;
  readonly page: { readonly origin: string; readonly opaque: boolean };
  readonly request: ProbeRequest;
  /** The key of the probe that this one must follow at once, with its caches as that one left them. */
  readonly follows: string | null;
  /** The plan's last, made from its page anew when every other has been. */
  readonly last: boolean;
}

/** What is expected of one probe or several. */
export type Expectation =
  | { readonly check: 'readable' | 'redirect-free' | 'method-refused'; readonly probe: string }
  /**
   * `control` is the same request from a stranger's page: what a stranger may read is not a lookalike's fault.
   * `sibling` is the same request from a plain subdomain beside it, where it is one as well.
   */
  | {
      readonly check: 'unreadable';
      readonly probe: string;
      readonly control: string;
      readonly sibling: string | null;
      readonly public: boolean;
    }
  | { readonly check: 'header-refused'; readonly probe: string; readonly name: string }
  | { readonly check: 'headers-exposed'; readonly probe: string; readonly declared: readonly string[] }
  /** `status` is what the policy says the API answers with; `null` for any. */
  | { readonly check: 'error-readable'; readonly probe: string; readonly status: number | null }
  | {
      readonly check: 'vary';
      readonly on: 'actual' | 'preflight';
      readonly variants: readonly {
        readonly role: 'trusted' | 'untrusted' | 'absent';
        readonly probe: string;
      }[];
    }
  | {
      readonly check: 'preflight-cache';
      readonly first: string;
      readonly second: string;
      readonly declaredSeconds: number;
    };

/** One check, described as its verdict will be, and what is expected. */
export interface DerivedCheck {
  readonly id: string;
  readonly check: CheckKind;
  readonly route: string;
  readonly origin: string;
  readonly originRole: OriginRole;
  readonly method: string;
  readonly credentialsMode: CredentialsMode;
  readonly url: string;
  readonly expectation: Expectation;
}

/** All that is asked of one route. */
export interface RoutePlan {
  readonly route: string;
  readonly probes: readonly PlannedProbe[];
  /** The same request from a trusted page, before and after all others; `null` if nobody is trusted. */
  readonly bookends: { readonly before: string; readonly after: string } | null;
  readonly checks: readonly DerivedCheck[];
}
