import type { FailureId, RefusalId } from '../diagnoses/vocabulary.ts';

/** What a network error can come from. */
export type CauseId = RefusalId | FailureId;

/** What Access-Control-Allow-Origin of the response in question holds. */
export type AllowOriginSeen = 'absent' | 'wildcard' | 'several' | 'one value';

/** What is true of a network error with this cause, so that the answer to a question can rule it out. */
export interface Facts {
  /** Which request failed; `none`: nothing was sent, or the connection itself failed. */
  readonly failed: 'preflight' | 'actual' | 'none' | 'any';
  /** Only with the request's credentials mode "include". */
  readonly credentials: boolean;
  /** Whether a client that is no browser gets an answer. */
  readonly answersCurl: boolean;
  readonly allowOrigin: readonly AllowOriginSeen[] | 'any';
}

const allowed = ['wildcard', 'one value'] as const;
const actual = { failed: 'actual', credentials: false, answersCurl: true } as const;
const preflight = { failed: 'preflight', credentials: false, answersCurl: true } as const;
const unsent = { failed: 'none', credentials: false, answersCurl: true, allowOrigin: 'any' } as const;
const network = { failed: 'any', credentials: false, answersCurl: false, allowOrigin: 'any' } as const;

export const facts = {
  'origin-missing': { ...actual, allowOrigin: ['absent'] },
  'origin-wildcard-with-credentials': { ...actual, credentials: true, allowOrigin: ['wildcard'] },
  'origin-multiple': { ...actual, allowOrigin: ['several'] },
  'origin-invalid': { ...actual, allowOrigin: ['one value'] },
  'origin-mismatch': { ...actual, allowOrigin: ['one value'] },
  'credentials-not-allowed': { ...actual, credentials: true, allowOrigin: ['one value'] },
  'preflight-origin-missing': { ...preflight, allowOrigin: ['absent'] },
  'preflight-origin-wildcard-with-credentials': {
    ...preflight,
    credentials: true,
    allowOrigin: ['wildcard'],
  },
  'preflight-origin-multiple': { ...preflight, allowOrigin: ['several'] },
  'preflight-origin-invalid': { ...preflight, allowOrigin: ['one value'] },
  'preflight-origin-mismatch': { ...preflight, allowOrigin: ['one value'] },
  'preflight-credentials-not-allowed': { ...preflight, credentials: true, allowOrigin: ['one value'] },
  'preflight-status-not-ok': { ...preflight, allowOrigin: allowed },
  'preflight-redirect': { ...preflight, allowOrigin: 'any' },
  'methods-malformed': { ...preflight, allowOrigin: allowed },
  'headers-malformed': { ...preflight, allowOrigin: allowed },
  'method-not-allowed': { ...preflight, allowOrigin: allowed },
  'header-not-allowed': { ...preflight, allowOrigin: allowed },
  'redirect-with-credentials': { ...actual, allowOrigin: 'any' },
  'redirect-scheme-unsupported': { ...actual, allowOrigin: 'any' },
  'request-mode-same-origin': { ...unsent, failed: 'any' },
  'no-cors-redirect-mode': unsent,
  'scheme-unsupported': unsent,
  'connection-refused': network,
  'connection-reset': network,
  'host-not-found': network,
  'host-unreachable': network,
  'tls-failure': network,
  'response-timeout': network,
  'response-invalid': network,
  'http2-missing': { ...unsent, failed: 'any' },
  'redirect-limit': { ...network, answersCurl: true },
  'redirect-elsewhere': { ...network, answersCurl: true },
  'mixed-content': { ...unsent, failed: 'any' },
  'local-network-access-denied': { ...unsent, failed: 'any' },
  'content-security-policy': { ...unsent, failed: 'any' },
  'resource-policy': { ...actual, allowOrigin: 'any' },
  'opaque-response-blocking': { ...actual, allowOrigin: 'any' },
  'connection-blocked': { ...network, answersCurl: true },
} as const satisfies Record<CauseId, Facts>;

export const factsOf = (id: CauseId): Facts => facts[id];

/** Everything that a page's script sees as the same TypeError. */
export const causes: readonly CauseId[] = Object.keys(facts).filter(isCause);

export function isCause(id: string): id is CauseId {
  return Object.hasOwn(facts, id);
}
