import type { Policy } from '../policy/types.ts';
import type { PlannedFix } from './report-contract.ts';
import type { ServerPromise } from './server-promise.ts';

/** Returns what a fix of the server is filled with, in the policy's own words; `null` for a public route. */
export function plannedFix(promise: ServerPromise, stack: Policy['stack']): PlannedFix | null {
  if (promise.public) return null;
  const { methods, requestHeaders, exposedHeaders, preflightCacheSeconds } = promise;
  return {
    stack,
    values: {
      origins: promise.trustedOrigins,
      methods,
      requestHeaders,
      exposedHeaders,
      maxAgeSeconds: preflightCacheSeconds,
      credentials: promise.credentialsMode === 'include',
    },
  };
}
