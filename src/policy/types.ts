import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { StackId } from '../fix/stacks.ts';
import type { TrustedOrigin } from './trusted.ts';

export type { TrustedOrigin } from './trusted.ts';
import type { PolicySession, SessionInput } from './session-types.ts';

export type * from './session-types.ts';

/**
 * A policy as its author writes it: what an API promises to the pages of other origins. Give it to
 * `definePolicy` as the default export of `cors.policy.ts`. What is left out has the default named here.
 */
export interface PolicyInput {
  /**
   * The API: an http or https origin, optionally with a base path that goes before every route's path.
   * `'demo'` is the API that comes with the harness.
   */
  readonly target: string | PolicyTarget;
  /** How the API is started before it is asked, and ended with the run. Default: it runs already. */
  readonly start?: StartInput | null | undefined;
  /** Serialized origins whose pages may read the responses, and patterns of them. */
  readonly trustedOrigins: readonly TrustedOriginInput[];
  readonly routes: readonly RouteInput[];
  /** Default `'error'`: what has level `warn` is reported, and does not fail the gate. */
  readonly failOn?: FailOn | undefined;
  /** The levels of diagnoses, by their ids. Default: `'warn'` for a hazard, else `'error'`. */
  readonly levels?: LevelsInput | undefined;
  /** How pages are signed in, by a name that routes refer to. Default: none. */
  readonly sessions?: Readonly<Record<string, SessionInput>> | undefined;
  /**
   * `false`: what is answered to a path that the API does not have is not judged, as where a gateway in front of it
   * answers. Default `true`: a trusted page has to be able to read it.
   */
  readonly unknownPath?: boolean | undefined;
  /** What answers for the API, such as `'nginx'`: whose fix is printed. Not given: guessed from response headers. */
  readonly stack?: StackId | null | undefined;
  /**
   * `true`: what headers can cure is asked for again in Chromium, with the headers of a corrected server in place of
   * the API's own, and the report says whether that is a cure. Default `false`.
   */
  readonly proveFix?: boolean | undefined;
  readonly limits?: Partial<PolicyLimits> | undefined;
  /** Further hosts, as `host` or `host:port`, that redirects may lead to. Default: none. */
  readonly alsoContact?: readonly string[] | undefined;
  /**
   * Values to redact everywhere, beside those that always are: of `headers`, and of parameters of a `query` that are tokens
   * or keys by their name, such as `api_key`.
   */
  readonly secrets?: readonly (string | undefined)[] | undefined;
}

export interface StartInput {
  /** A line for the shell, such as `'npm start'`, which stays until it is ended. */
  readonly command: string;
  /** The API answers here, with a status below 500, once it can be asked. Default: the target. */
  readonly url?: string | undefined;
  /** How long that may take. Default 60000. */
  readonly timeoutMs?: number | undefined;
}

/** What a page asks for a route with: `fetch()`, an `EventSource`, a `WebSocket`. */
export type RouteKind = 'fetch' | 'event-source' | 'websocket';

/** What an element asks for, with its attribute `crossorigin` where it has one. */
export type ElementKind = 'image' | 'font' | 'module' | 'stylesheet';

