import type { DiagnosisId, DiagnosisKind, Owner, Severity } from './diagnoses/vocabulary.ts';
import type { HeaderList } from './fetch-standard/header-list.ts';

export type { HeaderList } from './fetch-standard/header-list.ts';

/** A browser engine that the harness can drive. */
export type EngineId = 'chromium' | 'firefox' | 'webkit';

export type CredentialsMode = 'omit' | 'same-origin' | 'include';

/**
 * What a page makes a request with. For an element, `mode` is "no-cors" without the attribute `crossorigin`, and
 * `credentialsMode` "include" stands for `use-credentials`.
 */
export type PageApi =
  | 'fetch'
  | 'XMLHttpRequest'
  | 'image'
  | 'canvas'
  | 'script'
  | 'module'
  | 'stylesheet'
  /** A link element with this `rel`; what a preload asks for is as of `fetch()`. */
  | 'preload'
  | 'modulepreload'
  | 'prefetch'
  | 'track'
  | 'font'
  | 'video'
  | 'EventSource'
  | 'sendBeacon'
  | 'worker'
  | 'WebSocket'
  | 'iframe'
  /** A tab of its own that the page opens, and whose document sends its opener a message. */
  | 'tab';

/** One request that a page makes. Plain JSON. */
export interface ProbeRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderList;
  readonly body: string | null;
  /** `true`: the body is a stream, with `duplex: 'half'`; https://fetch.spec.whatwg.org/#dom-requestinit-duplex */
  readonly streamingBody?: true;
  /** `true`: a listener is on `upload` of the XMLHttpRequest; https://xhr.spec.whatwg.org/#upload-listener-flag */
  readonly uploadListener?: true;
  /**
   * `true`: the page waits for the end of the event stream, and for what the browser's own second request comes to. What is
   * observed is that of the last request.
   */
  readonly reconnects?: true;
  readonly credentialsMode: CredentialsMode;
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly redirectMode: 'follow' | 'error' | 'manual';
  readonly api: PageApi;
  /** What `fetch()` is told of the target's address; https://wicg.github.io/local-network-access/ */
  readonly targetAddressSpace?: 'loopback' | 'local' | 'public';
  /** What `fetch()` is told of caches; https://fetch.spec.whatwg.org/#concept-request-cache-mode */
  readonly cacheMode?: 'no-store' | 'reload' | 'no-cache';
  /**
   * `true`: the actual request is stopped in the browser, after its real CORS-preflight request. It never
   * reaches the server.
   */
  readonly held: boolean;
  /** `true`: the page's script reads the text of the body, for what opens a session. */
  readonly readsBody?: true;
}

/** What the page's script saw. */
export type Outcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly type: string;
      readonly url: string;
      readonly redirected: boolean;
      /** The response headers that the page can read. */
      readonly headers: HeaderList;
      /** Why reading the body failed after the headers had been shared; null if it did not. */
      readonly bodyError: string | null;
      /** The text of the body, where the request reads it. Never part of what is reported. */
      readonly body?: string;
    }
  | { readonly kind: 'network-error'; readonly message: string }
  | { readonly kind: 'held' }
  | { readonly kind: 'timeout'; readonly afterMs: number };

/** One HTTP request and its response, as they were on the wire. */
export interface Exchange {
  readonly purpose: 'preflight' | 'actual';
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: HeaderList;
  /** `null` if no response came. */
  readonly response: {
    readonly status: number;
    /** Header lines in order, repeated names apart. */
    readonly headers: HeaderList;
    readonly fromCache: boolean;
  } | null;
  /** The engine's own code for a transport failure, such as `net::ERR_CONNECTION_REFUSED`; else `null`. */
  readonly failure: string | null;
}

