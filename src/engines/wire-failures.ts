import type { NeighbourId } from '../diagnoses/vocabulary.ts';

/** What the failures that a tap records mean, for every engine behind one. */
export const wireFailures: readonly (readonly [prefix: string, diagnosis: NeighbourId])[] = [
  ['ECONNREFUSED', 'connection-refused'],
  ['ECONNRESET', 'connection-reset'],
  ['EPIPE', 'connection-reset'],
  ['closed', 'connection-reset'],
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_', 'host-not-found'],
  ['EHOSTUNREACH', 'host-unreachable'],
  ['ENETUNREACH', 'host-unreachable'],
  ['EADDRNOTAVAIL', 'host-unreachable'],
  ['ETIMEDOUT', 'host-unreachable'],
  ['tls', 'tls-failure'],
  ['elsewhere', 'redirect-elsewhere'],
  ['redirects', 'redirect-limit'],
  ['unreadable', 'response-invalid'],
  ['mixed-content', 'mixed-content'],
];