/** One path of the API and what pages may do with it. */
export interface RouteInput {
  /** Starts with `/`. `{name}` stands for the path parameter of that name. */
  readonly path: string;
  /** Needed, but for an `EventSource` and a `WebSocket`, which ask by `GET`. */
  readonly methods?: readonly string[] | undefined;
  readonly pathParameters?: Readonly<Record<string, string | number>> | undefined;
  /** Names and values, or a query string without its question mark. */
  readonly query?:
    string | Readonly<Record<string, string | number | readonly (string | number)[]>> | undefined;
  /**
   * Names of the request headers that a page may send. Default: none. `null`: nobody has said yet, so what the API grants
   * is told, and not judged.
   */
  readonly requestHeaders?: readonly string[] | null | undefined;
  /** Whether pages send their requests with credentials mode "include". Default `'omit'`. */
  readonly credentials?: 'omit' | 'include' | undefined;
  /** The name of the session that trusted pages call it with. Default: none. */
  readonly session?: string | null | undefined;
  /** Names of the response headers that a page may read, beside the CORS-safelisted ones. Default: none. */
  readonly exposedHeaders?: readonly string[] | undefined;
  /** How long a CORS-preflight response may be reused. Not given: not judged. */
  readonly preflightCacheSeconds?: number | null | undefined;
  /** `true`: a page of any origin may read the response, without credentials. Default `false`. */
  readonly public?: boolean | undefined;
  /**
   * `true`: unsafe methods really reach the API. Default `false`: they are held in the browser after their
   * CORS-preflight request.
   */
  readonly send?: boolean | undefined;
  /** Sent with every method but GET and HEAD. */
  readonly body?: BodyInput | null | undefined;
  /** Real values for request headers that `requestHeaders` lists. Secrets: never shown. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** What pages ask for it with. Default `'fetch'`. */
  readonly kind?: RouteKind | undefined;
  /** The subprotocols that a WebSocket asks for, such as `'graphql-transport-ws'`. Default: none. */
  readonly protocols?: readonly string[] | undefined;
  /** What an element of the page asks for it as, beside `fetch()`: for what `GET` answers. Default: none does. */
  readonly as?: ElementKind | null | undefined;
  /**
   * The status that the API answers the route's own requests with, or several, such as `401` where a page has nothing to
   * sign in with. Default: any ok status (200 to 299).
   */
  readonly status?: number | readonly number[] | null | undefined;
  /** Requests that the API refuses, and whose error response a page must still be able to read. */
  readonly errors?: readonly ErrorRequestInput[] | undefined;
  /** Takes the place of the policy's `trustedOrigins` for this route. */
  readonly trustedOrigins?: readonly TrustedOriginInput[] | null | undefined;
  /** Goes before the policy's `levels`, for this route. */
  readonly levels?: LevelsInput | undefined;
}

/** A body of a request: a text, or the fields and files of a form, as `FormData` sends them. */
export type BodyInput = TextBody | { readonly multipart: readonly FormPartInput[] };

export interface TextBody {
  readonly contentType: string;
  readonly text: string;
}

/** A field of a form, or a file if it has a `fileName` or `bytes`. */
export interface FormPartInput {
  readonly name: string;
  /** What it holds: this, or so many bytes, up to 33554432, which are made when the policy is read. */
  readonly text?: string | undefined;
  readonly bytes?: number | undefined;
  /** Default of a file of so many bytes: `'upload.bin'`. */
  readonly fileName?: string | undefined;
  /** Default of a file: `'application/octet-stream'`. */
  readonly contentType?: string | undefined;
}

/**
 * A serialized origin, such as `'https://app.example.com'`, or a pattern of origins whose pages may all read: whoever takes
 * one of them over reads as well.
 */
export type TrustedOriginInput = string | TrustedPatternInput;

export interface TrustedPatternInput {
  /**
   * `https://*.example.com`: exactly one label in front of the host. `https://**.example.com`: one or more.
   * `http://localhost:*`: any port. None covers the bare host behind `*.` or `**.`: list it beside the pattern.
   */
  readonly pattern: string;
  /** One origin that the pattern covers, or several: pages there have to be able to read. */
  readonly sample: string | readonly string[];
}

/** What fails the gate: findings of level `error` alone, or those of level `warn` as well. */
export type FailOn = 'error' | 'warn';

/** `off`: why a finding never fails the gate; the report shows it apart, with this reason. */
export type LevelInput = FailOn | { readonly off: string };

export type LevelsInput = { readonly [Id in DiagnosisId]?: LevelInput | undefined };