/** Everything seen in one probe, as plain JSON. Secrets are already redacted. */
export interface Observation {
  readonly engine: { readonly id: EngineId; readonly version: string };
  /** The page's own `location.origin`: `null` (the string) if it is opaque. */
  readonly pageOrigin: string;
  readonly request: ProbeRequest;
  readonly outcome: Outcome;
  /** The exact console texts of this request, in order. */
  readonly console: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** The engine's own name for a CORS refusal, such as `MissingAllowOriginHeader`; else `null`. */
  readonly refusal: { readonly code: string; readonly parameter: string } | null;
  /** The engine's own code for the failure as a whole, such as `net::ERR_FAILED`; else `null`. */
  readonly failure: string | null;
  /** Why a witness is not whole, so that no verdict may rest on this observation; else `null`. */
  readonly incomplete: string | null;
  /**
   * The names of the cookies that went with the request itself, in a page with a session; absent in a page without one, or
   * if nothing was sent.
   */
  readonly cookieNames?: readonly string[];
  /**
   * Why the engine did not store or send cookies, by its own names, in a page with a session; absent if it named none. A name
   * of DevTools' issues begins with `Exclude` or `Warn`.
   */
  readonly cookieReasons?: readonly CookieReason[];
}

/** A reason why an engine did not store or send a cookie. */
export interface CookieReason {
  /** Of the cookie. */
  readonly name: string;
  readonly reason: string;
}

export type VerdictStatus = 'conforms' | 'violates' | 'inapplicable' | 'inconclusive';

/** How an origin stands to the policy. */
export type OriginRole =
  | 'trusted'
  | 'untrusted'
  | 'other-route'
  | 'opaque'
  | 'insecure'
  | 'subdomain'
  | 'parent'
  | 'prefix'
  | 'suffix'
  | 'unescaped-dot'
  | 'truncated'
  | 'top-level-domain'
  | 'port'
  | 'loopback'
  | 'shared-host'
  | 'absent';

/** What a verdict is about. */
export type CheckKind =
  | 'readable'
  | 'unreadable'
  | 'method-refused'
  | 'header-refused'
  | 'headers-exposed'
  | 'error-readable'
  | 'redirect-free'
  | 'vary'
  | 'preflight-cache'
  /** Whether the cookie of the route's session goes with the route's own request. */
  | 'session'
  /** Whether a page of any site can send a request of the route with that cookie. */
  | 'cross-site-post'
  /** What the route's own requests are answered with. */
  | 'status';

/**
 * What the browser made of the same request when it was given the headers of a corrected server in place of the
 * API's own. `opens-too-much`: with them, somebody reads who must not. `inconclusive`: of this request, or of
 * another by which the same headers could do harm, no verdict was reached.
 */
export type ProofOutcome = 'proved' | 'still-fails' | 'opens-too-much' | 'inconclusive' | 'not-tried';

export interface Proof {
  readonly outcome: ProofOutcome;
  /** Whole sentences: what was proved, what still fails, or why nothing was tried. */
  readonly said: string;
  /** The header lines that the browser was given instead; empty if nothing was tried. */
  readonly headers: readonly { readonly on: 'preflight' | 'actual'; readonly line: string }[];
}

/**
 * Who made a response: the application, an error of the framework or of the server that it runs in, a server in front of
 * it, a stored copy, a gateway that lets nobody in without a key, a tunnel or a guard against robots, a check for a
 * session. `unknown` where nothing shows it.
 */
export type ResponderKind =
  'application' | 'error path' | 'proxy' | 'cache' | 'authorizer' | 'tunnel' | 'login' | 'unknown';

/** Who made a response, by its own header lines and by what tells it from the API's other responses. */
export interface Responder {
  readonly kind: ResponderKind;
  /** What people call it; `null` if it is unknown. */
  readonly name: string | null;
  /** Who answered and what shows it, as one sentence. */
  readonly said: string;
}

