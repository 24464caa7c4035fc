import type { Socket } from 'node:net';
import type { HeaderList } from '../../src/model.ts';

/** A request as it stood on the wire: any method, any header line. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderList;
  readonly body: string;
}

/** The bytes to answer with, and what happens to the connection after them. */
export interface RawAnswer {
  readonly bytes: string;
  /** `end`: closed in order. `reset`: torn down. `stay`: left to the client. */
  readonly then: 'end' | 'reset' | 'stay';
}

/**
 * Reads one HTTP/1.1 request from `socket` and writes what `answer` returns, byte for byte. Node's own server
 * refuses methods and header lines that a case needs; this one has no opinion. One request for each connection.
 * `reset` tears the connection down, where `socket` itself is not the connection.
 */
export function serveOnce(
  socket: Socket,
  answer: (request: RawRequest) => RawAnswer,
  reset = (): void => void socket.resetAndDestroy(),
): void {
  let received = Buffer.alloc(0);
  let answered = false;
  // A client that goes away before its answer is not an error of ours.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    // What comes after the request is a WebSocket's closing frame at most: the connection ends with it.
    if (answered) return void socket.end();
    received = Buffer.concat([received, chunk]);
    // A TLS handshake, say: no method begins so, and its sender would wait for ever.
    if (!/^[!-~]/.test(received.toString('latin1', 0, 1))) {
      answered = true;
      return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    }
    const request = parse(received);
    if (request === null) return;
    answered = true;
    const { bytes, then } = answer(request);
    if (then === 'end') socket.end(bytes, 'latin1');
    else if (then === 'stay') socket.write(bytes, 'latin1');
    else if (bytes === '') reset();
    else socket.write(bytes, 'latin1', reset);
  });
}

/** Returns the request once it is whole, else `null`. */
function parse(received: Buffer): RawRequest | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [requestLine = '', ...lines] = received.subarray(0, headEnd).toString('latin1').split('\r\n');
  const [method = '', target = '/'] = requestLine.split(' ');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  const body = received.subarray(headEnd + 4);
  return body.length < length ? null : { method, target, headers, body: body.toString('latin1') };
}
