import type { CDPSession } from '@playwright/test';
import type { CdpRequest } from './cdp-exchanges.ts';

/** Where the handshakes are filed. */
export interface HandshakeFile {
  /** The request of that id, which is begun if there is none. */
  request(requestId: string): CdpRequest;
  /** The handshake is announced: `url` is that of HTTP. */
  announced(request: CdpRequest, url: string): void;
  /** The socket is closed, if it ever was open. */
  ended(request: CdpRequest): void;
}

/**
 * Records the handshakes of WebSockets: each is an HTTP request, though the protocol announces it by events of its own.
 */
export function recordHandshakes(session: CDPSession, file: HandshakeFile): void {
  session.on('Network.webSocketCreated', ({ requestId, url }) => {
    const request = file.request(requestId);
    const httpUrl = url.replace(/^ws/, 'http');
    request.hops.push({ url: httpUrl, method: 'GET', timestamp: 0, requestHeaders: {}, response: null });
    file.announced(request, httpUrl);
  });
  session.on('Network.webSocketWillSendHandshakeRequest', ({ requestId, request }) => {
    file.request(requestId).requestsSent.push({ headers: request.headers });
  });
  session.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
    const { status, headers, headersText } = response;
    file.request(requestId).responsesReceived.push({ status, headers, text: headersText ?? null });
  });
  session.on('Network.webSocketFrameError', ({ requestId, errorMessage }) => {
    file.request(requestId).failure = errorMessage;
  });
  session.on('Network.webSocketClosed', ({ requestId }) => {
    const request = file.request(requestId);
    request.ended = true;
    file.ended(request);
  });
}