/** The answer for one route, origin, method and credentials mode. Plain JSON; the unit of every report. */
export interface Verdict {
  /** Unique in a run and the same in every run of the same policy. */
  readonly id: string;
  readonly status: VerdictStatus;
  /**
   * The id of the verdict that this one follows from by the standard: no request was made for it. `null` of a verdict
   * on what was seen.
   */
  readonly followsFrom: string | null;
  /** `null` if nothing is wrong, or nothing could be said. */
  readonly diagnosis: DiagnosisId | null;
  readonly kind: DiagnosisKind | null;
  readonly severity: Severity | null;
  readonly owner: Owner | null;
  /** Who else can cure it, or may be the one who has to; absent where nobody can, and in what no report holds yet. */
  readonly alsoOwners?: readonly Owner[];
  /** Who made the response that failed; absent where none is, and in what no report holds yet. */
  readonly responder?: Responder;
  readonly check: CheckKind;
  /** The route's path as the policy writes it. */
  readonly route: string;
  readonly origin: string;
  readonly originRole: OriginRole;
  readonly method: string;
  readonly credentialsMode: CredentialsMode;
  /** What tells the request from others of its method, such as the name of a declared error; else empty. */
  readonly detail: string;
  readonly engine: { readonly id: EngineId; readonly version: string };
  readonly url: string;
  /** `true`: the actual request was held after its CORS-preflight request, so only that was judged. */
  readonly held: boolean;
  readonly console: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** The three sentences, filled; for `inconclusive` and `inapplicable`, `seen` is the reason. */
  readonly seen: string;
  readonly why: string;
  readonly remedy: string;
  /** Address with anchor, or the empty string. */
  readonly spec: string;
  /** `true`: the wire and the standard alone say so, as no browser of this run can be at its origin. Absent: a browser does. */
  readonly withoutBrowser?: true;
  /** The response header lines that would make it right; empty where headers cannot. */
  readonly headersToSend: readonly { readonly on: 'preflight' | 'actual'; readonly line: string }[];
  /** What became of a violation under the headers of a corrected server; `null` if no proof was asked for. */
  readonly proof: Proof | null;
  readonly reproduce: {
    readonly curl: string;
    readonly fetch: string;
    /**
     * What the curl line showed when it was run, in status and CORS lines, beside what the browser saw. One line is run for
     * all pages for which a route has the same finding. Absent: nothing is wrong, or there is no such line.
     */
    readonly curlShows?: 'same' | 'another' | 'not-run';
    /** Sentences on the two lines; absent: none. */
    readonly notes?: readonly string[];
  };
  /** Stable over runs, machines and engine versions: diagnosis, check, route, origin role, method, mode. */
  readonly fingerprint: string;
}

/** One file of a fix: a server's, or of a server in front of it, filled with the policy's own values. */
export interface FixFile {
  /** What people call the software. */
  readonly stack: string;
  /** What tells it from the other files of the stack. */
  readonly variant: string;
  readonly path: string;
  /** The fence of a Markdown code block. */
  readonly language: string;
  /** What a user types to install what the file needs; the empty string if nothing. */
  readonly install: string;
  readonly text: string;
  /** Sentences that a user of it should know. */
  readonly notes: readonly string[];
}

/** The fix of every violation of some routes, which the same pages may read. */
export interface ReportFix {
  /** Unique in a report; an HTML id and a Markdown anchor. */
  readonly id: string;
  /**
   * What answers for the API. `null`: nobody knows, so that `files` has one of each stack that it may be: of those of
   * `among`, or of every one.
   */
  readonly stack: {
    readonly id: string;
    readonly name: string;
    /** `guess`: from the response header line `hint`. */
    readonly from: 'policy' | 'guess';
    readonly hint: string | null;
  } | null;
  /** The names of the stacks that run on the server that the response header line `hint` names; absent: no line does. */
  readonly among?: { readonly stacks: readonly string[]; readonly hint: string };
  readonly routes: readonly string[];
  /** Sentences on what the files say beyond what one of the routes declares; absent: nothing. */
  readonly notes?: readonly string[];
  /** The ids of the violations and hazards that it cures. */
  readonly verdicts: readonly string[];
  /** The one to begin with first. */
  readonly files: readonly FixFile[];
  /** Sentences on files that cannot be written with these values. */
  readonly problems: readonly string[];
}

/** What is wrong with a route, is known, and does not fail the gate until a day. */
export interface AcceptedFinding {
  readonly diagnosis: DiagnosisId;
  /** The route's path as the policy writes it. */
  readonly route: string;
  readonly reason: string;
  /** The last day on which it is accepted, as `YYYY-MM-DD` in UTC. */
  readonly until: string;
  /** The engines that it was seen in when it was accepted: where one of them is not asked, nobody knows that it is gone. */
  readonly engines: readonly EngineId[];
  /** Those of the verdicts that found it. */
  readonly fingerprints: readonly string[];
}

/**
 * What a finding does: `error` fails the gate, `warn` fails it only where the policy's `failOn` is `warn`, and `off` never
 * does.
 */
export type Level = 'error' | 'warn' | 'off';