/** What differs from the route's own request. */
export interface ErrorRequestInput {
  /** Unique in its route, such as `'unauthenticated'`. */
  readonly name: string;
  /** The error status that the API answers with: 400 to 599. */
  readonly status: number;
  /** Default: the route's first method. */
  readonly method?: string | undefined;
  /** Default: the route's path. */
  readonly path?: string | undefined;
  /** Default: the route's query. */
  readonly query?: RouteInput['query'];
  /** Sent in place of the route's, such as a file that is too large (413). */
  readonly body?: BodyInput | null | undefined;
  /** Added to the route's `headers`; `null` leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null | undefined>> | undefined;
}

/** A valid policy: complete, normalized and plain JSON. `validatePolicy` of a `Policy` gives an equal one. */
export interface Policy {
  readonly target: PolicyTarget;
  /** `null`: it runs already. */
  readonly start: PolicyStart | null;
  readonly trustedOrigins: readonly TrustedOrigin[];
  /** At least one. */
  readonly routes: readonly PolicyRoute[];
  readonly failOn: FailOn;
  readonly levels: Levels;
  readonly sessions: Readonly<Record<string, PolicySession>>;
  readonly unknownPath: boolean;
  readonly stack: StackId | null;
  readonly proveFix: boolean;
  readonly limits: PolicyLimits;
  readonly alsoContact: readonly string[];
  /** Every value to redact, longest first. */
  readonly secrets: readonly string[];
}

/** `demo`: the API that comes with the harness; its origin is known once it listens. */
export type PolicyTarget = { readonly kind: 'demo' } | UrlTarget;

export interface UrlTarget {
  readonly kind: 'url';
  /** A serialized http or https origin. */
  readonly origin: string;
  /** The empty string, or a path that starts with a slash and does not end with one. */
  readonly basePath: string;
}

export interface PolicyStart {
  readonly command: string;
  readonly url: string;
  readonly timeoutMs: number;
}

export interface PolicyRoute {
  /** As the author wrote it, braces included. `requestUrl` fills it. */
  readonly path: string;
  /** At least one; normalized, unique, in the author's order. */
  readonly methods: readonly string[];
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Without its question mark; empty if there is none. */
  readonly query: string;
  /** Lower-case and unique; `null`: not judged. */
  readonly requestHeaders: readonly string[] | null;
  readonly credentials: 'omit' | 'include';
  /** A name of the policy's `sessions`, or `null`. */
  readonly session: string | null;
  /** Lower-case and unique. */
  readonly exposedHeaders: readonly string[];
  /** `null`: not judged. */
  readonly preflightCacheSeconds: number | null;
  readonly public: boolean;
  readonly send: boolean;
  readonly body: TextBody | null;
  /** Names lower-case. The values are secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly kind: RouteKind;
  /** The subprotocols of a WebSocket. */
  readonly protocols: readonly string[];
  /** `null`: no element asks for it. */
  readonly as: ElementKind | null;
  /** At least one, unique; `null`: any ok status. */
  readonly status: readonly number[] | null;
  readonly errors: readonly ErrorRequest[];
  /** `null`: the policy's own list holds. */
  readonly trustedOrigins: readonly TrustedOrigin[] | null;
  readonly levels: Levels;
}

export type Levels = { readonly [Id in DiagnosisId]?: LevelInput };

export interface ErrorRequest {
  readonly name: string;
  readonly status: number;
  readonly method: string;
  /** May hold the path parameters of its route. */
  readonly path: string;
  readonly query: string;
  /** `null`: that of its route. */
  readonly body: TextBody | null;
  /** Names lower-case. The values are secrets. `null` leaves out a header of the route. */
  readonly headers: Readonly<Record<string, string | null>>;
}

export interface PolicyLimits {
  /** Default 6. */
  readonly requestsInFlight: number;
  /** Default `null`: no limit. */
  readonly requestsPerSecond: number | null;
  /** For one probe. Default 10000. */
  readonly probeTimeoutMs: number;
  /** For the whole run. Default 600000. */
  readonly runTimeoutMs: number;
  /** How much of a response body is read. Default 1048576. */
  readonly responseBytes: number;
}
