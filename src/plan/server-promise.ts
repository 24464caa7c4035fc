import type { CredentialsMode } from '../model.ts';
import type { PolicyRoute, TrustedOrigin } from '../policy/types.ts';

/** What the header lines of a right answer depend on, beside the page's origin. */
export interface RoutePromise extends Pick<
  PolicyRoute,
  'methods' | 'exposedHeaders' | 'preflightCacheSeconds' | 'public'
> {
  readonly requestHeaders: readonly string[];
}

/** What a server owes the pages of a route. */
export interface ServerPromise extends RoutePromise {
  /** The server's own origin: what others send stays as it is. */
  readonly target: string;
  readonly trustedOrigins: readonly TrustedOrigin[];
  readonly credentialsMode: CredentialsMode;
}

/** Returns what is promised of `route` to those named in `readers`. */
export function promiseOf(
  {
    methods,
    requestHeaders,
    exposedHeaders,
    preflightCacheSeconds,
    public: isPublic,
  }: RoutePromise | PolicyRoute,
  readers: Pick<ServerPromise, 'target' | 'trustedOrigins' | 'credentialsMode'>,
): ServerPromise {
  return {
    methods,
    requestHeaders: requestHeaders ?? [],
    exposedHeaders,
    preflightCacheSeconds,
    public: isPublic,
    ...readers,
  };
}
