import { PolicyError, validatePolicy } from '../../../src/policy/policy.ts';

export interface Row {
  readonly title: string;
  readonly input: unknown;
  readonly message: string;
}

/** Returns a valid policy, changed. */
export function policyWith(change: Record<string, unknown>): unknown {
  return {
    target: 'https://api.example.com',
    trustedOrigins: ['https://app.example.com'],
    routes: [{ path: '/users', methods: ['GET'] }],
    ...change,
  };
}

/** Returns a valid policy of one route, changed in that route. */
export function routeWith(change: Record<string, unknown>): unknown {
  return policyWith({ routes: [{ path: '/users', methods: ['GET'], ...change }] });
}

/** Returns a valid policy of one route with one error request, changed in that. */
export function errorWith(change: Record<string, unknown>, route: Record<string, unknown> = {}): unknown {
  return routeWith({ ...route, errors: [{ name: 'unauthenticated', status: 401, ...change }] });
}

/** Returns what `action` throws, as a `PolicyError` prints; else what it returned. */
export function messageOf(action: () => unknown): string {
  try {
    return `no PolicyError but ${JSON.stringify(action())}`;
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
}

export const problemsOf = (input: unknown): string => messageOf(() => validatePolicy(input));