/** What the policy says of a diagnosis. */
export interface SetLevel {
  readonly diagnosis: DiagnosisId;
  /** `null`: on all routes that say nothing of it. */
  readonly route: string | null;
  readonly level: Level;
  /** Why it is off; `null` of another level. */
  readonly reason: string | null;
}

/** What `wholeReport()` makes of `reports/out/report.json`, where each thing is said once (`WrittenReport`). */
export interface Report {
  /**
   * 2: verdicts have `followsFrom`, and the gate has `follow`. 3: `report.json` says once what several verdicts have in
   * common. 4: findings have levels, and the gate has `failOn`.
   */
  readonly schemaVersion: 4;
  readonly tool: { readonly name: 'cors-conformance'; readonly version: string };
  readonly target: string;
  /** The policy, from the folder of the repository; absent where variables describe it. */
  readonly policyFile?: string;
  readonly gate: {
    readonly passed: boolean;
    /** The level from which a finding fails the gate. */
    readonly failOn: 'error' | 'warn';
    readonly planned: number;
    /** The checks that have a verdict on what was seen. */
    readonly ran: number;
    /** The checks whose verdicts follow from another one's: they did not run. */
    readonly follow: number;
    /** The checks that the wire and the standard alone have a verdict on, without a browser; absent: none. */
    readonly withoutBrowser?: number;
    readonly reasons: readonly string[];
  };
  readonly totals: Readonly<Record<VerdictStatus, number>> & {
    readonly hazards: number;
    /** Of `violates`, hazards among them: those that are accepted. */
    readonly accepted: number;
    /** Of `violates`: those whose level is off. */
    readonly off: number;
    readonly held: number;
  };
  /** Every engine that checks were planned for; `version` is `unknown` of one that made none. */
  readonly engines: readonly { readonly id: EngineId; readonly version: string }[];
  /** In the policy's order. */
  readonly routes: readonly {
    readonly path: string;
    readonly methods: readonly string[];
    /** That of `policyFile` that says the path; absent where none does. */
    readonly line?: number;
    /** What the route's own requests were answered with, by method; absent in a report of an older version. */
    readonly statuses?: readonly { readonly method: string; readonly statuses: readonly number[] }[];
  }[];
  /** The patterns by which routes trust origins; absent: none. */
  readonly patterns?: readonly {
    readonly pattern: string;
    /** The origins that stand for all that it covers. */
    readonly sample: readonly string[];
    /** What its star stands in front of, or whose port is any. */
    readonly host: string;
    readonly isAnyName: boolean;
    readonly isAnyPort: boolean;
    /** Those that trust it. */
    readonly routes: readonly string[];
  }[];
  /** In the order of the plan; trusted origins first. */
  readonly origins: readonly { readonly origin: string; readonly role: OriginRole }[];
  readonly verdicts: readonly Verdict[];
  /** The checks that engines answered differently, in the order of `verdicts`. */
  readonly disagreements: readonly {
    /** That of the verdicts, without the engine. */
    readonly id: string;
    readonly check: CheckKind;
    readonly route: string;
    readonly origin: string;
    readonly originRole: OriginRole;
    readonly method: string;
    readonly credentialsMode: CredentialsMode;
    readonly answers: readonly {
      readonly status: VerdictStatus;
      readonly diagnosis: DiagnosisId | null;
      readonly engines: readonly EngineId[];
    }[];
  }[];
  /** In the order of their first violation. */
  readonly fixes: readonly ReportFix[];
  /** What the policy says of diagnoses; of the others, a hazard has level `warn`, and the rest `error`. */
  readonly levels: readonly SetLevel[];
  /** How the findings differ from those of an earlier report: absent where none was named. What is known fails no gate. */
  readonly since?: {
    /** The path or the address of the earlier report. */
    readonly report: string;
    readonly found: number;
    readonly gone: number;
    /** Found in both, and answered otherwise. */
    readonly changed: number;
    /** Found before, and not judged now. */
    readonly unseen: number;
    /** Found in both, and answered alike. */
    readonly same: number;
  };
  /** What `cors.baseline.json` says of the routes that ran. */
  readonly accepted: readonly (AcceptedFinding & {
    /** The day until which it was accepted is past: it fails the gate. */
    readonly isOver: boolean;
    /** Those of `fingerprints` that no verdict of this run has, although it asked: they fail the gate. */
    readonly gone: readonly string[];
  })[];
}
