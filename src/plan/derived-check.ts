import type { ExposureId } from '../diagnoses/vocabulary.ts';
import type { CheckKind, CredentialsMode, OriginRole, ProbeRequest } from '../model.ts';
import type { PlannedSession } from './planned-session.ts';
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
  /** Neither need it be made if what that was answered, and shared, would be refused with credentials. */
  readonly orRefusable: boolean;
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
   * `under` are the wider mistakes that let the page in as well, shown by the same request from other pages.
   * `isDeclared`: the policy says of the method that the API answers it.
   */
  readonly unreadable: {
    readonly probe: string;
    readonly control: string;
    readonly under: readonly PlannedMistake[];
    readonly public: boolean;
    readonly isDeclared: boolean;
    /** Whether it is the route's own request, and not one that the policy declares an error of. */
    readonly isOwn: boolean;
    /** Statuses that the policy declares of this request: an answer with one of them is the one that was expected. */
    readonly declared: readonly number[];
    /** The id of the check that this one follows from if its request need not be made; `null` if that is never so. */
    readonly from: string | null;
  };
  /**
   * `list` is judged with one of several checks of the same kind. `elsewhere` are the methods that the policy declares at
   * other addresses: one list for the whole API grants them here as well.
   */
  readonly 'method-refused': {
    readonly probe: string;
    readonly list: ListExpectation | null;
    readonly elsewhere: readonly string[];
  };
  /** `isDeclared`: the policy says which request headers pages send. `elsewhere`: as of `method-refused`. */
  readonly 'header-refused': {
    readonly probe: string;
    readonly name: string;
    readonly list: ListExpectation;
    readonly isDeclared: boolean;
    readonly elsewhere: readonly string[];
  };
  readonly 'headers-exposed': { readonly probe: string; readonly declared: readonly string[] };
  /** `status` is what the policy says the API answers with; `null` for any. */
  readonly 'error-readable': { readonly probe: string; readonly status: number | null };
  /** `declared`: as of `unreadable`. `isOwn`: compared are answers to the route's own requests, and not an error's. */
  readonly vary: {
    readonly on: 'actual' | 'preflight';
    readonly variants: readonly PlannedVariant[];
    readonly declared: readonly number[];
    readonly isOwn: boolean;
  };
  /** What the route's own requests that are sent have to be answered with; `null`: any ok status. */
  readonly status: {
    readonly asked: readonly { readonly method: string; readonly probe: string }[];
    readonly declared: readonly number[] | null;
  };
  /** `probe`: the request that the cookie has to go with. `declared`: as of `status`. */
  readonly session: { readonly probe: string; readonly declared: readonly number[] | null };
  /** `probe`: the request as a trusted page makes it. */
  readonly 'cross-site-post': { readonly probe: string };
  readonly 'preflight-cache': {
    readonly first: string;
    readonly second: string;
    readonly declaredSeconds: number;
  };
}

/** A mistake of a comparison, and the probes by which it shows; see `Mistake`. */
export interface PlannedMistake {
  readonly diagnosis: ExposureId;
  readonly shownBy: readonly string[];
  readonly unless: string | null;
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
  /** What its trusted pages are signed in by; `null`: nothing. */
  readonly session: PlannedSession | null;
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
