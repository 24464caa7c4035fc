import { pagesOf } from '../policy/trusted.ts';
import type { Policy } from '../policy/types.ts';
import { plannedPatterns } from './planned-patterns.ts';
import type { PlannedFix } from './report-contract.ts';
import type { ServerPromise } from './server-promise.ts';

/** Returns what a fix of the server is filled with, in the policy's own words; `null` for a public route. */
export function plannedFix(promise: ServerPromise, stack: Policy['stack']): PlannedFix | null {
  if (promise.public) return null;
  const patterns = plannedPatterns(promise).map(({ pattern, expression }) => ({ pattern, expression }));
  const { methods, requestHeaders, exposedHeaders, preflightCacheSeconds } = promise;
  return {
    stack,
    values: {
      origins: pagesOf(promise.trustedOrigins),
      ...(patterns.length === 0 ? {} : { patterns }),
      methods,
      requestHeaders,
      exposedHeaders,
      maxAgeSeconds: preflightCacheSeconds,
      credentials: promise.credentialsMode === 'include',
    },
  };
}
