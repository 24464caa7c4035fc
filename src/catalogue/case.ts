import type { DiagnosisId, ExposureId, NeighbourId, RefusalId } from '../diagnoses/vocabulary.ts';
import type { CredentialsMode, HeaderList, OriginRole, ProbeRequest } from '../model.ts';

/**
 * Where a case's request goes.
 *
 * - `api`: `http://127.0.0.1:<port>`; `other`: the same host, another port and so another origin. Both are https
 *   in an engine to which http on loopback is mixed content.
 * - `secure`: `https://api.example.localhost:<port>`, with a certificate that the browser trusts.
 * - `untrusted`: the same name on another port, with a certificate that no browser trusts.
 * - `apiOverTls`: an https address of a server that speaks no TLS.
 * - `http2`: as `secure`, on another port, over HTTP/2 alone.
 * - `closed`: a port on which nothing listens.
 * - `unreachable`: an address that no connection can be made to; nothing leaves the machine.
 * - `unknown`: `https://api.invalid`, a host name that does not exist; nobody is asked for it.
 * - `loopback`: `http://127.0.0.1:<port>`, in every engine.
 * - `unspecified`: `http://0.0.0.0:<port>`, the address of no host in particular.
 * - `insecure`: `http://api.example`, which is not on loopback; no connection to it is ever made.
 */
export type CaseServer =
  | 'api'
  | 'other'
  | 'secure'
  | 'http2'
  | 'untrusted'
  | 'apiOverTls'
  | 'closed'
  | 'unreachable'
  | 'unknown'
  | 'loopback'
  | 'unspecified'
  | 'insecure';

/**
 * What a server answers, sent verbatim. Placeholders in header values:
 *
 * - `{page}`: the origin of the case's page.
 * - `{origin}`: the request's own Origin; the line is left out if the request has none.
 * - `{trusted}`: the request's Origin if it is on `trusts`; else the line is left out.
 * - `{api}`, `{other}`, `{secure}`, …: the case's address on that server; `{user:secret@api}`: with a user name.
 * - `{accept}`: what the WebSocket handshake asks for.
 */
export interface CaseAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  /** Default: a short text. A sample is a small valid file. */
  readonly body?: string | { readonly sample: 'image' | 'font' | 'audio' };
  /** Over HTTP/1.1: the body is announced to be longer, and its last byte never comes; the connection stays. */
  readonly unended?: true;
}

/** What happens instead of an answer; `garbage` are bytes that are not HTTP, and `silence` is no answer at all. */
export interface CaseFault {
  readonly fault: 'reset' | 'close' | 'garbage' | 'silence';
}

export interface CaseResource {
  /** To a CORS-preflight request. Where it is absent, none may arrive. */
  readonly preflight?: CaseAnswer | CaseFault;
  /** To every other request. */
  readonly actual: CaseAnswer | CaseFault;
  /** Instead, if the request carries no cookie. */
  readonly withoutCookie?: CaseAnswer;
  /** Instead, if the request's Origin is not on `trusts`. */
  readonly toStrangers?: CaseAnswer;
}

/** What the servers answer: the members of the resource itself are for the path `/`. */
export interface CaseAnswers extends CaseResource {
  readonly elsewhere?: Readonly<Record<`/${string}`, CaseResource>>;
  /** The server's allow list; default: `https://app.example` alone. */
  readonly trusts?: readonly string[];
}

export interface CasePage {
  /** Default `https://app.example`. */
  readonly origin?: string;
  /** The page is a sandboxed document, whose origin is opaque. */
  readonly opaque?: true;
  /** Response headers of the page itself. */
  readonly headers?: HeaderList;
  /** What the user has granted. */
  readonly permissions?: readonly 'local-network-access'[];
}

/** One request; what is absent is as in `fetch(url)`. */
export interface CaseRequest {
  readonly page?: CasePage;
  /** Default `api`. */
  readonly server?: CaseServer;
  /** Below the case's address; default `/`. */
  readonly path?: `/${string}`;
  /** Instead of `server` and `path`, for schemes that no server speaks. */
  readonly url?: string;
  readonly api?: ProbeRequest['api'];
  readonly method?: string;
  readonly headers?: HeaderList;
  readonly body?: string;
  /** The body is a stream. */
  readonly streamingBody?: true;
  /** A listener is on `upload` of the XMLHttpRequest. */
  readonly uploadListener?: true;
  readonly credentialsMode?: CredentialsMode;
  readonly mode?: ProbeRequest['mode'];
  readonly redirectMode?: ProbeRequest['redirectMode'];
  /** What the page says of the target's address; https://wicg.github.io/local-network-access/ */
  readonly targetAddressSpace?: 'loopback' | 'local' | 'public';
  readonly cacheMode?: 'no-store' | 'reload' | 'no-cache';
  /** `true`: the actual request is stopped in the browser, after its CORS-preflight request. */
  readonly held?: true;
  /** How long the page waits for an answer, where that is not as long as it takes. */
  readonly waitMs?: number;
}

