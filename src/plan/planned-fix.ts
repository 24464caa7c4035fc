import type { ResolvedPolicy } from './derive-cases.ts';
import type { RoutePlan } from './derived-check.ts';
import { promiseOf } from './promise-of.ts';
import type { PlannedFix } from './report-contract.ts';

/** What a fix of the server is filled with, in the policy's own words; `null` for a public route. */
export function plannedFix(plan: RoutePlan, policy: ResolvedPolicy): PlannedFix | null {
  const promise = promiseOf(plan, policy);
  if (promise.public) return null;
  const { methods, requestHeaders, exposedHeaders, preflightCacheSeconds } = promise;
  return {
    stack: policy.stack,
    values: {
      origins: promise.trustedOrigins,
      methods,
      requestHeaders,
      exposedHeaders,
      // Not declared: what a browser assumes where nothing is sent.
      maxAgeSeconds: preflightCacheSeconds ?? 5,
      credentials: promise.credentialsMode === 'include',
    },
  };
}
