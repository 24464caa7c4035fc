import { getHeader } from '../../src/fetch-standard/header-list.ts';
import type { IntentResult, Row } from './row.ts';

/**
 * Returns why a row must not be shown, or `null`: it names a hole in somebody's security, which is told to who makes the
 * library and to nobody else.
 */
export function holeIn({ intents: { declared, defaults } }: Row): string | null {
  if (declared !== undefined) {
    const { cells, verdicts } = declared;
    if (cells.stranger === 'reads') return 'A stranger reads what two origins were promised.';
    if (cells.opaque === 'reads') return 'An opaque origin reads what two origins were promised.';
    const exposed = verdicts?.others.find(
      ({ check, status }) => check === 'unreadable' && status === 'violates',
    );
    if (exposed !== undefined) return `Somebody reads who must not: ${exposed.diagnosis}.`;
  }
  if (defaults !== undefined && readsWithCredentials(defaults)) {
    return 'By its defaults a stranger reads with credentials.';
  }
  return null;
}

const readsWithCredentials = ({ exchanges }: IntentResult): boolean =>
  exchanges
    .filter(({ id }) => id === 'get-stranger' || id === 'get-null')
    .some(
      ({ headers, requestHeaders }) =>
        getHeader(headers, 'Access-Control-Allow-Credentials') === 'true' &&
        getHeader(headers, 'Access-Control-Allow-Origin') === getHeader(requestHeaders, 'Origin'),
    );