/**
 * What the API's owner promises of the request, where that is more than that the page may read the response. It
 * is judged as a policy is: from this request, and from the same request made from other pages.
 */
export type CaseCheck =
  /** The page may not read the response. `mistake` is the wider one that pages of other origins show. */
  | {
      readonly check: 'unreadable';
      readonly role: OriginRole;
      readonly public?: true;
      readonly mistake?: ExposureId;
    }
  | { readonly check: 'method-refused' | 'redirect-free' }
  | { readonly check: 'header-refused'; readonly name: string }
  | { readonly check: 'headers-exposed'; readonly declared: readonly string[] }
  | { readonly check: 'preflight-cache'; readonly declaredSeconds: number }
  | { readonly check: 'vary'; readonly on: 'actual' | 'preflight' }
  /** The page may read the response, of which a shared cache may hold copies: the path with `uncachedQuery` is answered afresh. */
  | { readonly check: 'shared-cache' };

/** One misconfiguration: inert data. */
export interface MisconfigurationCase {
  /** The file's base name: a noun of the failing state. Permanent: never renamed, never reused. */
  readonly id: string;
  /** One sentence, present tense, naming the failing state. */
  readonly title: string;
  /** How teams come to ship it. */
  readonly why: string;
  /** The part of the troubleshooting guide that describes it; `null` if the guide misses it. */
  readonly guide: string | null;
  /** Requests that come before, with the same caches and cookies; each has to succeed. */
  readonly before?: readonly CaseRequest[];
  readonly request: CaseRequest;
  /** Default: the page may read the response. */
  readonly check?: CaseCheck;
  readonly misconfigured: CaseAnswers;
  readonly corrected: CaseAnswers;
  /** Where the front end is at fault: what takes the place of these members of `request`. Its page makes all requests. */
  readonly correctedRequest?: CaseRequest;
  readonly expected: CaseExpectation;
}

export interface CaseExpectation {
  readonly outcome: CaseOutcome;
  /** `null` where the CORS protocol and its neighbours are in order, and only the page's hope is not. */
  readonly diagnosis: DiagnosisId | null;
  /** Chromium's code and parameter of a refusal, or its code of a failure that is not CORS. */
  readonly chromium: readonly [code: string, parameter: string] | string | null;
  /** What a tap records of a failure that is not CORS, in the engines behind one. */
  readonly tapFailure?: string;
  /** The refusal by which a hazard shows itself. */
  readonly shownBy?: RefusalId;
  /**
   * The requests that reach the servers, in order and no others: `OPTIONS /`, `GET {other}/next from null`,
   * `GET / without Origin`, `GET / with Cookie session=1`. The origin is the page's own unless it is said.
   */
  readonly exchanges: readonly string[];
  /** The browser tells of no response to the last of them. */
  readonly lastResponseUntold?: boolean;
  /** Where the request ends after redirects, such as `{other}/next`. */
  readonly endsAt?: string;
  /** What the console text quotes, where that is not the parameter. */
  readonly value?: string;
  /** What the corrected answers come to; default: a response of status 200. */
  readonly corrected?: CaseCorrection;
}

export type CaseOutcome =
  | { readonly kind: 'network-error' }
  /** `bodyError`: what a page's script gets instead of the content. */
  | { readonly kind: 'response'; readonly status: number; readonly bodyError?: string }
  /** The page waited in vain. */
  | { readonly kind: 'timeout' }
  /** The CORS-preflight request was granted, and the actual request held. */
  | { readonly kind: 'held' };

export type CaseCorrection =
  | CaseOutcome
  /** The response is there, and a page's script reads no such content, whatever a server sends. */
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly bodyError: string;
      readonly unread: NeighbourId;
    }
  /** The page is one that may not read the response: it is refused, and `https://app.example` still reads. */
  | { readonly kind: 'refused'; readonly as: RefusalId; readonly parameter?: string }
  /** The same, where it is not CORS that refuses: `code` is Chromium's. `as` is `null` where the page is to be refused. */
  | { readonly kind: 'failed'; readonly as: NeighbourId | null; readonly code: string };

/** The query at which no cache of a case has a copy. */
export const uncachedQuery = '?cors-conformance-uncached=1';

/** The page of a case that names none; on the allow list of every corrected server. */
export const defaultPageOrigin = 'https://app.example';

export const defineCase = <const C extends MisconfigurationCase>(definition: C): C => definition;
