import type { Exchange, ProbeRequest } from '../../model.ts';
import type { PageUrl } from '../probe.ts';

/** What the wire showed of one probe. */
export interface TappedProbe {
  /** In the order in which the requests were sent. A request that was held is not among them. */
  readonly exchanges: readonly Exchange[];
  /** Why a connection to the target gave no exchange, such as `ECONNREFUSED` or `tls CERT_HAS_EXPIRED`. */
  readonly failure: string | null;
  /** Whether an actual request was stopped before the target. */
  readonly held: boolean;
}

/** What a tap has to know of a request before it is made. */
export type TappedRequest = Pick<ProbeRequest, 'url' | 'held'>;

/**
 * All that a page's connections run through. It gives the page its origins, passes the bytes between the
 * browser and the target on unchanged, and keeps a record of them: the wire witness of the engines whose own
 * protocols do not show a CORS-preflight request.
 */
export interface PageTap {
  /** What the browser takes as its proxy, for example `socks5://127.0.0.1:40000`. */
  readonly proxyUrl: string;
  readonly pageUrl: PageUrl;
  /**
   * Begins the records of probes that are under way together, each of a URL of its own; of one that is `held` only
   * CORS-preflight requests are passed on.
   */
  begin(request: TappedRequest, ...others: readonly TappedRequest[]): void;
  /** Resolves once the exchanges since `begin` are what is waited for; with `false` if they never are. */
  reached(isThere: (exchanges: readonly Exchange[]) => boolean, timeoutMs: number): Promise<boolean>;
  /** Returns what the wire showed since `begin`, of the first probe. */
  end(): TappedProbe;
  /** Returns that of each probe, and whether it is clear which of them each exchange belongs to. */
  endTogether(): { readonly probes: readonly TappedProbe[]; readonly isClear: boolean };
  /** Gives the page that is open its next job, and resolves with the result. Only for a page that asks. */
  run(job: PageJob, timeoutMs: number): Promise<string>;
  /** The browser is gone, and the page that asked with it. */
  pageGone(): void;
  close(): Promise<void>;
}

/** What a page that asks for work is told to do. */
export type PageJob =
  | { readonly kind: 'go'; readonly url: string }
  /** An expression that gives JSON, or a promise of it. */
  | { readonly kind: 'evaluate'; readonly expression: string };

export interface TapOptions {
  /** `host:port` values that the page reaches, besides its own origins. */
  readonly authorities: readonly string[];
  /** Those of them that speak plain http, and that the page reaches by https: TLS ends in the tap. */
  readonly behindTls?: readonly string[];
  /** `true`: the engine has no protocol to drive the page, so the page asks for work. */
  readonly asksForWork?: boolean;
}

/** Opens the tap of one page. */
export type OpenTap = (options: TapOptions) => Promise<PageTap>;
