import type { Observation } from '../model.ts';
import { say } from '../words/say.ts';
import { getHeader } from '../fetch-standard/header-list.ts';

/** What a browser and the wire say of a WebSocket that a page opens. There is no CORS check, so the standard has no say. */
export type Handshake =
  | { readonly kind: 'opened' }
  /** The server said no: by the status of its answer or, once the socket was open, by closing it at once. */
  | { readonly kind: 'declined'; readonly status: number | null; readonly said: string }
  | { readonly kind: 'disagreement'; readonly reason: string }
  /** The connection failed, or what came was no answer to a handshake. */
  | { readonly kind: 'failed' };

/**
 * Returns what became of the handshake. Pure.
 *
 * https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export function hearHandshake({ outcome, exchanges, failure, pageOrigin }: Observation): Handshake {
  const last = exchanges.at(-1);
  const origin = getHeader(last?.requestHeaders ?? [], 'Origin');
  if (origin !== null && origin !== pageOrigin) {
    return {
      kind: 'disagreement',
      reason: say(
        'Two witnesses differ: the page is at {page}, but its handshake was sent with Origin: {origin}.',
        { page: pageOrigin, origin },
      ),
    };
  }
  const status = last?.response?.status ?? statusIn(failure);
  if (outcome.kind === 'response') {
    if (!isUpgrade(status)) {
      return {
        kind: 'disagreement',
        reason:
          status === null
            ? say('Two witnesses differ: the browser opened the WebSocket, but the wire shows no answer.')
            : say(
                'Two witnesses differ: the browser opened the WebSocket, but the wire shows status {status}.',
                { status },
              ),
      };
    }
    const closed = outcome.bodyError;
    return closed === null
      ? { kind: 'opened' }
      : {
          kind: 'declined',
          status: null,
          said: say('opened it and closed it at once ({closed})', { closed }),
        };
  }
  return status === null || isUpgrade(status)
    ? { kind: 'failed' }
    : { kind: 'declined', status, said: say('answered the handshake with status {status}', { status }) };
}

// https://www.rfc-editor.org/rfc/rfc8441#section-5: over HTTP/2 the answer has status 200.
const isUpgrade = (status: number | null): boolean => status === 101 || status === 200;

/** Returns the status in Chromium's code of the failure; it shows no other sign of the answer. */
function statusIn(failure: string | null): number | null {
  if (failure === 'HTTP Authentication failed; no valid credentials available') return 401;
  const status = /^Error during WebSocket handshake: Unexpected response code: (\d{3})$/.exec(
    failure ?? '',
  )?.[1];
  return status === undefined ? null : Number(status);
}
