import type { CheckKind, CredentialsMode, OriginRole, ProbeRequest } from '../model.ts';
import type { ServerPromise } from './server-promise.ts';

/** One request that a route's test makes, and the page that makes it. */
export interface PlannedProbe {
  readonly key: string;
  readonly page: { readonly origin: string; readonly opaque: boolean };
  readonly request: ProbeRequest;
  /** The key of the probe that this one must follow at once, with its caches as that one left them. */
  readonly follows: string | null;
  /**
   * The key of the same request without credentials, from the same page: if that is refused, this one need not be made.
   * `null`: it is made in any case.
   */
  readonly unlessRefused: string | null;
  readonly turn: ProbeTurn;
}

/**
 * When it is made: with what else its page asks; from its page anew when all pages have asked; or after that, as it may
 * change or delete what the others ask for.
 */
export type ProbeTurn = 'usual' | 'end' | 'sent';

/** What is expected of one probe or several, by kind of check. */
interface Expected {
  readonly readable: { readonly probe: string };
  readonly 'redirect-free': { readonly probe: string };
  /**
   * `control` is the same request from a stranger's page: what a stranger may read is not a lookalike's fault.
   * `sibling` is the same request from a plain subdomain beside it, where it is one as well. `isDeclared`: the policy
   * says of the method that the API answers it.
   */
  readonly unreadable: {
    readonly probe: string;
    readonly control: string;
    readonly sibling: string | null;
    readonly public: boolean;
    readonly isDeclared: boolean;
    /** The id of the check that this one follows from if its request need not be made; `null` if that is never so. */
    readonly from: string | null;
  };
  /** `list` is judged with one of several checks of the same kind. */
  readonly 'method-refused': { readonly probe: string; readonly list: ListExpectation | null };
  readonly 'header-refused': {
    readonly probe: string;
    readonly name: string;
    readonly list: ListExpectation;
  };
  readonly 'headers-exposed': { readonly probe: string; readonly declared: readonly string[] };
  /** `status` is what the policy says the API answers with; `null` for any. */
  readonly 'error-readable': { readonly probe: string; readonly status: number | null };
  readonly vary: { readonly on: 'actual' | 'preflight'; readonly variants: readonly PlannedVariant[] };
  readonly 'preflight-cache': {
    readonly first: string;
    readonly second: string;
    readonly declaredSeconds: number;
  };
}

/** What is expected by a check of one of `Kind`. */
export type Expectation<Kind extends CheckKind = CheckKind> = {
  [Each in Kind]: { readonly check: Each } & Expected[Each];
}[Kind];

/**
 * Whose request is compared with others: a page's that is trusted or not, one without Origin, and a page's with the
 * request headers that the policy declares, which no page but a trusted one may send: of others they are asked for by a
 * CORS-preflight request alone.
 */
export type VariantRole =
  'trusted' | 'other-trusted' | 'untrusted' | 'absent' | 'trusted-with-headers' | 'untrusted-with-headers';

/** A probe whose answer is compared with those of others. */
export interface PlannedVariant {
  readonly role: VariantRole;
  /** Its key. */
  readonly probe: string;
}

/** What the lists of CORS-preflight responses may grant. */
export interface ListExpectation {
  readonly declared: readonly string[];
  /** What a probe asks for by itself, so that its own check is about it. */
  readonly asked: readonly string[];
  /** The probes of the same page whose CORS-preflight responses may hold such a list. */
  readonly seenIn: readonly string[];
}

/** One check, described as its verdict will be, and what is expected. */
export interface DerivedCheck {
  readonly id: string;
  readonly check: CheckKind;
  readonly route: string;
  readonly origin: string;
  readonly originRole: OriginRole;
  readonly method: string;
  readonly credentialsMode: CredentialsMode;
  /** What tells the request from others of its method, such as the name of a declared error; else empty. */
  readonly detail: string;
  readonly url: string;
  readonly expectation: Expectation;
}

/** All that is asked of one route. */
export interface RoutePlan {
  readonly route: string;
  /** What the policy promises of it; of the unknown path, what holds for every answer. */
  readonly promise: ServerPromise;
  readonly probes: readonly PlannedProbe[];
  /** The same request from a trusted page, before and after all others; `null` if nobody is trusted. */
  readonly bookends: {
    readonly before: string;
    readonly after: string;
    /** Whether nothing that the run sends in between may change what is answered. */
    readonly isSteady: boolean;
  } | null;
  readonly checks: readonly DerivedCheck[];
}
